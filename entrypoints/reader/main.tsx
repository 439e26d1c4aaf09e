import { computed, signal } from '@preact/signals'
import type { OpenedPassage } from '#components/reader/passages-in-reader.ts'
import type { PagesPlace } from '#components/reader/reader-pages.tsx'
import { ReaderScreen, type WantedQuestion } from '#components/reader/reader-screen.tsx'
import { backgroundIndex } from '#components/search/search-index.ts'
import { ServicesProvider } from '#components/store/services.ts'
import { servicesIn } from '#components/store/services-in.ts'
import { startPage } from '#components/store/start-page.tsx'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import { followStatus } from '#components/store/store-status.ts'
import { refuseDrops } from '#components/transfer/refuse-drops.ts'
import { showFailure } from '#components/undo/undo.ts'
import { errorMessages } from '#locales/errors.ts'
import { readerMessages } from '#locales/reader.ts'
import { openPageDatabase } from '#utils/browser/page-database.ts'
import { requestOfficialHosts } from '#utils/browser/permissions.ts'
import { layDownForReader, passageIn, questionIn, readerAddress } from '#utils/browser/reader-address.ts'
import { documentOfAddress } from '#utils/database/notes/passages.ts'
import type { Code } from '#utils/references/types.ts'
import { markCodes } from './codes.ts'
import { createReaderPassages } from './passages.ts'
import { sourceOfPage } from './reader-source.ts'
import { createSession } from './session.ts'
import './style.css'

const source = await sourceOfPage(location.search)
const isPrivate = source.type === 'address' && source.isPrivate
const db = openPageDatabase()
const services = servicesIn(db, backgroundIndex(), isPrivate)
const pages = Promise.withResolvers<PagesPlace>()
const session = createSession(db, source, pages.promise)
const store = signal<StoreStatus>('ready')
/** The question that the address names: whoever asks for another one while the reader is open changes that part alone. */
const wanted = signal<WantedQuestion | null>(null)
const opened = signal<{ readonly code: Code; readonly focusNote: boolean } | null>(null)

const url = source.type === 'address' ? source.url : null
const name = source.type === 'address' ? source.title : source.type === 'file' ? source.name : ''
const place = source.type === 'address' && !isPrivate ? { url: source.url, title: name } : undefined
const openedPassage = signal<OpenedPassage | null>(null)
/** The name under which the document's passages are kept; a file has one once its bytes are there. */
const documentName = computed(() => {
  if (url !== null) return documentOfAddress(url)
  const { value } = session.questions
  return value.type === 'begun' ? value.document : null
})
const passages = createReaderPassages({
  db,
  place: pages.promise,
  state: session.state,
  document: documentName,
  url,
  isPrivate,
  notePlace: place,
  open: (id, begun) => {
    openedPassage.value = { id, begun }
  },
  onTooLong: () => showFailure(() => errorMessages.get()['selection-too-long']),
})
markCodes(db, pages.promise, isPrivate, (code, focusNote) => {
  opened.value = { code, focusNote }
})

function readWanted() {
  const order = questionIn(location.hash)
  const passage = passageIn(location.hash)
  if (order === null && passage === null) return
  if (order !== null) wanted.value = { order }
  if (passage !== null) {
    passages.show(passage)
    openedPassage.value = { id: passage, begun: null }
  }
  // Taken out of the address, the same place can be asked for again.
  history.replaceState(history.state, '', location.pathname + location.search)
}
readWanted()
addEventListener('hashchange', readWanted)

async function openFile(file: File) {
  location.assign(readerAddress({ file: await layDownForReader(file), name: file.name }))
}

/** Whether the official sites may be read by now: then the document is on its way. */
async function allow(): Promise<boolean> {
  const isGiven = await requestOfficialHosts().catch(() => false)
  if (isGiven) void session.start()
  return isGiven
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
        onRetry={() => void session.retry()}
        onAllow={allow}
        onFile={(file) => void openFile(file)}
        onRead={() => void session.read()}
        passages={{
          all: passages.passages.value,
          search: passages.search.value,
          opened: openedPassage.value,
          isSelected: passages.isSelected.value,
          onBegin: passages.begin,
          onShow: (id) => {
            passages.show(id)
            openedPassage.value = { id, begun: null }
          },
          onClose: () => {
            openedPassage.value = null
          },
        }}
      />
    </ServicesProvider>
  )
}

refuseDrops()
startPage(<Reader />, () => {
  const { untitled, privateTitle } = readerMessages.get()
  return `${isPrivate ? privateTitle : name === '' ? untitled : name} · Kamerlens`
})
void session.start()
void followStatus(db, (status) => {
  store.value = status
})
