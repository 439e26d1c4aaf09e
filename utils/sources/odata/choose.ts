import * as v from 'valibot'
import type { Ask } from '../http/ask.ts'
import { failureOf, mayPass, SourceFailure } from '../http/errors.ts'
import { serviceOf } from './metadata.ts'
import { type Service, type Version, versions } from './versions.ts'

const day = 24 * 60 * 60_000
/** How long a choice holds, milliseconds; one that was made because the best did not answer, shorter. */
const holds = { best: day, other: day / 24 }

/** Where the choice is kept while the background sleeps, so that the schema is not read at each of its starts. */
export interface ServiceMemory {
  readonly read: () => Promise<unknown>
  readonly write: (choice: ServiceChoice) => Promise<void>
}

/** JSON-safe. */
export interface ServiceChoice {
  readonly service: Service
  /** Milliseconds since 1970. */
  readonly until: number
}

export interface ServiceChooser {
  /** @throws SourceFailure where no version answers with a schema */
  readonly current: (signal: AbortSignal | undefined) => Promise<Service>
  /** The service has ended in the meantime: the next one is chosen among the others. */
  readonly forget: (service: Service) => void
}

const names = v.array(v.string())
const choiceShape = v.object({
  service: v.object({
    name: v.picklist(['v5', 'v4']),
    properties: v.strictObject({
      Document: names,
      DocumentActor: names,
      DocumentVersie: names,
      Zaak: names,
      ZaakActor: names,
      Besluit: names,
      Kamerstukdossier: names,
      Activiteit: names,
    }),
  }),
  until: v.number(),
})

/** Chooses the version of the open data by its `$metadata`: the newest that has one which look-ups can use (DOMAIN §3). */
export function serviceChooser(ask: Ask, now: () => number, memory: ServiceMemory | null): ServiceChooser {
  let choice: ServiceChoice | null = null
  let ended: string | null = null

  const remembered = async (): Promise<ServiceChoice | null> => {
    const kept = v.safeParse(choiceShape, await memory?.read())
    const version = kept.success ? versions.find(({ name }) => name === kept.output.service.name) : undefined
    // The address is the program's own, whatever was kept.
    return kept.success && version ? { ...kept.output, service: { ...kept.output.service, ...version } } : null
  }

  return {
    async current(signal) {
      choice ??= ended === null ? await remembered() : null
      if (choice && choice.until > now()) return choice.service
      const open = versions.filter(({ name }) => name !== ended)
      const service = await firstThatAnswers(ask, open, signal)
      choice = { service, until: now() + (service.name === versions[0]?.name ? holds.best : holds.other) }
      ended = null
      await memory?.write(choice)
      return service
    },
    forget(service) {
      choice = null
      ended = service.name
    },
  }
}

async function firstThatAnswers(ask: Ask, open: readonly Version[], signal: AbortSignal | undefined): Promise<Service> {
  const failures: SourceFailure[] = []
  for (const version of open) {
    try {
      return serviceOf(version, (await ask({ url: `${version.base}/$metadata`, format: 'xml', signal })).text)
    } catch (error) {
      const failure = failureOf(error)
      // Both are one host: what keeps one from answering keeps the other.
      if (mayPass(failure.code)) throw failure
      failures.push(failure)
    }
  }
  const [first = new SourceFailure('broken-answer', 'no version is left')] = failures
  // A service without a schema is out of order; it does not say that a paper does not exist.
  throw first.code === 'not-found' ? new SourceFailure('broken-answer', first.message) : first
}
