import { useStore } from '@nanostores/preact'
import { welcomeMessages } from '#locales/welcome.ts'
import { Icon, type IconName } from './icons.tsx'
import { keyName } from './key-name.ts'
import './welcome-screen.css'

/** An official list of questions and answers to try it on. */
const samplePage = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'

export interface WelcomeScreenProps {
  readonly libraryUrl: string
  /** The keys that the browser gave, by command; a command without one is left out. */
  readonly keys: Readonly<Record<string, string>>
  /** Opens the browser's page of shortcuts. */
  readonly onKeys: () => void
}

/** What Kamerlens does, what it may see and why, and where to begin. */
export function WelcomeScreen({ libraryUrl, keys, onKeys }: WelcomeScreenProps) {
  const t = useStore(welcomeMessages)
  const jobs: readonly (readonly [IconName, string, string])[] = [
    ['document', t.job1, t.job1Text],
    ['search', t.job2, t.job2Text],
    ['note', t.job3, t.job3Text],
  ]
  const hosts: readonly (readonly [string, string])[] = [
    ['tweedekamer.nl', t.hostParliament],
    ['eerstekamer.nl', t.hostSenate],
    ['officielebekendmakingen.nl', t.hostPublications],
    ['rijksoverheid.nl', t.hostGovernment],
    ['open.overheid.nl', t.hostOpen],
    ['repository.overheid.nl', t.hostRepository],
  ]
  const commands: readonly (readonly [string, string])[] = [
    ['_execute_action', t.keyOpen],
    ['next-reference', t.keyNext],
    ['previous-reference', t.keyPrevious],
    ['note-on-reference', t.keyNote],
  ]
  const given = commands.flatMap(([command, text]) => {
    const key = keys[command]
    return key === undefined || key === '' ? [] : [[key, text] as const]
  })
  return (
    <main class="kl-welcome">
      <header class="kl-welcome__head">
        <img src="/icon/96.png" alt="" width="56" height="56" />
        <h1>{t.title}</h1>
        <p class="kl-welcome__lead">{t.lead}</p>
        <p class="kl-welcome__try">
          <a class="kl-button kl-button--primary" href={samplePage}>
            {t.try}
          </a>
          <a class="kl-button" href={libraryUrl}>
            {t.library}
          </a>
        </p>
        <p class="kl-muted">{t.tryText}</p>
      </header>
      <section aria-label={t.jobs}>
        <h2>{t.jobs}</h2>
        <ul class="kl-welcome__jobs">
          {jobs.map(([icon, title, text]) => (
            <li key={title}>
              <Icon name={icon} />
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t.may}>
        <h2>{t.may}</h2>
        <p>{t.mayLead}</p>
        <dl class="kl-welcome__table">
          {hosts.map(([host, why]) => (
            <div key={host}>
              <dt class="kl-code">{host}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label={t.privacy}>
        <h2>{t.privacy}</h2>
        <p>{t.privacyText}</p>
      </section>
      <section aria-label={t.keys}>
        <h2>{t.keys}</h2>
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
            {t.keysChange}
          </button>
        </p>
      </section>
    </main>
  )
}
