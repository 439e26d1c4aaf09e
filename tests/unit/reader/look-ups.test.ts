import { beforeEach, expect, test, vi } from 'vitest'
import { ask, stopPrivately } from '#utils/browser/messages.ts'
import { lookUpAnswers } from '../../../entrypoints/reader/look-ups.ts'
import { openTestDatabase } from '../database/open-test-database.ts'

vi.mock('#utils/browser/messages.ts', () => ({ ask: vi.fn(), askPrivately: vi.fn(), stopPrivately: vi.fn() }))

beforeEach(() => {
  vi.clearAllMocks()
})

const stopOver = (isPrivate: boolean) =>
  lookUpAnswers(openTestDatabase(), isPrivate)['card/look-up-stop']({
    id: 'kst-36410-A',
    alternatives: ['dossier-36410-A'],
  } as never)

test('«Stop» on a card over a private window ends what was asked there, and no wish of an ordinary one', async () => {
  await stopOver(true)
  expect(vi.mocked(stopPrivately).mock.calls.map(([id]) => id)).toEqual(['kst-36410-A', 'dossier-36410-A'])
  expect(ask).not.toHaveBeenCalled()
})

test('«Stop» on a card in an ordinary window ends its wish', async () => {
  await stopOver(false)
  expect(vi.mocked(ask).mock.calls.map(([type, request]) => [type, request])).toEqual([
    ['look-up/stop', { id: 'kst-36410-A' }],
    ['look-up/stop', { id: 'dossier-36410-A' }],
  ])
  expect(stopPrivately).not.toHaveBeenCalled()
})
