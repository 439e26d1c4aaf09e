/** For files that run one after another in one place: IndexedDB before Dexie, which takes what is there when it is loaded. */
import 'fake-indexeddb/auto'

/** What the file before left in the database that has the browser's own name. */
for (const { name } of await indexedDB.databases()) {
  if (name === undefined) continue
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = resolve
    request.onerror = () => reject(request.error)
  })
}
