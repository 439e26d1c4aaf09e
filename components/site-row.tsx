import { useStore } from '@nanostores/preact'
import { popupMessages } from '#locales/popup.ts'
import type { PageActions, PageState } from './page-state.ts'
import './site-row.css'

export interface SiteRowProps {
  readonly page: PageState
  readonly actions: PageActions
  /** Opens the browser's page of shortcuts. */
  readonly onKeys: () => void
}

/** Where Kamerlens works, and whether it looks up by itself: its switches, the way back from a site that the user added, and its keys. */
export function SiteRow({ page, actions, onKeys }: SiteRowProps) {
  const t = useStore(popupMessages)
  const site = page.type === 'loading' ? null : page.site
  // A searched page is left by loading it anew: there is nothing to switch off.
  const isSearched =
    site?.kind === 'other' && page.type !== 'loading' && (page.type === 'codes' || page.reason === 'no-codes')
  return (
    <div class="kl-site-row">
      {site !== null && <span aria-hidden="true">{t.on}</span>}
      {site?.kind === 'official' && (
        <Switch
          label={t.onThisSite}
          title={site.host}
          on={site.switches.site}
          onTurn={(on) => actions.turn('site', on)}
        />
      )}
      {site !== null && (
        <Switch label={t.everywhere} on={site.switches.everywhere} onTurn={(on) => actions.turn('everywhere', on)} />
      )}
      {site?.kind === 'added' && site.switches.site && (
        <button type="button" class="kl-button kl-button--plain" title={site.host} onClick={actions.removeSite}>
          {t.removeSite}
        </button>
      )}
      {isSearched && (
        <button type="button" class="kl-button kl-button--plain" title={site.host} onClick={actions.addSite}>
          {t.addSite}
        </button>
      )}
      {site !== null && (
        <Switch
          label={t.lookUp}
          title={t.lookUpHint}
          class="kl-site-row__look-up"
          on={site.switches.lookUp}
          onTurn={(on) => actions.turn('lookUp', on)}
        />
      )}
      <button type="button" class="kl-button kl-button--plain kl-site-row__keys" title={t.keysHint} onClick={onKeys}>
        {t.keys}
      </button>
    </div>
  )
}

interface SwitchProps {
  readonly label: string
  readonly title?: string
  readonly class?: string
  readonly on: boolean
  readonly onTurn: (on: boolean) => void
}

function Switch({ label, title, class: more, on, onTurn }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      class={['kl-switch', more].filter(Boolean).join(' ')}
      title={title}
      onClick={() => onTurn(!on)}
    >
      <span class="kl-switch__track" aria-hidden="true" />
      {label}
    </button>
  )
}
