import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startPageWith } from '#components/store/start-page.tsx'
import { useStore } from '#components/store/use-store.ts'
import { locale } from '#locales/i18n.ts'
import { popupMessages } from '#locales/popup.ts'
import { aWhile } from '#tests/a-while.ts'
import type { Appearance } from '#utils/browser/settings/appearance.ts'

const root = document.createElement('div')
root.id = 'kl-root'
const before = locale.get()
const never = new Promise<never>(() => {})

beforeEach(() => {
  locale.set('nl')
  document.body.append(root)
})

afterEach(() => {
  locale.set(before)
  root.remove()
  document.documentElement.removeAttribute('style')
})

/** What is drawn, one after the other. */
const drawn: string[] = []

function Screen() {
  const { kept } = useStore(popupMessages)
  drawn.push(`${kept} ${document.documentElement.style.colorScheme}`)
  return <p>{kept}</p>
}

test('a page that waits for answers is drawn once, in the language and looks that came with them', async () => {
  const chosen = Promise.withResolvers<Appearance>()
  const until = Promise.withResolvers<void>()
  void startPageWith(<Screen />, () => 'Kamerlens', { chosen: chosen.promise, until: until.promise, calm: never })
  until.resolve()
  await aWhile(20)
  expect(drawn).toEqual([])
  chosen.resolve({ language: 'en', looks: 'dark' })
  await vi.waitFor(() => expect(root.textContent).toBe('Saved'))
  expect(drawn).toEqual(['Saved dark'])
  expect(document.documentElement.lang).toBe('en')
  // Whatever is chosen afterwards is drawn in place.
  locale.set('nl')
  await vi.waitFor(() => expect(root.textContent).toBe('Bewaard'))
})
