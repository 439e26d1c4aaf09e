import type { ComponentChildren } from 'preact'
import { optionsMessages } from '#locales/options.ts'
import { useWatched } from '../following/use-watched.ts'
import { Announcer } from '../parts/announce.tsx'
import { OneOf } from '../parts/one-of.tsx'
import { Refused, useRefusals } from '../parts/refused.tsx'
import { Switch } from '../parts/switch.tsx'
import { StoreNotice, type StoreStatus } from '../store/store-notice.tsx'
import { useStore } from '../store/use-store.ts'
import type { BackupActions } from '../transfer/backup.ts'
import { BackupPart } from '../transfer/backup-part.tsx'
import type { TransferActions } from '../transfer/transfer-actions.ts'
import { TransferTools } from '../transfer/transfer-tools.tsx'
import { UndoBar } from '../undo/undo-bar.tsx'
import type { OptionsActions } from './options.ts'
import { OptionsAppearance } from './options-appearance.tsx'
import { OptionsErase } from './options-erase.tsx'
import { OptionsKeys } from './options-keys.tsx'
import { OptionsRemoved } from './options-removed.tsx'
import { OptionsReport } from './options-report.tsx'
import { OptionsSites } from './options-sites.tsx'
import { OptionsStorage } from './options-storage.tsx'
import { Setting } from './setting.tsx'
import './options-screen.css'

export interface OptionsScreenProps {
  readonly store: StoreStatus
  readonly options: OptionsActions
  readonly backup: BackupActions
  readonly transfers: TransferActions
}

/** All that can be set, in one column that scrolls, with its parts at the left. */
export function OptionsScreen({ store, options, backup, transfers }: OptionsScreenProps) {
  const t = useStore(optionsMessages)
  const view = useWatched(options)
  const [refusals, tell] = useRefusals()
  const parts = {
    appearance: t.appearanceTitle,
    'look-up': t.lookUpTitle,
    sites: t.sitesTitle,
    notifications: t.notificationsTitle,
    keys: t.keysTitle,
    backup: t.backupTitle,
    files: t.filesTitle,
    removed: t.removedTitle,
    storage: t.storageTitle,
    report: t.reportTitle,
    erase: t.eraseTitle,
  }
  return (
    <div class="kl-options">
      <nav class="kl-options__nav" aria-label={t.parts}>
        <ul>
          {Object.entries(parts).map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="kl-options__main" tabIndex={-1} data-home>
        <header class="kl-options__head">
          <img src="/icon/32.png" alt="" width="28" height="28" />
          <h1>{t.title}</h1>
          <a class="kl-button" href="/library.html">
            {t.library}
          </a>
          <a class="kl-button" href="/welcome.html">
            {t.welcome}
          </a>
        </header>
        <StoreNotice status={store} />
        {view !== null && (
          <>
            <Part id="appearance" title={parts.appearance}>
              <OptionsAppearance chosen={view.appearance} fixed={view.fixed} options={options} />
            </Part>
            <Part id="look-up" title={parts['look-up']}>
              <OneOf
                label={t.lookUpLabel}
                chosen={view.lookUp ? 'itself' : 'ask'}
                fixed={view.fixed.has('lookUp') ? t.fixed : undefined}
                choices={[
                  { value: 'itself', label: t.lookUpItself, hint: t.lookUpItselfHint },
                  { value: 'ask', label: t.lookUpAsk, hint: t.lookUpAskHint },
                ]}
                onChoose={(value) => void options.turnLookUp(value === 'itself')}
              />
            </Part>
            <Part id="sites" title={parts.sites} lead={t.sitesLead}>
              <OptionsSites sites={view.sites} isFixed={view.fixed.has('everywhere')} options={options} />
            </Part>
            <Part id="notifications" title={parts.notifications}>
              <div class="kl-settings">
                <Setting text={t.notify} hint={t.notifyHint}>
                  <Switch
                    bare
                    label={t.notify}
                    on={view.mayNotify}
                    onTurn={async (on) => tell(await options.turnNotifications(on))}
                  />
                </Setting>
              </div>
              {!view.mayNotify && <Refused times={refusals} />}
            </Part>
          </>
        )}
        <Part id="keys" title={parts.keys} lead={t.keysLead}>
          <OptionsKeys options={options} />
        </Part>
        <div id="backup" class="kl-options__part">
          <BackupPart backup={backup} />
        </div>
        <Part id="files" title={parts.files} lead={t.filesLead}>
          <TransferTools transfers={transfers} found={null} />
        </Part>
        <Part id="removed" title={parts.removed} lead={t.removedLead}>
          <OptionsRemoved options={options} />
        </Part>
        <Part id="storage" title={parts.storage} lead={t.storageLead}>
          <OptionsStorage options={options} />
        </Part>
        <Part id="report" title={parts.report} lead={t.reportLead}>
          <OptionsReport options={options} />
        </Part>
        <Part id="erase" title={parts.erase} lead={t.eraseLead}>
          <OptionsErase options={options} transfers={transfers} />
        </Part>
        <footer class="kl-options__about">
          {t.about({ version: options.version })} <a href="/licences.txt">{t.licences}</a>
        </footer>
      </main>
      <Announcer />
      <UndoBar />
    </div>
  )
}

interface PartProps {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly children: ComponentChildren
}

function Part({ id, title, lead, children }: PartProps) {
  return (
    <section id={id} class="kl-options__part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead !== undefined && <p class="kl-muted">{lead}</p>}
      {children}
    </section>
  )
}
