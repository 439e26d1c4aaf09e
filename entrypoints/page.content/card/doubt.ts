import { cardMessages } from '#locales/card.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'
import { element } from './element.ts'
import { externalLink } from './official-links.ts'
import type { LoadedView } from './view.ts'

/** How sure the reference is, where its form alone does not tell, and no look-up did. */
export function doubtPart({ mention, lookup, isAsking }: LoadedView): readonly HTMLElement[] {
  const texts = cardMessages.get()
  const decided = lookup.records.filter(({ state, known }) => known !== null || state === 'not-found')
  const others = (mention?.alternatives ?? []).flatMap(({ id }) =>
    isAsking || decided.some(({ code }) => code.id === id) ? [] : (codeOf(id) ?? []),
  )
  return [
    ...(mention?.certainty === 'local' ? [element('p', { class: 'aside' }, texts.local)] : []),
    ...othersPart(
      texts.foundAs,
      others.filter(({ id }) => hasSession.test(id)),
    ),
    ...othersPart(
      texts.orElse,
      others.filter(({ id }) => !hasSession.test(id)),
    ),
  ]
}

/** The same paper of the Senate, by the session in which it was published. */
const hasSession = /^kst-\d{8}-/

const othersPart = (words: string, others: readonly Code[]) =>
  others.length > 0 ? [element('p', { class: 'aside' }, `${words} `, ...listOf(others.map(externalLink)))] : []

const listOf = (links: readonly HTMLElement[]) => links.flatMap((link, index) => (index === 0 ? [link] : [', ', link]))
