import { counterpartScreens } from './counterpart-screens.tsx'
import { dossierScreens } from './dossier-screens.tsx'
import { exampleScreens } from './example-screens.tsx'
import { followedScreens } from './followed-screens.tsx'
import { libraryScreens } from './library-screens.tsx'
import { libraryStartScreens } from './library-start-screens.tsx'
import { noteScreens } from './note-screens.tsx'
import { optionsScreens } from './options-screens.tsx'
import { pageScreens } from './page-screens.tsx'
import { panelScreens } from './panel-screens.tsx'
import { paperScreens } from './paper-screens.tsx'
import { passageScreens } from './passage-screens.tsx'
import { popupScreens } from './popup-screens.tsx'
import { readerScreens } from './reader-screens.tsx'
import { searchScreens } from './search-screens.tsx'
import { welcomeScreens } from './welcome-screens.tsx'

/** Every screen, in every state that it has to say something in. */
export const screens = [
  ...pageScreens,
  ...paperScreens,
  ...libraryStartScreens,
  ...welcomeScreens,
  ...popupScreens,
  ...readerScreens,
  ...followedScreens,
  ...counterpartScreens,
  ...dossierScreens,
  ...passageScreens,
  ...noteScreens,
  ...searchScreens,
  ...optionsScreens,
  ...panelScreens,
  ...exampleScreens,
  ...libraryScreens,
]

/** Where screenshots for looking at are put; nothing is compared with them. */
export const shots: string | undefined = import.meta.env.VITE_KAMERLENS_SHOTS
