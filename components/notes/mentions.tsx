import { questionMessages } from '#locales/questions.ts'
import type { DocumentRow } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'
import { ChoiceList } from '../rows/choice-list.tsx'
import { QuestionRowContent } from '../rows/kept-rows.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** Questions shown; a law is named in hundreds. */
const most = 50

/** The kept questions that name a code; nothing where there are none. */
export function Mentions(props: { code: Code; onQuestion: (document: DocumentRow, question: number) => void }) {
  const { code, onQuestion } = props
  const q = useStore(questionMessages)
  const { kept } = useServices()
  const live = useLive(() => kept.mentions(code, most), [code.id]).value
  if (live.state !== 'ready' || live.value.length === 0) return null
  const shown = live.value.slice(0, most)
  const title = shown.length < live.value.length ? q.mentionedMost({ number: most }) : q.mentioned(shown.length)
  return (
    <section class="kl-mentions" aria-label={title}>
      <h3 class="kl-part__title">{title}</h3>
      <ChoiceList
        label={title}
        choices={shown.map((one) => ({
          key: `mention ${one.list.id} ${one.question.order}`,
          content: <QuestionRowContent {...one} />,
          onChoose: () => onQuestion(one.list, one.question.order),
        }))}
      />
    </section>
  )
}
