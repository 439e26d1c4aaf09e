import { browser } from 'wxt/browser'
import { followingMessages, newsMessages } from '#locales/following.ts'
import { codeOf } from '#utils/references/code.ts'
import type { Untold } from './following.ts'

/** One for all that Kamerlens has to tell: a later one takes the place of an earlier one. */
export const notificationId = 'followed'

/** Lines beside the first; systems show no more. */
const mostLines = 3

/** Title and text of the notification for what came together: the first in the title, how much more there is below. */
export function notificationOf(told: Untold): { readonly title: string; readonly message: string } {
  const t = followingMessages.get()
  const kinds = newsMessages.get()
  const all = told.flatMap(({ watch, title, news }) =>
    news.map((one) => ({
      line: t.newsOf({ kind: kinds[one.kind], title: title ?? codeOf(watch.target)?.label ?? watch.target }),
      ...one,
    })),
  )
  const [first, ...rest] = all
  if (first === undefined) throw new RangeError('no news')
  if (rest.length === 0) return { title: first.line, message: first.title ?? t.openToSee }
  const lines = rest.slice(0, mostLines).map(({ line }) => line)
  return { title: first.line, message: [t.andMore(rest.length), ...lines].join('\n') }
}

/** Shows it, where the user lets us: the permission is given and taken back in the list of what is followed. */
export async function notify(told: Untold): Promise<void> {
  const options = { type: 'basic', iconUrl: browser.runtime.getURL('/icon/128.png'), ...notificationOf(told) } as const
  // Without the permission the browsers do not have this at all.
  await browser.notifications?.create(notificationId, options).catch((error: unknown) => console.error(error))
}

let heard: object | null = null

/** Hears clicks on the notification, from now on or from when the user gives the permission: call it at both. */
export function onNotificationClicked(open: () => Promise<void>): void {
  const { notifications } = browser
  if (notifications === undefined || heard === notifications.onClicked) return
  heard = notifications.onClicked
  notifications.onClicked.addListener(async (id) => {
    if (id !== notificationId) return
    await Promise.all([notifications.clear(id), open()])
  })
}
