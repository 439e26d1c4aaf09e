import { signal } from '@preact/signals'
import { backgroundActions, backgroundLookUps } from '#components/background-actions.ts'
import { citationChoice } from '#components/citation-choice.ts'
import { keptIn } from '#components/kept-store.ts'
import type { PagesPlace } from '#components/reader/reader-pages.tsx'
import { ReaderScreen, type WantedQuestion } from '#components/reader/reader-screen.tsx'
import { readerWays } from '#components/reader-ways.ts'
import { type Services, ServicesProvider } from '#components/services.ts'
import { startPage } from '#components/start-page.tsx'
import type { StoreStatus } from '#components/store-notice.tsx'
import { storeStatus } from '#components/store-status.ts'
import { readerMessages } from '#locales/reader.ts'
import { requestOfficialHosts } from '#utils/browser/permissions.ts'
import { followPreliminary } from '#utils/browser/preliminary.ts'
import { layDownForReader, questionIn, readerAddress } from '#utils/browser/reader-address.ts'
import { openDatabase } from '#utils/database/open.ts'
import { codeOf } from '#utils/references/code.ts'
import { readTyped } from '#utils/references/dossier.ts'
import { findReferences } from '#utils/references/find.ts'
import { readCode } from '#utils/references/read.ts'
import type { Code } from '#utils/references/types.ts'
import { markCodes } from './codes.ts'
import { sourceOfPage } from './reader-source.ts'
import { createSession } from './session.ts'
import './style.css'

const db = openDatabase()
const services: Services = {
  kept: keptIn(db),
  actions: backgroundActions,
  lookUps: backgroundLookUps,
  citation: citationChoice(),
  codes: { readCode, readTyped, codeOf, findReferences },
  reader: readerWays,
  readings: { follow: followPreliminary },
}
const source = await sourceOfPage(location.search)
const isPrivate = source.type === 'address' && source.isPrivate
const pages = Promise.withResolvers<PagesPlace>()
const session = createSession(db, source, pages.promise)
const store = signal<StoreStatus>('ready')
/** The question that the address names: whoever asks for another one while the reader is open changes that part alone. */
const wanted = signal<WantedQuestion | null>(null)
const opened = signal<{ readonly code: Code; readonly focusNote: boolean } | null>(null)

const url = source.type === 'address' ? source.url : null
const name = source.type === 'address' ? source.title : source.type === 'file' ? source.name : ''
const place = source.type === 'address' && !isPrivate ? { url: source.url, title: name } : undefined
markCodes(db, pages.promise, (code, focusNote) => {
  opened.value = { code, focusNote }
})

function readWanted() {
  const order = questionIn(location.hash)
  if (order === null) return
  wanted.value = { order }
  // Taken out of the address, the same question can be asked for again.
  history.replaceState(history.state, '', location.pathname + location.search)
}
readWanted()
addEventListener('hashchange', readWanted)

async function openFile(file: File) {
  location.assign(readerAddress({ file: await layDownForReader(file), name: file.name }))
}

async function allow() {
  if (await requestOfficialHosts().catch(() => false)) await session.start()
}

function Reader() {
  return (
    <ServicesProvider value={services}>
      <ReaderScreen
        state={session.state.value}
        questions={session.questions.value}
        url={url}
        name={name}
        isPrivate={isPrivate}
        store={store.value}
        place={place}
        opened={opened.value}
        wanted={wanted.value}
        onOpened={(code) => {
          opened.value = code === null ? null : { code, focusNote: false }
        }}
        onPlace={pages.resolve}
        onRetry={() => void session.start()}
        onAllow={() => void allow()}
        onFile={(file) => void openFile(file)}
        onRead={() => void session.read()}
      />
    </ServicesProvider>
  )
}

startPage(<Reader />, () => {
  const { untitled, privateTitle } = readerMessages.get()
  return `${isPrivate ? privateTitle : name === '' ? untitled : name} · Kamerlens`
})
void session.start()
void storeStatus(db).then((status) => {
  store.value = status
})
