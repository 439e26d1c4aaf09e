import { ask, askPrivately, stopPrivately } from '#utils/browser/messages.ts'
import { mayNotify, requestNotifications, requestOfficialHosts } from '#utils/browser/permissions.ts'
import { isOverPrivate, isPrivateWindow } from '#utils/browser/private-window.ts'
import { begunPassage } from '#utils/browser/session/begun-passages.ts'
import type { Actions } from './actions.ts'
import type { LookUps } from './services.ts'
import { withProgress } from './with-progress.ts'

/** Milliseconds for a change of many rows: ten thousand notes take some seconds, on a slow disk many. */
const manyTime = 5 * 60_000

/** What the screens have the background do. */
export const backgroundActions: Actions = {
  saveNote: (save) => ask('note/save', save),
  deleteNote: (id) => ask('note/delete', { id }),
  restoreNote: (id) => ask('note/restore', { id }),
  deleteDocument: (id) => ask('document/delete', { id }),
  restoreDocument: (id) => ask('document/restore', { id }),
  changeCorrections: (change) => ask('correction/change', change),
  deleteChosen: (chosen, onProgress) =>
    withProgress(onProgress, (told) => ask('chosen/delete', { ...chosen, ...told }, manyTime)),
  restoreChosen: (chosen, onProgress) =>
    withProgress(onProgress, (told) => ask('chosen/restore', { ...chosen, ...told }, manyTime)),
  changeTags: (change, onProgress) =>
    withProgress(onProgress, (told) => ask('tags/change', { ...change, ...told }, manyTime)),
  forgetRecovered: () => ask('recovered/read', undefined),
  readAddress: (url, title) => ask('reading/start', { id: crypto.randomUUID(), source: { type: 'url', url, title } }),
  cancelReading: (id) => ask('reading/cancel', { id }),
  follow: (...targets) => ask('watch/add', { targets }),
  unfollow: (...targets) => ask('watch/remove', { targets }),
  refollow: (target) => ask('watch/restore', { target }),
  seeNews: () => ask('watch/seen', { target: null }),
  checkFollowed: () => ask('watch/check', undefined),
  mayNotify,
  askToNotify: requestNotifications,
  openPassage: (id) => ask('passages/open', { id }),
  begunPassage,
  async copy(text, rich = null) {
    try {
      if (rich === null) await navigator.clipboard.writeText(text)
      else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': rich })])
      return true
    } catch {
      return false
    }
  },
}

/** How the screens have codes looked up. */
export const backgroundLookUps: LookUps = {
  start: async (request) => ((await isOverPrivate()) ? askPrivately(request) : ask('look-up/start', request)),
  many: async (request) => ((await isOverPrivate()) ? null : ask('look-up/many', request)),
  stop: async (id) => ((await isOverPrivate()) ? stopPrivately(id) : ask('look-up/stop', { id })),
  askRight: requestOfficialHosts,
  privately: isPrivateWindow() ? askPrivately : null,
}

/** The same in an ordinary page of ours that is known to show something of a private window. */
export const privateLookUps: LookUps = {
  ...backgroundLookUps,
  stop: stopPrivately,
  privately: askPrivately,
}
