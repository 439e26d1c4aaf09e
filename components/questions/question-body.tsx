import { documentMessages, doubtMessages } from '#locales/document.ts'
import { questionMessages } from '#locales/questions.ts'
import type { QuestionRow } from '#utils/database/schema.ts'
import type { Code } from '#utils/references/types.ts'
import { useAskers } from '../papers/document-facts.tsx'
import { Icon } from '../parts/icons.tsx'
import { InlineButton } from '../parts/inline-button.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { isOnPage } from './own-page.ts'
import { RunningText } from './running-text.tsx'

export interface QuestionBodyProps {
  readonly row: QuestionRow
  /** Printed numbers of the list's questions: those can be opened. */
  readonly numbers: ReadonlySet<string>
  readonly onCode: (code: Code) => void
  readonly onQuestion: (number: string) => void
}

/** Question, answer, footnotes, and what stands in the document beside them. */
export function QuestionBody({ row, numbers, onCode, onQuestion }: QuestionBodyProps) {
  const t = useStore(documentMessages)
  const doubts = useStore(doubtMessages)
  const q = useStore(questionMessages)
  const askers = useAskers(row.askedBy ?? [])
  const { codes } = useServices()
  const printed = row.code === null ? null : codes.codeOf(row.code)
  const others = row.answeredWith.filter((number) => number !== row.number)
  const text = { numbers, onCode, onQuestion }
  return (
    <div class="kl-answer">
      <RunningText text={row.question} {...text} />
      <div class="kl-answer__text">
        <p class="kl-answer__title">{t.answer}</p>
        {row.answer === '' && row.pointsTo === null && others.length === 0 && <p class="kl-muted">{t.unanswered}</p>}
        {row.answer !== '' && <RunningText text={row.answer} {...text} />}
        {row.pointsTo !== null &&
          (numbers.has(row.pointsTo) ? (
            <NumberLink number={row.pointsTo} label={t.pointsTo({ number: row.pointsTo })} onQuestion={onQuestion} />
          ) : (
            <p class="kl-muted">{t.pointsNowhere({ number: row.pointsTo })}</p>
          ))}
        {others.length > 0 && (
          <p>
            {t.answeredWith(others.length)}{' '}
            {others.map((number, index) => (
              <span key={`${index} ${number}`}>
                {index > 0 && ', '}
                {numbers.has(number) ? <NumberLink number={number} label={number} onQuestion={onQuestion} /> : number}
              </span>
            ))}
          </p>
        )}
        {!row.complete && (
          <p class="kl-answer__incomplete">
            <Icon name="warning" />
            {t.incomplete}
          </p>
        )}
      </div>
      {row.footnotes.length > 0 && (
        <dl class="kl-footnotes" aria-label={t.footnotes}>
          {row.footnotes.map(({ mark, text: note }, index) => (
            <div key={`${index} ${mark}`}>
              <dt>{mark}</dt>
              <dd>
                <RunningText text={note} {...text} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="kl-facts kl-small kl-muted">
        {askers !== '' && <span>{q.askedBy({ names: askers })}</span>}
        {row.code !== null && (
          <span>
            {t.printedCode}{' '}
            {printed ? (
              <button type="button" class="kl-inline kl-code" onClick={() => onCode(printed)}>
                {printed.label}
              </button>
            ) : (
              <span class="kl-code">{row.code}</span>
            )}
          </span>
        )}
        {row.page !== null && <span>{t.pageAsked({ page: row.page })}</span>}
        {isOnPage(row) && <span>{t.ownPage({ page: row.ownPage })}</span>}
      </p>
      {row.doubts.length > 0 && (
        <ul class="kl-small" aria-label={t.doubts}>
          {row.doubts
            .filter((doubt) => doubt !== 'cut-off' || row.complete)
            .map((doubt) => (
              <li key={doubt} class="kl-doubt">
                <Icon name="warning" />
                {doubts[doubt]}
              </li>
            ))}
        </ul>
      )}
    </div>
  )
}

function NumberLink(props: { number: string; label: string; onQuestion: (number: string) => void }) {
  return <InlineButton onPress={() => props.onQuestion(props.number)}>{props.label}</InlineButton>
}
