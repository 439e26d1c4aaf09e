import type { PageActions } from '#components/popup/page-state.ts'
import type { PanelPage } from '#components/popup/panel-page.ts'
import { PanelScreen } from '#components/popup/panel-screen.tsx'
import { ServicesProvider } from '#components/store/services.ts'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import { saveNote } from '#utils/database/notes/notes.ts'
import { keepAnswers, type World } from './kept-world.ts'
import { asked, emptyPage, goneTo, officialSite, otherSite, type Screen, withCodes } from './screens.tsx'

/** What is done with the pages, told by the title of the page that it is done with. */
const actionsOf = (title: string): PageActions => ({
  goTo: (id) => goneTo.push(`${title}: ${id}`),
  passages: async () => [],
  showPassage: (id) => goneTo.push(id),
  saveQuestions: async () => ({ ok: false, error: 'no-page' }),
  openReader: () => asked.push('reader'),
  allow: async () => asked.push('allow') > 0,
  reload: () => asked.push('reload'),
  turn: (name, on) => asked.push(`${name} ${on ? 'on' : 'off'}`),
  search: () => asked.push('search'),
  addSite: async () => {
    asked.push('add')
    return false
  },
  removeSite: () => asked.push('remove'),
})

/** A page of the list of answers, unless said otherwise. */
export function pageOf(world: World, other: Partial<PanelPage> = {}): PanelPage {
  const title = other.title ?? 'Antwoorden op de lijst van vragen'
  const state = withCodes(world)
  const place = { url: 'https://www.tweedekamer.nl/a', title }
  return {
    key: `7 ${title}`,
    title,
    state: state.type === 'loading' ? state : { ...state, place },
    document: '2023D20951',
    isDocument: true,
    actions: actionsOf(title),
    ...other,
  }
}

export function panel(world: World, page: PanelPage, store: StoreStatus = 'ready', notice?: string) {
  return (
    <ServicesProvider value={world}>
      <PanelScreen
        page={page}
        store={store}
        notice={notice}
        onLibrary={() => asked.push('library')}
        onOptions={() => asked.push('options')}
      />
    </ServicesProvider>
  )
}

const withNote = async (world: World) => {
  await keepAnswers(world.db, 60)
  const body = 'Terugvragen na het congres van **november**.\n\n- cijfers per instelling\n- wie betaalt?'
  await saveNote(
    world.db,
    { id: 'note-1', target: '2023D20951', opened: '', body, tags: ['stagevergoeding'] },
    new Date('2023-05-24T10:00:00Z'),
  )
}

const longTitle = 'Arbeidsmarktdiscriminatievoorlichtingscampagne | Rijksoverheid.nl'
const plain: Partial<PanelPage> = {
  document: 'url:https://www.rijksoverheid.nl/stages',
  isDocument: false,
  title: longTitle,
}
const noDocument = { document: null, isDocument: false } as const
const noSite = { ...officialSite, host: '', kind: 'none' } as const

/** Low and narrow as the popup's here; `every-screen.ts` and `panel.test.tsx` show them taller. */
export const panelScreens: readonly Screen[] = [
  { name: 'panel-document', keep: withNote, show: (world) => panel(world, pageOf(world)) },
  { name: 'panel-not-kept', show: (world) => panel(world, pageOf(world, { document: 'kst-36360-VIII-5' })) },
  { name: 'panel-dossier', show: (world) => panel(world, pageOf(world, { document: 'dossier-36360-VIII' })) },
  { name: 'panel-file', show: (world) => panel(world, pageOf(world, { document: `file:${'0'.repeat(64)}` })) },
  { name: 'panel-page', show: (world) => panel(world, pageOf(world, { ...plain, isDocument: true })) },
  { name: 'panel-references', keep: withNote, show: (world) => panel(world, pageOf(world, plain)) },
  {
    name: 'panel-loading',
    show: (world) => panel(world, pageOf(world, { ...noDocument, state: { type: 'loading' } })),
  },
  {
    name: 'panel-unseen',
    show: (world) => panel(world, pageOf(world, { ...noDocument, title: '', state: emptyPage('unseen', noSite) })),
  },
  {
    name: 'panel-other-site',
    show: (world) => panel(world, pageOf(world, { ...noDocument, state: emptyPage('other-site', otherSite) })),
  },
  {
    name: 'panel-store-lost',
    show: (world) => panel(world, pageOf(world), 'newer-database', 'Eén tekst is nu bewaard.'),
  },
]
