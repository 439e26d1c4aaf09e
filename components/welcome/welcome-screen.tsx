import { useRef } from 'preact/hooks'
import { keyMessages } from '#locales/keys.ts'
import { officialSiteMessages } from '#locales/official-sites.ts'
import { welcomeMessages } from '#locales/welcome.ts'
import type { Appearance } from '#utils/browser/settings/appearance.ts'
import { officialSites } from '#utils/references/addresses/sites.ts'
import { useWatched, type Watched } from '../following/use-watched.ts'
import { keyName } from '../options/key-name.ts'
import { LanguageChoice } from '../options/language-choice.tsx'
import { OfficialTaken } from '../options/official-taken.tsx'
import { useStore } from '../store/use-store.ts'
import { JobPicture } from './job-picture.tsx'
import type { JobPictureName } from './job-pictures.ts'
import './welcome-screen.css'

/** An official list of questions and answers to begin with. */
const officialPage = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'

/** The keys to begin with. */
const commands = ['_execute_action', 'next-reference', 'previous-reference', 'note-on-reference'] as const

/** The language that the user chose, and whether an administrator has fixed it. */
export interface LanguageSetting
  extends Watched<{ readonly chosen: Appearance['language']; readonly isFixed: boolean }> {
  choose(language: Appearance['language']): Promise<void>
}

/** Whether the button stands on the toolbar itself: browsers hide that of a new extension in a menu. */
export interface ToolbarButton extends Watched<boolean> {
  /** In which browser it is to be pinned. */
  readonly family: 'chromium' | 'firefox'
}

/** Whether the browser lets Kamerlens on all official sites: not every browser does so when it is installed. */
export interface OfficialRight extends Watched<boolean> {
  /** Asks the user for them; whether they were given. */
  ask(): Promise<boolean>
}

export interface WelcomeScreenProps {
  readonly language: LanguageSetting
  readonly button: ToolbarButton
  readonly right: OfficialRight
  /** The page with an example, which begins at once. */
  readonly exampleUrl: string
  readonly libraryUrl: string
  readonly optionsUrl: string
  /** The keys that the browser gave, by command; a command without one is left out. */
  readonly keys: Readonly<Record<string, string>>
  /** Opens the browser's page of shortcuts. */
  readonly onKeys: () => void
}

/** What Kamerlens does, what it may see and why, and where to begin. */
export function WelcomeScreen(props: WelcomeScreenProps) {
  const { language, button, right, exampleUrl, libraryUrl, optionsUrl, keys, onKeys } = props
  const spoken = useWatched(language)
  const isTaken = useWatched(right) === false
  const begin = useRef<HTMLAnchorElement>(null)
  const t = useStore(welcomeMessages)
  const texts = useStore(keyMessages)
  const sites = useStore(officialSiteMessages)
  const jobs: readonly (readonly [JobPictureName, string, string, string])[] = [
    ['page', t.job1Picture, t.job1, t.job1Text],
    ['popup', t.job2Picture, t.job2, t.job2Text],
    ['note', t.job3Picture, t.job3, t.job3Text],
  ]
  const given = commands.flatMap((command) => {
    const key = keys[command]
    return key === undefined || key === '' ? [] : [[key, texts[command]] as const]
  })

  // The button that was pressed goes, and would take the focus with it.
  async function allow() {
    const isGiven = await right.ask()
    if (isGiven) begin.current?.focus()
    return isGiven
  }

  return (
    <main class="kl-welcome">
      <header class="kl-welcome__head">
        <img src="/icon/96.png" alt="" width="56" height="56" />
        <h1>{t.title}</h1>
        <p class="kl-welcome__lead">{t.lead}</p>
        <p class="kl-welcome__try">
          <a ref={begin} class="kl-button kl-button--primary" href={exampleUrl}>
            {t.try}
          </a>
          <a class="kl-button" href={libraryUrl}>
            {t.library}
          </a>
          <a class="kl-button" href={optionsUrl}>
            {t.options}
          </a>
        </p>
        <p class="kl-muted">
          {t.tryText} <a href={officialPage}>{t.official}</a>
        </p>
        {isTaken && <OfficialTaken onAllow={allow} />}
        <PinHint button={button} openKey={keys[commands[0]] ?? ''} />
        {spoken !== null && (
          <LanguageChoice
            chosen={spoken.chosen}
            isFixed={spoken.isFixed}
            onChoose={(chosen) => void language.choose(chosen)}
          />
        )}
      </header>
      <section class="kl-welcome__wide" aria-label={t.jobs}>
        <h2>{t.jobs}</h2>
        <ul class="kl-welcome__jobs">
          {jobs.map(([name, seen, title, text]) => (
            <li key={name}>
              <JobPicture name={name} alt={seen} />
              <div>
                <h3>{title}</h3>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t.may}>
        <h2>{t.may}</h2>
        <p>{t.mayLead}</p>
        <dl class="kl-welcome__table">
          {officialSites.map((host) => (
            <div key={host}>
              <dt class="kl-code">{host}</dt>
              <dd>{sites[host]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label={t.privacy}>
        <h2>{t.privacy}</h2>
        <p>{t.privacyText}</p>
      </section>
      <section aria-label={texts.title}>
        <h2>{texts.title}</h2>
        {given.length > 0 && (
          <dl class="kl-welcome__table">
            {given.map(([key, text]) => (
              <div key={key}>
                <dt>
                  <kbd>{keyName(key)}</kbd>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        <p>
          <button type="button" class="kl-button" onClick={onKeys}>
            {texts.change}
          </button>
        </p>
      </section>
    </main>
  )
}

/** How to find the button where the browser has hidden it; nothing once it is pinned. */
function PinHint({ button, openKey }: { readonly button: ToolbarButton; readonly openKey: string }) {
  const isShown = useWatched(button)
  const t = useStore(welcomeMessages)
  if (isShown !== false) return null
  return (
    <div class="kl-notice">
      <p>
        {t.hidden} {button.family === 'firefox' ? t.pinFirefox : t.pin}
        {openKey !== '' && (
          <>
            {' '}
            {t.orKey} <kbd>{keyName(openKey)}</kbd>
          </>
        )}
      </p>
    </div>
  )
}
