import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { soon } from '../soon.ts'
import { answeredQuestions } from './counterpart-screens.tsx'
import { keepAnswer, keepOfficial, keepReading, lookupRow } from './counterpart-world.ts'
import type { World } from './kept-world.ts'
import { quiet, stage } from './stage.tsx'

const part = () => page.getByRole('region', { name: 'Vragen en antwoord' })
const shown = () => (part().query()?.textContent ?? '').replace(/\s+/g, ' ')

let world: World

beforeEach(async () => {
  world = await stage(answeredQuestions, { keep: keepOfficial })
  await quiet()
})

test('questions whose answer was read by itself stand with it under their code, the first ones, and lead to the rest', async () => {
  expect(part().query()).toBeNull()
  await keepAnswer(world)
  await quiet()
  expect(shown()).toContain('Antwoord op vragen over stages')
  expect(shown()).toContain('Vraag 1Hoeveel scholen hebben in 2000')
  expect(shown()).toContain('Er zijn 31 verzoeken ingediend.')
  expect(shown()).not.toContain('Vraag 6')
  await userEvent.click(page.getByRole('button', { name: 'Alle 7 vragen' }))
  await expect.element(page.getByRole('button', { name: /^Vraag 7 / })).toBeVisible()
})

test('how far it is, is said from the look-up on, and can be stopped while it is read', async () => {
  const asked = { ...lookupRow('2023D21040'), askedAt: null, expiresAt: null, wanted: '2023-05-24T09:00:00.000Z' }
  await world.db.lookups.put(asked)
  await quiet()
  expect(shown()).toContain('Antwoord wordt opgezocht…')
  await world.db.lookups.delete('2023D21040')
  await keepReading(world, { state: 'waiting' })
  await quiet()
  expect(shown()).toContain('Antwoord wordt gelezen…')
  await keepReading(world)
  await quiet()
  expect(part().getByRole('status').query()?.textContent).toBe('Antwoord wordt gelezen… 12 van 68 bladzijden.')
  await userEvent.click(part().getByRole('button', { name: 'Stop met lezen van Antwoord op vragen over stages' }))
  await quiet()
  expect(part().getByRole('alert').query()?.textContent).toBe('Gestopt; er is niets bewaard.')
})

test('what did not come is said in one sentence, and can be read on the user’s own action', async () => {
  await keepReading(world, { state: 'failed', error: 'too-large' })
  await quiet()
  expect(part().getByRole('alert').query()?.textContent).toContain('te groot om vanzelf te lezen')
  await userEvent.click(part().getByRole('button', { name: 'Lees dit document' }))
  expect(world.addresses).toEqual(['https://zoek.officielebekendmakingen.nl/ah-tk-20222023-2345.html'])
})

test('a look-up that failed says why, and one that found nothing too', async () => {
  const failure = { code: 'busy', retryAt: null, at: '2023-05-24T09:00:00.000Z' } as const
  await world.db.lookups.put({ ...lookupRow('2023D21040'), failure, wanted: '2023-05-24T09:00:00.000Z' })
  await soon(() => expect(shown()).toContain('De officiële dienst heeft het druk.'))
  await world.db.lookups.put(lookupRow('2023D21040'))
  await soon(() => expect(shown()).toContain('De officiële diensten kennen dit stuk niet, of nog niet'))
})

test('what the user removed does not show, and nothing is said of it', async () => {
  await keepAnswer(world)
  await world.db.documents.update('ah-tk-20222023-2345', { deletedAt: '2023-05-25T09:00:00.000Z' })
  await quiet()
  expect(part().query()).toBeNull()
})
