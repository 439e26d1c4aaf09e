import { cardLookup } from '#components/official/card-lookup.ts'
import { ask, askPrivately, type Handlers, stopPrivately } from '#utils/browser/messages.ts'
import type { LookUpRequest } from '#utils/browser/protocol/lookup.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import { asksFirst } from '#utils/browser/settings/switches.ts'
import type { KamerlensDatabase } from '#utils/database/open.ts'
import type { LookupRow } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import type { AskedByPage } from '../page.content/channel.ts'

type Answers = Handlers<Pick<AskedByPage, 'card/lookup' | 'card/look-up' | 'card/look-up-stop'>>

/**
 * What the card asks of a code in the reader, which reads what is kept itself and has the background ask the services.
 *
 * @param isPrivate whether nothing may be written: the page, or the document in it, is of a private window
 */
export function lookUpAnswers(db: KamerlensDatabase, isPrivate: boolean): Answers {
  const privateRows = new Map<string, LookupRow>()
  const parts = { db, now: () => new Date(), asksFirst, inPrivate: (id: string) => privateRows.get(id) }

  async function lookUp(request: LookUpRequest): Promise<Result<true>> {
    if (!isPrivate) return ask('look-up/start', request)
    const answer = await askPrivately(request)
    if (!answer.ok) return answer
    privateRows.set(request.id, answer.value)
    return { ok: true, value: true }
  }

  return {
    'card/lookup': async ({ id, alternatives = [] }) => {
      const code = codeOf(id)
      if (code === null) return { ok: false, error: 'invalid' }
      const others = alternatives.flatMap((each) => codeOf(each) ?? [])
      return { ok: true, value: await cardLookup(parts, [code, ...others]) }
    },
    'card/look-up': async ({ id, alternatives = [], ...fresh }) => {
      const answers = await Promise.all([id, ...alternatives].map((each) => lookUp({ id: each, ...fresh })))
      return answers.find(({ ok }) => !ok) ?? { ok: true, value: true }
    },
    'card/look-up-stop': async ({ id, alternatives = [] }) => {
      const stop = isPrivate ? stopPrivately : (each: string) => ask('look-up/stop', { id: each })
      await Promise.all([id, ...alternatives].map(stop))
    },
  }
}
