import '../browser/fake-browser.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { locale } from '#locales/i18n.ts'
import type { NewsKind } from '#utils/sources/news.ts'
import type { Untold } from '../../../entrypoints/background/codes/following.ts'
import { notificationOf, notify, onNotificationClicked } from '../../../entrypoints/background/codes/notifications.ts'
import { openFollowed } from '../../../entrypoints/background/controls/screens.ts'
import { fakeBrowser, stubBrowser } from '../browser/fake-browser.ts'

const one = (kind: NewsKind, title: string | null) =>
  ({ at: '', kind, ids: [], title, day: null, seen: false }) as const

const followed = (target: string, title: string | null, ...news: Untold[number]['news'][number][]) => ({
  watch: { target, nextCheck: '' },
  official: null,
  title,
  news,
})

const gyms = followed('2023D24876', 'De huur van gymzalen', one('answered', 'Antwoord op vragen'))
const report = followed('dossier-36360-VIII', null, one('decision', 'Agenderen.'), one('postponed', null))

beforeEach(() => {
  fakeBrowser.reset()
  locale.set('nl')
})

describe('the notification', () => {
  test('names what came, and how much more there is', () => {
    expect(notificationOf([gyms])).toEqual({ title: 'Beantwoord: De huur van gymzalen', message: 'Antwoord op vragen' })
    expect(notificationOf([gyms, report])).toEqual({
      title: 'Beantwoord: De huur van gymzalen',
      message: 'en 2 andere:\nBesluit: Dossier 36 360 VIII\nUitgesteld: Dossier 36 360 VIII',
    })
    expect(notificationOf([followed('2023Z08012', null, one('settled', null))])).toEqual({
      title: 'Afgedaan: 2023Z08012',
      message: 'Klik om het te zien.',
    })
  })

  test('stays short however much there is', () => {
    const all = followed('2023D24876', 'Veel', ...Array.from({ length: 50 }, () => one('new-document', 'x')))
    expect(notificationOf([all]).message.split('\n')).toEqual([
      'en 49 andere:',
      ...Array(3).fill('Nieuw document: Veel'),
    ])
  })

  test('without the permission nothing is shown, and nothing fails', async () => {
    Object.assign(fakeBrowser, { notifications: undefined })
    onNotificationClicked(async () => {})
    await expect(notify([gyms])).resolves.toBeUndefined()
  })

  test('with it one is shown, also where it was given a moment ago; a click opens what is followed, in front', async () => {
    const listeners: ((id: string) => Promise<void>)[] = []
    const notifications = {
      create: vi.fn(async () => 'followed'),
      clear: vi.fn(async () => true),
      onClicked: { addListener: (listener: (id: string) => Promise<void>) => void listeners.push(listener) },
    }
    Object.assign(fakeBrowser, { notifications })
    const create = stubBrowser('tabs', 'create', async () => ({ windowId: 3 }))
    const update = stubBrowser('windows', 'update', async () => ({}))
    onNotificationClicked(openFollowed)
    onNotificationClicked(openFollowed)
    expect(listeners).toHaveLength(1)
    await notify([gyms, report])
    expect(notifications.create).toHaveBeenCalledExactlyOnceWith(
      'followed',
      expect.objectContaining({ type: 'basic', title: 'Beantwoord: De huur van gymzalen' }),
    )
    await listeners[0]?.('another')
    expect(create).not.toHaveBeenCalled()
    await listeners[0]?.('followed')
    expect(create).toHaveBeenCalledWith({ url: '/library.html?view=followed' })
    expect(update).toHaveBeenCalledWith(3, { focused: true })
    expect(notifications.clear).toHaveBeenCalledWith('followed')
  })

  test('a browser that refuses to show one does not stop the check', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    Object.assign(fakeBrowser, { notifications: { create: () => Promise.reject(new Error('no')) } })
    await expect(notify([gyms])).resolves.toBeUndefined()
    expect(error).toHaveBeenCalled()
  })
})
