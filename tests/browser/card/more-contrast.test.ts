import { afterEach, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { tellAppearance } from '../../../entrypoints/page.content/script-exchange.ts'
import { faintTexts } from '../components/contrast.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { foundAgo, id, ok, questions } from './look-up-world.ts'
import { text } from './pointing.ts'
import { card, known, list, note, question, start } from './rig.ts'

const prefer = (value: 'more' | 'no-preference') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-contrast', value }] })

afterEach(async () => {
  await prefer('no-preference')
  Reflect.deleteProperty(globalThis, Symbol.for('kamerlens.appearance'))
})

test.each(['light', 'dark'] as const)('who asks for more contrast has 7:1 in all of the card, in %s', async (looks) => {
  await page.viewport(1000, 700)
  show('<p>Zie 2023D19158.</p>')
  tellAppearance({ language: 'nl', looks })
  const late = { ...questions, zaken: questions.zaken.map((zaak) => ({ ...zaak, startedOn: '2023-05-03' })) }
  const printed = [{ question, list }]
  const { page: handlers } = start({
    lookup: () => ok({ ...known(foundAgo(40, late), id), printed, notes: [note('Na.')] }),
  })
  handlers['page/step']({ direction: 1 })
  await soon(() => expect(text()).toMatch(/vraag 41.*Te laat sinds/))
  const root = card()?.getRootNode() as ShadowRoot
  const colour = () => getComputedStyle(card() as HTMLElement).color
  const before = colour()
  await prefer('more')
  expect(faintTexts(root, 7)).toEqual([])
  expect(colour()).not.toBe(before)
})
