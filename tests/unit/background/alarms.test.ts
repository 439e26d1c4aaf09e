import '../browser/fake-browser.ts'
import { expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { onAlarms, watchBy } from '../../../entrypoints/background/alarms.ts'

test('an alarm rings while there is something to wait for, and begins anew with no further wish', async () => {
  const watch = watchBy('reading')
  const create = vi.spyOn(browser.alarms, 'create')
  await watch(true)
  await watch(true)
  expect(create.mock.calls).toEqual([['reading', { periodInMinutes: 0.5 }]])
  expect(await browser.alarms.get('reading')).toBeDefined()
  await watchBy('following')(false)
  expect(await browser.alarms.get('reading')).toBeDefined()
  await watch(false)
  expect(await browser.alarms.get('reading')).toBeUndefined()
  create.mockRestore()
})

test('what rings does its own work', async () => {
  const backup = vi.fn(async () => undefined)
  onAlarms({ backup })
  for (const name of ['backup', 'reading', 'unknown']) await ring(name)
  expect(backup).toHaveBeenCalledTimes(1)
})

/** As the browser tells of one. */
async function ring(name: string): Promise<void> {
  const { onAlarm } = browser.alarms as unknown as { onAlarm: { trigger(alarm: { name: string }): Promise<unknown> } }
  await onAlarm.trigger({ name })
}
