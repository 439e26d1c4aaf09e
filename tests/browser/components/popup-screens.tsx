import type { ComponentType } from 'preact'
import { PageFoot } from '#components/popup/page-foot.tsx'
import { SearchScreen } from '#components/popup/search-screen.tsx'
import { useTrail } from '#components/popup/use-trail.ts'
import { later } from '#components/store/later.tsx'
import { plainOpening } from '#components/store/opening.ts'
import { ServicesProvider } from '#components/store/services.ts'
import type { World } from './kept-world.ts'
import { Done, failing, isShown, press } from './library-screens.tsx'
import { popup, type Screen, withCodes, withNote } from './screens.tsx'

/** Parts whose scripts are on their way, and can't be had. */
const Coming = later(() => new Promise<never>(() => {}))
const NotComing = later(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))

/** The popup with a part in place of its first list. */
function PopupAround({ part: Part }: { part: ComponentType }) {
  const trail = useTrail([], () => {})
  const nothing = () => {}
  return (
    <SearchScreen
      parts={[{ name: 'followed', label: 'Gevolgd', show: () => <Part /> }]}
      chosen="followed"
      onChoose={nothing}
      typed=""
      onTyped={nothing}
      trail={trail}
      place={undefined}
      focusNote={false}
      notices={null}
      foot={
        <PageFoot
          isOfPage
          page={{ type: 'loading' }}
          saving={{ save: nothing, error: null }}
          onOpen={nothing}
          onLibrary={nothing}
          onPanel={nothing}
        >
          {null}
        </PageFoot>
      }
    />
  )
}

const around = (part: ComponentType) => (world: World) => (
  <ServicesProvider value={world}>
    <PopupAround part={part} />
  </ServicesProvider>
)

/** «Bewaard». */
const kept = (world: World) => <Done steps={[press(/^Bewaard$/), isShown('.kl-group')]}>{overPage(world)}</Done>
const overPage = (world: World) => popup(world, withCodes(world))

/** What the popup shows while something is on its way, and where it can't be had. */
export const popupScreens: readonly Screen[] = [
  { name: 'popup-part-loading', show: around(Coming) },
  { name: 'popup-part-not-loaded', show: around(NotComing) },
  { name: 'popup-codes-failed', keep: withNote, show: (world) => overPage(failing(world, 'summaries')) },
  { name: 'popup-kept', keep: withNote, show: kept },
  { name: 'popup-kept-half', keep: withNote, show: (world) => kept(failing(world, 'noteIds')) },
  {
    name: 'popup-kept-failed',
    keep: withNote,
    show: (world) => kept(failing(failing(world, 'noteIds'), 'documentEntries')),
  },
  {
    name: 'popup-followed-failed',
    show: (world) => popup(failing(world, 'followed'), withCodes(world), { ...plainOpening, view: 'followed' }),
  },
  {
    name: 'popup-search-failed',
    keep: withNote,
    show: (world) => popup(failing(world, 'search'), withCodes(world), { ...plainOpening, typed: 'scholen' }),
  },
]
