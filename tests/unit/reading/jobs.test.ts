import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { ReadingResult } from '#utils/browser/protocol/reading.ts'
import { storeDocument } from '#utils/database/documents/store-document.ts'
import { StoreFailure } from '#utils/database/errors.ts'
import { KamerlensDatabase } from '#utils/database/open.ts'
import type { JobRow } from '#utils/database/schema.ts'
import type { Question } from '#utils/documents/types.ts'
import { newJob } from '../../../entrypoints/background/reading/job-rows.ts'
import { createReadingJobs, type JobParts, type ReadingJobs } from '../../../entrypoints/background/reading/reading.ts'
import type { ReadingHost } from '../../../entrypoints/background/reading/reading-hosts.ts'
import { idleJournal } from '../database/idle-journal.ts'

const question = (number: string): Question => ({
  order: Number(number) - 1,
  number,
  code: null,
  page: null,
  ownPage: 1,
  question: `Vraag ${number}?`,
  answer: 'Ja.',
  answeredWith: [],
  pointsTo: null,
  footnotes: [],
  complete: true,
  doubts: [],
})

const read = (...numbers: string[]): ReadingResult => ({
  ok: true,
  document: { format: 'pdf', title: 'Antwoorden', ownIds: [], pages: 2, questions: numbers.map(question) },
  sha256: 'a'.repeat(64),
  url: null,
  byteLength: 10,
})

/** The host's seam: it notes what it was asked, and may be dead. */
class FakeHost implements ReadingHost {
  alive = false
  readonly ran: string[] = []
  readonly cancelled: string[] = []
  closed = 0
  failure: Error | null = null

  async isAlive() {
    return this.alive
  }
  async run(job: JobRow) {
    if (this.failure) throw this.failure
    this.alive = true
    this.ran.push(job.id)
  }
  async cancel(id: string) {
    this.cancelled.push(id)
  }
  async close() {
    this.alive = false
    this.closed += 1
  }
}

let db: KamerlensDatabase
let host: FakeHost
let removed: string[]
let keptFiles: string[][]
let watched: boolean[]
let time: number

function jobsWith(more: Partial<JobParts> = {}): ReadingJobs {
  return createReadingJobs({
    db,
    host,
    store: storeDocument,
    removeIncoming: async (id) => void removed.push(id),
    removeIncomingExcept: async (ids) => void keptFiles.push([...ids]),
    watch: (isNeeded) => void watched.push(isNeeded),
    now: () => new Date(time),
    ...more,
  })
}

const url = (name: string) => ({ type: 'url', url: `https://www.tweedekamer.nl/${name}` }) as const
const file = { type: 'file', name: 'antwoorden.pdf', size: 10 } as const
const states = async () => Object.fromEntries((await db.jobs.toArray()).map(({ id, state }) => [id, state]))

beforeEach(() => {
  db = new KamerlensDatabase({ name: 'jobs', indexedDB: new IDBFactory(), IDBKeyRange })
  host = new FakeHost()
  removed = []
  keptFiles = []
  watched = []
  time = Date.UTC(2023, 4, 23)
})

afterEach(() => {
  vi.restoreAllMocks()
  db.close()
})

describe('documents being read', () => {
  it('are read one at a time, in the order of asking', async () => {
    const jobs = jobsWith()
    for (const id of ['one', 'two', 'three']) {
      await jobs.start({ id, source: url(id) })
      time += 1
    }
    expect(host.ran).toEqual(['one'])
    expect(await states()).toEqual({ one: 'running', two: 'waiting', three: 'waiting' })
    await jobs.result('one', read('1'))
    expect(host.ran).toEqual(['one', 'two'])
  })

  it('leave no file behind that none of them needs: what a browser’s end left is removed, an open job’s is not', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'running', source: file })
    time += 1
    await jobs.start({ id: 'waiting', source: file })
    time += 1
    await jobs.start({ id: 'stopped', source: file })
    await jobs.cancel('stopped')
    await jobs.removeOrphans()
    expect(keptFiles).toEqual([['running', 'waiting']])
  })

  it('are one job when asked for twice', async () => {
    const jobs = jobsWith()
    const first = await jobs.start({ id: 'one', source: url('a') })
    const again = await jobs.start({ id: 'one', source: url('a') })
    const other = await jobs.start({ id: 'two', source: url('a') })
    expect([first, again, other].map((result) => result.ok && result.value.id)).toEqual(['one', 'one', 'one'])
    expect(host.ran).toEqual(['one'])
  })

  it('say how many questions are kept, also where a poorer reading left a richer one in its place', async () => {
    const jobs = jobsWith()
    const at = (address: string, ...numbers: string[]): ReadingResult & { ok: true } => {
      const result = read(...numbers)
      if (!result.ok) throw new Error('a reading that went well')
      return { ...result, url: address, document: { ...result.document, ownIds: ['2023D20951'] } }
    }
    await jobs.start({ id: 'whole', source: url('whole') })
    await jobs.result('whole', at(url('whole').url, '1', '2', '3'))
    await jobs.start({ id: 'quoting', source: url('quoting') })
    await jobs.result('quoting', at(url('quoting').url, '1'))
    expect((await db.jobs.get('quoting'))?.progress.questions).toBe(3)
    expect(await db.questions.count()).toBe(3)
  })

  it('keep document and questions, and say which document came out', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: file })
    await jobs.result('one', read('1', '2'))
    const job = await db.jobs.get('one')
    expect(job).toMatchObject({ state: 'done', document: `file:${'a'.repeat(64)}`, progress: { questions: 2 } })
    expect(await db.questions.count()).toBe(2)
    expect(removed).toEqual(['one'])
    expect(host.closed).toBe(1)
    expect(watched.at(-1)).toBe(false)
  })

  it('leave what was kept before when they fail', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: file })
    await jobs.result('one', read('1', '2'))
    await jobs.start({ id: 'two', source: file })
    await jobs.result('two', { ok: false, error: 'broken-pdf' })
    expect(await db.jobs.get('two')).toMatchObject({ state: 'failed', error: 'broken-pdf' })
    expect(await db.questions.count()).toBe(2)
  })

  it('a document that only the second copy lacks for now is kept, and said to be', async () => {
    const append = () => Promise.reject(new StoreFailure('not-secured'))
    db.useJournal({ ...idleJournal, append })
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: file })
    await jobs.result('one', read('1'))
    expect(await db.jobs.get('one')).toMatchObject({ state: 'done' })
    expect(await db.documents.count()).toBe(1)
  })

  it('say so when what was read cannot be stored, and store none of it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const full = new DOMException('full', 'QuotaExceededError')
    const jobs = jobsWith({ store: () => Promise.reject(full) })
    await jobs.start({ id: 'one', source: file })
    await jobs.result('one', read('1'))
    expect(await db.jobs.get('one')).toMatchObject({ state: 'failed', error: 'quota' })
    expect(await db.documents.count()).toBe(0)
  })

  it('write their progress at most four times a second, but each new phase', async () => {
    const changes: JobRow[] = []
    const jobs = jobsWith({ onChange: (job) => changes.push(job) })
    await jobs.start({ id: 'one', source: url('a') })
    const before = changes.length
    for (let done = 1; done <= 100; done += 1) {
      time += 10
      await jobs.progress('one', { phase: 'fetching', done, total: 100, questions: 0 })
    }
    await jobs.progress('one', { phase: 'reading', done: 0, total: 6, questions: 0 })
    expect(changes.length - before).toBeLessThanOrEqual(6)
    expect(await db.jobs.get('one')).toMatchObject({ progress: { phase: 'reading', total: 6 } })
  })
})

describe('what is read by itself', () => {
  const alone = (id: string, otherwise: readonly string[] = []) =>
    db.jobs.add({
      ...newJob(id, url(id), new Date(time)),
      byItself: { names: [id], addresses: [url(id).url, ...otherwise] },
    })

  it('waits for all that was asked for, also later', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'first', source: url('first') })
    time += 1
    await alone('alone')
    time += 1
    await jobs.start({ id: 'asked', source: url('asked') })
    await jobs.result('first', read('1'))
    expect(host.ran).toEqual(['first', 'asked'])
    await jobs.result('asked', read('1'))
    expect(host.ran).toEqual(['first', 'asked', 'alone'])
  })

  it('is begun when its row was written elsewhere', async () => {
    await alone('alone')
    await jobsWith().begin()
    expect(host.ran).toEqual(['alone'])
  })

  it('is no longer so once the user asks for the same', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'first', source: url('first') })
    await alone('alone')
    time += 1
    await jobs.start({ id: 'asked', source: url('asked') })
    expect(await jobs.start({ id: 'again', source: url('alone') })).toMatchObject({ ok: true, value: { id: 'alone' } })
    expect(await db.jobs.get('alone')).not.toHaveProperty('byItself')
    await jobs.result('first', read('1'))
    expect(host.ran).toEqual(['first', 'alone'])
  })

  it('is read elsewhere where it is not there, and fails when it is nowhere', async () => {
    const jobs = jobsWith({ newId: () => 'elsewhere' })
    await alone('alone', [url('file').url])
    await jobs.begin()
    await jobs.result('alone', { ok: false, error: 'unreachable' })
    expect(host.ran).toEqual(['alone', 'elsewhere'])
    expect(await states()).toEqual({ elsewhere: 'running' })
    expect(await db.jobs.get('elsewhere')).toMatchObject({ source: url('file'), byItself: { names: ['alone'] } })
    await jobs.result('elsewhere', { ok: false, error: 'image-only' })
    expect(await db.jobs.get('elsewhere')).toMatchObject({ state: 'failed', error: 'image-only' })
  })
})

test('a site that was taken back is told as that, and not as one that does not answer', async () => {
  const reached: string[] = []
  const mayReach = async (address: string) => {
    reached.push(address)
    return false
  }
  const jobs = jobsWith({ mayReach })
  await jobs.start({ id: 'one', source: url('a') })
  await jobs.result('one', { ok: false, error: 'unreachable' })
  await jobs.start({ id: 'two', source: url('b') })
  await jobs.result('two', { ok: false, error: 'image-only' })
  expect(await db.jobs.get('one')).toMatchObject({ state: 'failed', error: 'site-refused' })
  expect(await db.jobs.get('two')).toMatchObject({ state: 'failed', error: 'image-only' })
  expect(reached).toEqual([url('a').url])
})

describe('cancelling', () => {
  it('ends the running one and begins the next', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: file })
    time += 1
    await jobs.start({ id: 'two', source: url('b') })
    const result = await jobs.cancel('one')
    expect(result).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    expect(host.cancelled).toEqual(['one'])
    expect(removed).toEqual(['one'])
    expect(await states()).toEqual({ one: 'cancelled', two: 'running' })
  })

  it('keeps nothing of a result that comes too late', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: url('a') })
    await jobs.cancel('one')
    await jobs.result('one', read('1'))
    expect(await states()).toEqual({ one: 'cancelled' })
    expect(await db.documents.count()).toBe(0)
  })

  it('leaves a finished one as it is, and knows no unknown one', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: url('a') })
    await jobs.result('one', read('1'))
    expect(await jobs.cancel('one')).toMatchObject({ ok: true, value: { state: 'done' } })
    expect(await jobs.cancel('two')).toEqual({ ok: false, error: 'not-found' })
  })
})

describe('after a death of the background', () => {
  it('a job whose host lives on is not begun again, and its result counts', async () => {
    await jobsWith().start({ id: 'one', source: url('a') })
    const jobs = jobsWith()
    await jobs.resume()
    expect(await db.jobs.get('one')).toMatchObject({ state: 'running', attempts: 1 })
    await jobs.result('one', read('1'))
    expect(await states()).toEqual({ one: 'done' })
  })

  it('a job whose host died too is begun again', async () => {
    await jobsWith().start({ id: 'one', source: url('a') })
    host.alive = false
    await jobsWith().resume()
    expect(host.ran).toEqual(['one', 'one'])
    expect(await db.jobs.get('one')).toMatchObject({ state: 'running', attempts: 2 })
  })

  it('what is no PDF is not said to be a damaged one', async () => {
    await jobsWith().start({ id: 'one', source: { type: 'file', name: 'vragen.docx', size: 1 } })
    for (let death = 0; death < 3; death += 1) {
      host.alive = false
      await jobsWith().resume()
    }
    expect(await db.jobs.get('one')).toMatchObject({ state: 'failed', error: 'unknown' })
  })

  it('a job that takes its host down each time fails after three attempts, and the next one is read', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: file })
    time += 1
    await jobs.start({ id: 'two', source: url('b') })
    for (let death = 0; death < 3; death += 1) {
      host.alive = false
      await jobsWith().resume()
    }
    expect(await db.jobs.get('one')).toMatchObject({ state: 'failed', error: 'broken-pdf', attempts: 3 })
    expect(await states()).toMatchObject({ two: 'running' })
    expect(removed).toEqual(['one'])
  })

  it('a job that waited is begun', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: url('a') })
    time += 1
    await jobs.start({ id: 'two', source: url('b') })
    await db.jobs.update('one', { state: 'done' })
    await jobsWith().resume()
    expect(await states()).toEqual({ one: 'done', two: 'running' })
  })

  it('a host that cannot be started is tried again when the watch comes round', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    host.failure = new Error('no host')
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: url('a') })
    expect(watched.at(-1)).toBe(true)
    host.failure = null
    await jobs.resume()
    expect(host.ran).toEqual(['one'])
  })

  it('jobs that ended a week ago are forgotten', async () => {
    const jobs = jobsWith()
    await jobs.start({ id: 'one', source: url('a') })
    await jobs.result('one', { ok: false, error: 'unreachable' })
    time += 8 * 24 * 60 * 60 * 1000
    await jobs.resume()
    expect(await states()).toEqual({})
  })
})
