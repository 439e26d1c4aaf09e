import { afterEach } from 'vitest'
import { recordMessages } from '#locales/records.ts'
import '../../../entrypoints/page.content/style.css'
import { cardRecord } from '#components/official/card-lookup.ts'
import { locale } from '#locales/i18n.ts'
import type { CardLookup, CardRequest, CodeState } from '#utils/browser/protocol/card.ts'
import type { LookUpRequest } from '#utils/browser/protocol/lookup.ts'
import type { PageMessages } from '#utils/browser/protocol/page-messages.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import type { DocumentRow, LookupRow, NoteRow, QuestionRow } from '#utils/database/schema.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Code } from '#utils/references/types.ts'
import { Card, type CardOptions } from '../../../entrypoints/page.content/card/card.ts'
import type { PageChannel } from '../../../entrypoints/page.content/channel.ts'
import { startPage } from '../../../entrypoints/page.content/start.ts'

/** The content script's parts over a stand-in for the background. */
export interface Rig {
  readonly sent: { readonly type: string; readonly payload: unknown }[]
  readonly reports: PageReport[]
  readonly page: PageMessages
  stop(): void
}

interface Background {
  readonly lookup?: (id: string) => Promise<Result<CardLookup>> | Result<CardLookup>
  /** Has the services asked; by default that is taken in, and nothing comes of it. */
  readonly lookUp?: (request: CardRequest & LookUpRequest) => Promise<Result<true>>
  readonly states?: Readonly<Record<string, CodeState>>
  readonly read?: Result<{ job: string }>
  readonly follow?: (on: boolean) => Result<true>
  /** Whether the card's script can be put into the page. */
  readonly loads?: () => boolean
}

locale.set('nl')

const running: AbortController[] = []

export function start(background: Background = {}, shadowMode: ShadowRootMode = 'open'): Rig {
  const controller = new AbortController()
  running.push(controller)
  const sent: Rig['sent'] = []
  const reports: PageReport[] = []
  let page: PageMessages | null = null
  const answers: Record<string, (payload: never) => unknown> = {
    'page/report': (report: PageReport) => {
      reports.push(report)
    },
    'card/states': () => background.states ?? {},
    'card/lookup': ({ id }: { id: string }) => background.lookup?.(id) ?? { ok: true, value: nothingKept(id) },
    'card/look-up': (request: CardRequest & LookUpRequest) => background.lookUp?.(request) ?? { ok: true, value: true },
    'card/look-up-stop': () => undefined,
    'card/read': () => background.read ?? { ok: true, value: { job: 'job-1' } },
    'card/stop': () => undefined,
    'card/note': () => undefined,
    'card/follow': ({ on }: { on: boolean }) => background.follow?.(on) ?? { ok: true, value: true },
  }
  const channel = {
    send: async (type: string, payload: unknown) => {
      sent.push({ type, payload: structuredClone(payload) })
      return answers[type]?.(payload as never)
    },
    listen: (handlers: PageMessages) => {
      page = handlers
      return () => {
        page = null
      }
    },
  } as unknown as PageChannel
  const loadCard = async () => {
    if (background.loads?.() === false) throw new Error('no card')
    return (options: CardOptions) => new Card(options)
  }
  startPage({ channel, signal: controller.signal, shadowMode, loadCard })
  if (page === null) throw new Error('the page does not listen')
  return { sent, reports, page, stop: () => controller.abort() }
}

afterEach(() => {
  for (const controller of running.splice(0)) controller.abort()
})

/** The open card's shadow root, or null. */
export const cardRoot = (): ShadowRoot | null => document.querySelector('#kamerlens-card')?.shadowRoot ?? null
export const card = (): HTMLElement | null => cardRoot()?.querySelector<HTMLElement>('[role=dialog]') ?? null

/** A place in the middle of a text on the page, in CSS pixels. */
export function middleOf(node: Node, start: number, end: number): { x: number; y: number } {
  const range = new Range()
  range.setStart(node, start)
  range.setEnd(node, end)
  const rect = range.getBoundingClientRect()
  return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 }
}

/** Noon on the day of the test, in whatever zone it runs. */
export const noon = new Date(2023, 5, 20, 12)

/** What the background answers of a code of which nothing is kept; asked of the services when the user says so. */
export function nothingKept(id: string): CardLookup {
  return known(null, id)
}

/**
 * The same with what is written down of the services' answers.
 *
 * @param rows of the code, and of what else the same letters may name
 */
export function known(row: LookupRow | null, id: string, { asksFirst = true, others = {} }: Known = {}): CardLookup {
  const record = (each: string, of: LookupRow | null) => cardRecord(codeNamed(each), of, asksFirst, noon)
  return {
    code: codeNamed(id),
    document: null,
    printed: [],
    questionCount: 0,
    notes: [],
    counterpart: null,
    records: [record(id, row), ...Object.entries(others).map(([other, of]) => record(other, of))],
    asksFirst,
    slow: recordMessages.get().slow,
  }
}

interface Known {
  readonly asksFirst?: boolean
  readonly others?: Readonly<Record<string, LookupRow | null>>
}

function codeNamed(id: string): Code {
  const code = codeOf(id)
  if (code === null) throw new Error(`no code: ${id}`)
  return code
}

export const list: DocumentRow = {
  id: '2023D20951',
  kind: 'kamerstuk',
  title: 'Jaarverslag Onderwijs, Cultuur en Wetenschap 2022',
  aliases: ['2023D20951'],
  date: '2023-05-23',
  links: [{ rel: 'publication', url: 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html' }],
  provenance: [],
  createdAt: '2023-05-24T10:00:00Z',
  updatedAt: '2023-05-24T10:00:00Z',
}

export const question: QuestionRow = {
  list: '2023D20951',
  order: 3,
  number: '41',
  code: '2023D19158',
  page: '216',
  ownPage: 12,
  question:
    'Hoeveel scholen hebben in 2022 deelgenomen aan het programma voor leesbevordering, en hoe wordt de voortgang gemeten?',
  answer: [
    'In 2022 namen 1.204 scholen deel aan het programma. De deelnemende scholen krijgen begeleiding van een leesconsulent, die samen met het team een plan voor drie jaar opstelt.',
    'De voortgang wordt elk voorjaar gemeten aan de hand van een vragenlijst onder leerlingen en leraren. Voor de eerste meting was een nulmeting gedaan in het voorjaar van 2021. De uitkomsten worden per regio gepubliceerd en met de scholen besproken.',
  ].join('\n\n'),
  answeredWith: [],
  pointsTo: null,
  footnotes: [],
  complete: true,
  doubts: [],
}

export const note = (body: string): NoteRow => ({
  id: crypto.randomUUID(),
  target: '2023D19158',
  type: 'document',
  body,
  version: 1,
  places: [],
  createdAt: '2023-11-02T10:00:00Z',
  updatedAt: '2023-11-02T10:00:00Z',
})
