import { useState } from 'preact/hooks'
import { typeMessages } from '#locales/facts.ts'
import { locale } from '#locales/i18n.ts'
import { officialMessages } from '#locales/official.ts'
import type { Code } from '#utils/references/types.ts'
import type { OfficialDocument, RelatedDocument } from '#utils/sources/official-document.ts'
import { useDocumentDate } from '../papers/document-date.ts'
import { kindWords } from '../papers/kind-words.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { Icon } from '../parts/icons.tsx'
import { ChoiceList } from '../rows/choice-list.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** Papers that are shown before all are asked for. */
const first = 6

/** The papers that belong with this one, each opened in place: its questions, its answer, what put that off, its annexes. */
export function RelatedPapers({ official, onCode }: { official: OfficialDocument; onCode: (code: Code) => void }) {
  const t = useStore(officialMessages)
  const { codes } = useServices()
  const [isWhole, setWhole] = useState(false)
  const papers = inOrder(official.related)
  if (papers.length === 0) return null
  const shown = isWhole ? papers : papers.slice(0, first)
  const opened = shown.flatMap((paper) => {
    const code = paper.aliases.map(codes.codeOf).find((one) => one !== null)
    return code ? [{ paper, code }] : []
  })
  const others = shown.filter((paper) => paper.aliases.every((alias) => codes.codeOf(alias) === null))
  return (
    <section class="kl-related" aria-label={t.related}>
      <h3 class="kl-part__title">{t.related}</h3>
      <ChoiceList
        label={t.related}
        choices={opened.map(({ paper, code }) => ({
          key: `related ${code.id}`,
          content: <PaperContent paper={paper} label={shownLabel(code.label)} />,
          onChoose: () => onCode(code),
        }))}
      />
      {others.map((paper) => (
        <div key={paper.aliases[0]} class="kl-related__other">
          <PaperContent paper={paper} label={null} />
        </div>
      ))}
      {papers.length > shown.length && (
        <button type="button" class="kl-button kl-button--plain kl-related__all" onClick={() => setWhole(true)}>
          {t.allRelated(papers.length - shown.length)}
        </button>
      )}
    </section>
  )
}

function PaperContent({ paper, label }: { paper: RelatedDocument; label: string | null }) {
  const roleOf = useRole()
  const date = useDocumentDate(paper.date)
  const title = paper.title?.trim() ?? ''
  const facts = [roleOf(paper), date, label].filter((fact) => fact)
  return (
    <span class="kl-related__paper">
      {title !== '' && (
        <span class="kl-related__title kl-clamp" lang="nl">
          {title}
        </span>
      )}
      <span class={title === '' ? 'kl-related__title kl-clamp' : 'kl-related__facts'}>{facts.join(' · ')}</span>
      {label !== null && <Icon name="chevron" />}
    </span>
  )
}

/** What a paper is to the one that it belongs with. */
function useRole(): (paper: RelatedDocument) => string {
  const t = useStore(officialMessages)
  const types = useStore(typeMessages)
  const language = useStore(locale)
  return ({ by, type, kind }) => {
    if (by === 'annex') return t.annex
    if (by === 'annexed-to') return t.annexedTo
    if (type === 'answers') return t.answer
    return type === null ? (kindWords(types, language, { kind, type }) ?? t.paper) : types[type]
  }
}

const order: readonly RelatedDocument['type'][] = [
  'written-questions',
  'answers',
  'postponement',
  'question-list',
  'question-and-answer-list',
]

/** Questions before what came of them; then what it is annexed to and its annexes, then all others in their order. */
function inOrder(papers: readonly RelatedDocument[]): readonly RelatedDocument[] {
  const rank = ({ by, type }: RelatedDocument) => {
    if (by === 'annexed-to') return order.length
    if (by === 'annex') return order.length + 1
    const at = order.indexOf(type)
    return at < 0 ? order.length + 2 : at
  }
  return papers.toSorted((a, b) => rank(a) - rank(b))
}
