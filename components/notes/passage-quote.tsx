import { useState } from 'preact/hooks'
import { passageMessages } from '#locales/passages.ts'
import type { Passage } from '#utils/database/schema.ts'
import { Found } from '../search/found-mark.tsx'
import { useStore } from '../store/use-store.ts'
import { paragraphBidi } from './text-direction.ts'
import './passage-quote.css'

/** Characters of a passage that are shown before the rest is asked for. */
const shownLength = 280

/** The words that a note is on. */
export function PassageQuote({ passage: { quote, page } }: { passage: Passage }) {
  const t = useStore(passageMessages)
  const [isWhole, setWhole] = useState(false)
  const { exact } = quote
  const isLong = exact.length > shownLength * 1.25
  const text =
    isLong && !isWhole
      ? `${exact
          .slice(0, shownLength)
          .replace(/\s+\S*$/u, '')
          .toWellFormed()} …`
      : exact
  return (
    <figure class="kl-passage" aria-label={t.quote}>
      <blockquote class="kl-passage__words" style={{ unicodeBidi: paragraphBidi(text) }}>
        <Found text={text} />
      </blockquote>
      {(isLong || page !== undefined) && (
        <figcaption class="kl-passage__below kl-small kl-muted">
          {page !== undefined && <span>{t.ofPage({ page })}</span>}
          {isLong && (
            <button
              type="button"
              class="kl-button kl-button--plain"
              aria-expanded={isWhole}
              onClick={() => setWhole(!isWhole)}
            >
              {isWhole ? t.showLess : t.showAll}
            </button>
          )}
        </figcaption>
      )}
    </figure>
  )
}
