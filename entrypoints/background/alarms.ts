import { browser } from 'wxt/browser'

/**
 * What wakes a background that the browser stopped, with the minutes between two wakings; half a minute is the shortest that
 * browsers keep. An alarm rings for as long as there is something to wait for.
 */
const periods = {
  /** While a document is read. */
  reading: 0.5,
  /** While answers of the official services are wanted: after its death, and when a connection may be back. */
  'look-ups': 1,
  /** While anything is followed, to see whether a check of it is due. */
  following: 15,
  /** While the search index is being built; each start goes on with what it lacks. */
  search: 0.5,
  /** For a copy outside the browser: one a day is made, and not at each waking the browser lets it. */
  backup: 360,
} as const

type AlarmName = keyof typeof periods

/** Sets the alarm, or stops it once nothing is waited for any more. */
export const watchBy =
  (name: AlarmName) =>
  async (isNeeded: boolean): Promise<void> => {
    if (!isNeeded) await browser.alarms.clear(name)
    else if ((await browser.alarms.get(name)) === undefined) {
      await browser.alarms.create(name, { periodInMinutes: periods[name] })
    }
  }

/** What is done when an alarm rings; one without work of its own only has the background start. */
export function onAlarms(work: Readonly<Partial<Record<AlarmName, () => Promise<unknown>>>>): void {
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    await work[name as AlarmName]?.()
  })
}
