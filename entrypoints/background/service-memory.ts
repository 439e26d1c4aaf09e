import { browser } from 'wxt/browser'
import type { ServiceMemory } from '#utils/sources/odata/choose.ts'

const key = 'open-data.choice'

/** Which version of the open data was chosen: it outlives the background, so that the schema is not read at each start. */
export const serviceMemory: ServiceMemory = {
  read: async () => (await browser.storage.local.get(key))[key],
  write: (choice) => browser.storage.local.set({ [key]: choice }),
}
