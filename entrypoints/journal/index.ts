import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { journalChannel } from '#utils/browser/workers/journal-channel.ts'
import { everythingIn } from '#utils/database/journal/everything.ts'
import { ownFiles } from '#utils/database/journal/files.ts'
import { JournalWriter } from '#utils/database/journal/writing.ts'
import { databaseName } from '#utils/database/open.ts'
import { serveJournal } from './serve.ts'

/** The journal's worker: the only context that may hold the journal's files open (DESIGN «Journal»). */
export default defineUnlistedScript(() => {
  serveJournal({
    channel: new BroadcastChannel(journalChannel),
    writer: new JournalWriter(ownFiles),
    everything: () => everythingIn(databaseName),
  })
})
