import { WelcomeScreen } from '#components/welcome/welcome-screen.tsx'
import { asked, buttonShown, languageSetting, officialRight, type Screen } from './screens.tsx'

/** The welcome page. */
export const welcomeScreens: readonly Screen[] = [
  {
    name: 'welcome-fixed',
    page: true,
    show: () => (
      <WelcomeScreen
        language={languageSetting('nl', true)}
        button={buttonShown(false, 'firefox')}
        right={officialRight(false)}
        exampleUrl="/example.html?try"
        libraryUrl="/library.html"
        optionsUrl="/options.html"
        keys={{}}
        onKeys={() => asked.push('keys')}
      />
    ),
  },
]
