import { documentMessages } from '#locales/document.ts'
import { questionMessages } from '#locales/questions.ts'
import type { ChangeCorrections } from '#utils/browser/protocol/keeping.ts'
import type { QuestionRow } from '#utils/database/schema.ts'
import {
  borderCorrection,
  type Correction,
  joinCorrection,
  type QuestionName,
  wholeText,
} from '#utils/documents/corrections.ts'
import { parseTarget, type QuestionTargets } from '#utils/notes/target.ts'
import { reasonOf } from '../parts/failure-words.ts'
import { Icon } from '../parts/icons.tsx'
import { ChoiceList } from '../rows/choice-list.tsx'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { offerUndo, type Sentence, showFailure } from '../undo/undo.ts'
import { piecesOf } from './text-pieces.ts'

/** A question among those of its list. */
export interface PlacedQuestion {
  readonly row: QuestionRow
  readonly next: QuestionRow | undefined
  readonly targets: QuestionTargets
}

export interface QuestionCorrectionProps extends PlacedQuestion {
  readonly id: string
  /** Whether it is being corrected; else only what was corrected is said. */
  readonly open: boolean
  readonly onDone: () => void
}

/** Correcting how a question was split, and putting it back as it was read. Each step can be undone at once. */
export function QuestionCorrection({ id, row, next, targets, open, onDone }: QuestionCorrectionProps) {
  const q = useStore(questionMessages)
  const change = useChange(row, onDone)
  const [own, ...joined] = namesOf(row, targets)
  if (own === undefined) return null
  const name = own

  function moveBorder(start: number) {
    const put = [borderCorrection(wholeText(row), start, name)]
    return change({ put, remove: [] }, () => words().borderMoved({ number: row.number }))
  }

  function join(other: QuestionRow) {
    const [otherName] = namesOf(other, targets)
    if (otherName === undefined) return
    const put = [joinCorrection(other, otherName)]
    return change({ put, remove: [] }, () => words().joined({ number: row.number, other: other.number }))
  }

  function setBack() {
    const remove: Correction[] = [
      ...joined.map((one) => ({ ...one, kind: 'join', anchor: '', place: 1 }) as const),
      { ...name, kind: 'border', anchor: '', place: 1 },
    ]
    return change({ put: [], remove }, () => words().setBack({ number: row.number }))
  }

  return (
    <div id={id} class="kl-correction">
      {row.corrected !== undefined && (
        <p class="kl-correction__state">
          <Icon name="correct" />
          <span>
            {joined.length > 0
              ? q.tookIn({ numbers: joined.map(({ number }) => number).join(', ') })(joined.length)
              : q.correctedByHand}
          </span>
          <button type="button" class="kl-button kl-button--plain" onClick={setBack}>
            {q.asRead}
          </button>
        </p>
      )}
      {open && (
        <>
          <Border row={row} onBorder={moveBorder} />
          {next !== undefined && (
            <button type="button" class="kl-button kl-correction__join" onClick={() => join(next)}>
              {q.joinNext({ number: next.number })}
            </button>
          )}
        </>
      )}
    </div>
  )
}

/** The sentences of the question: the one that is chosen begins the answer. */
function Border({ row, onBorder }: { row: QuestionRow; onBorder: (start: number) => void }) {
  const t = useStore(documentMessages)
  const q = useStore(questionMessages)
  const pieces = piecesOf(row)
  const current = pieces.find(({ inAnswer }) => inAnswer)
  const end = wholeText(row).length
  // The question keeps its first sentence: an answer to nothing is no answer.
  const choices = pieces.slice(1).map((piece) => ({
    key: `${piece.start}`,
    content: (
      <span class={piece.inAnswer ? 'kl-piece kl-piece--answer' : 'kl-piece'}>
        {piece === current && <span class="kl-piece__begin">{t.answer}</span>}
        {piece.text}
        {piece === current && <span class="kl-visually-hidden"> ({q.beginsHere})</span>}
      </span>
    ),
    onChoose: () => onBorder(piece.start),
  }))
  const none =
    row.answer === ''
      ? []
      : [{ key: 'none', content: <span class="kl-piece kl-muted">{q.noAnswer}</span>, onChoose: () => onBorder(end) }]
  return (
    <div class="kl-border">
      <h4>{q.borderTitle}</h4>
      <p class="kl-small kl-muted">{q.borderHint}</p>
      <div class="kl-border__pieces">
        {pieces[0] && <p class="kl-piece kl-piece--first">{pieces[0].text}</p>}
        <ChoiceList label={q.borderTitle} choices={[...choices, ...none]} />
      </div>
    </div>
  )
}

/** In the language that is set by then. */
const words = () => questionMessages.get()

/** Has a change made, and offers to undo it. */
function useChange(row: QuestionRow, onDone: () => void) {
  const { actions } = useServices()
  return async (change: Omit<ChangeCorrections, 'list'>, done: Sentence) => {
    const answer = await actions.changeCorrections({ list: row.list, ...change })
    if (!answer.ok) {
      const { error } = answer
      showFailure(() => words().notCorrected({ reason: reasonOf(error) }))
      return
    }
    onDone()
    const thing = JSON.stringify(['correction', row.list, row.order])
    const { lags, ...undo } = answer.value
    offerUndo({ text: done, thing, lags, undo: () => actions.changeCorrections(undo) })
  }
}

/** The names of a question as it was read, then those of the questions that it took in. */
function namesOf(row: QuestionRow, targets: QuestionTargets): readonly QuestionName[] {
  return (targets.get(row.order) ?? []).flatMap((target) => {
    const parsed = parseTarget(target)
    return parsed?.type === 'question' ? [{ number: parsed.number, occurrence: parsed.occurrence }] : []
  })
}
