import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { exportMessages } from '#locales/export.ts'
import { format } from '#locales/i18n.ts'
import { selectionMessages } from '#locales/selection.ts'
import type { CitationForm } from '#utils/citations/form-names.ts'
import type { QuestionKey } from '#utils/database/library/kept-questions.ts'
import type { QuestionForm } from '#utils/notes/export/question-files.ts'
import { type Copied, CopyInForm } from '../papers/copy-in-form.tsx'
import { announce } from '../parts/announce.tsx'
import { MenuButton } from '../parts/menu-button.tsx'
import { type Coming, SelectionBar, useSaid } from '../rows/selection-bar.tsx'
import type { UsedSelection } from '../rows/use-selection.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { exportedSentence } from '../transfer/export-menu.tsx'
import { citationsOf, exportQuestions } from './question-exports.ts'

interface ChosenQuestionsBarProps {
  /** How many questions there are. */
  readonly all: number
  readonly chosen: readonly QuestionKey[]
  readonly choosing: Pick<UsedSelection['choosing'], 'all' | 'clear'>
  /** Whether all of them can be chosen. */
  readonly isReady?: boolean
  /** What will be, once it is known which they are. */
  readonly coming?: Coming | null
  /** How one chooses, where nothing else tells. */
  readonly hint?: string
  /** Gives the focus to the list. */
  readonly toList: () => void
}

/** Milliseconds until what is under way is said. */
const busyAfter = 500

/** How many questions are chosen, and the ways out for all of them: their citations to copy, or a file. */
export function ChosenQuestionsBar({ chosen, ...bar }: ChosenQuestionsBarProps) {
  const t = useStore(selectionMessages)
  const e = useStore(exportMessages)
  const common = useStore(commonMessages)
  const errors = useStore(errorMessages)
  const { number } = useStore(format)
  const { kept, actions } = useServices()
  const { said, setSaid, say } = useSaid(chosen.length)

  async function copy(form: CitationForm): Promise<Copied> {
    setSaid('')
    const answer = await citationsOf(kept, chosen, form)
    const failed = (sentence: string): Copied => {
      say(sentence)
      return { isCopied: false, sentence: t.copyCitations }
    }
    if (!answer.ok) return failed(errors[answer.error])
    const { text, rich, count, withoutCode } = answer.value
    if (count === 0) return failed(t.nothingToCopy)
    if (!(await actions.copy(text, rich))) return failed(common.copyFailed)
    const rest = withoutCode > 0 ? [e.withoutCode(withoutCode)] : []
    const sentence = [t.citationsCopied(count), ...rest].join('. ')
    if (rest.length > 0) say(sentence)
    else announce(sentence)
    return { isCopied: true, sentence: t.copiedShort({ number: number(count) }) }
  }

  async function exportAs(form: QuestionForm) {
    setSaid('')
    const slow = setTimeout(() => say(e.busy), busyAfter)
    const answer = await exportQuestions(kept, chosen, form, new Date())
    clearTimeout(slow)
    if (!answer.ok) return say(errors[answer.error])
    const { file, withoutCode } = answer.value
    const rest = withoutCode > 0 ? [e.withoutCode(withoutCode)] : []
    say([exportedSentence(e, [file]), ...rest].join('. '))
  }

  const as = (label: string, form: QuestionForm) => ({ label, onChoose: () => void exportAs(form) })
  return (
    <SelectionBar {...bar} chosen={chosen.length} said={said}>
      <CopyInForm label={t.copyCitations} isBordered copy={copy} />
      <MenuButton
        label={e.export}
        groups={[
          [as(e.questionsCsv, 'csv'), as(e.questionsMarkdown, 'markdown')],
          [as(e.ris, 'ris'), as(e.cslJson, 'csl-json')],
        ]}
      />
    </SelectionBar>
  )
}
