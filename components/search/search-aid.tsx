import { locale } from '#locales/i18n.ts'
import { searchMessages } from '#locales/search.ts'
import type { Hint } from '#utils/search/query/query.ts'
import { fold } from '#utils/search/words/words.ts'
import type { Found } from '../store/kept.ts'
import { useRead } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { completionsOf, isIndexed, offeredNames, typingOf } from './search-completion.ts'
import { SpoiltCodes } from './spoilt-codes.tsx'
import './search-aid.css'

/** Values of a field that are offered. */
const mostValues = 8

export interface SearchAidProps {
  readonly typed: string
  /** What was found; null while nothing is known. */
  readonly found: Found | null
  /** A completion was chosen: the query as it then is. */
  readonly onTyped: (typed: string) => void
}

/** Under a search field: how the query may go on, what of it was not understood, and how to search. */
export function SearchAid({ typed, found, onTyped }: SearchAidProps) {
  const t = useStore(searchMessages)
  const language = useStore(locale) === 'nl' ? 'nl' : 'en'
  const { kept } = useServices()
  const typing = typingOf(typed)
  const field = typing?.field ?? null
  const start = fold(typing?.start ?? '')
  const read = useRead(
    async () => (isIndexed(field) ? kept.fieldValues(field, start, mostValues) : []),
    [field, start],
  ).value
  const offered = typing === null ? [] : completionsOf(typing, language, read.state === 'ready' ? read.value : [])
  const hints = found?.hints ?? []
  return (
    <div class="kl-search-aid">
      {offered.length > 0 && (
        <ul class="kl-search-aid__offers" aria-label={t.complete}>
          {offered.map(({ label, typed: next }) => (
            <li key={label}>
              <button type="button" class="kl-button kl-button--plain" onClick={() => onTyped(next)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {found?.isUnready === true && <p class="kl-small kl-muted">{t.unready}</p>}
        {found !== null && found.corrected.length > 0 && (
          <p class="kl-small kl-muted">{t.corrected({ words: found.corrected.slice(0, 5).join(', ') })}</p>
        )}
        {hints.map((hint) => (
          <p key={JSON.stringify(hint)} class="kl-small kl-muted">
            {sentenceOf(hint, t, language)}
          </p>
        ))}
      </div>
      <SpoiltCodes typed={typed} onTyped={onTyped} />
      <Help />
    </div>
  )
}

function sentenceOf(hint: Hint, t: ReturnType<typeof searchMessages.get>, language: 'nl' | 'en'): string {
  switch (hint.type) {
    case 'unknown-field':
      return t.unknownField({ name: short(hint.name) })
    case 'bad-value':
      return t.badValue({ field: offeredNames[language][hint.field], value: short(hint.value) })
    case 'no-value':
      return t.noValue({ field: offeredNames[language][hint.field] })
    case 'unclosed-quote':
      return t.unclosedQuote
    case 'too-long':
      return t.tooLong
  }
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function Help() {
  const t = useStore(searchMessages)
  const names = offeredNames[useStore(locale) === 'nl' ? 'nl' : 'en']
  const isDutch = names === offeredNames.nl
  const rows = [
    [isDutch ? '"stand van zaken"' : '"stand van zaken"', t.helpPhrase],
    ['-stage', t.helpWithout],
    [`${names.partij}:vvd`, t.helpParty],
    [`${names.ministerie}:onderwijs`, t.helpMinistry],
    [`${names.dossier}:36410`, t.helpDossier],
    [`${names.van}:agema`, t.helpFrom],
    [`${names.sinds}:2023-05`, t.helpSince],
    [`${names.tot}:2023`, t.helpUntil],
    [`${names.tag}:later`, t.helpTag],
    [`${names.heeft}:${isDutch ? 'notitie' : 'note'}`, t.helpNoted],
    [`${names.status}:open`, t.helpOpen],
  ] as const
  return (
    <details class="kl-search-aid__help">
      <summary>{t.help}</summary>
      <p class="kl-small">{t.helpWords}</p>
      <dl>
        {rows.map(([example, meaning]) => (
          <div key={example}>
            <dt class="kl-code">{example}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
