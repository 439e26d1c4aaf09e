import { popupMessages } from '#locales/popup.ts'
import { Icon } from '../parts/icons.tsx'
import { Refused, useRefusals } from '../parts/refused.tsx'
import { Switch } from '../parts/switch.tsx'
import { useStore } from '../store/use-store.ts'
import type { PageActions, PageState } from './page-state.ts'
import './site-row.css'

export interface SiteRowProps {
  readonly page: PageState
  readonly actions: PageActions
  readonly onOptions: () => void
}

/** Where Kamerlens works: its switches, the way back from a site that the user added, and the way to all other settings. */
export function SiteRow({ page, actions, onOptions }: SiteRowProps) {
  const t = useStore(popupMessages)
  const [refusals, tell] = useRefusals()
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
          title={site.fixed?.site === undefined ? site.host : t.fixed}
          on={site.switches.site}
          disabled={site.fixed?.site !== undefined}
          onTurn={(on) => actions.turn('site', on)}
        />
      )}
      {site !== null && (
        <Switch
          label={t.everywhere}
          on={site.switches.everywhere}
          disabled={site.fixed?.everywhere !== undefined}
          onTurn={(on) => actions.turn('everywhere', on)}
        />
      )}
      {site?.kind === 'added' && site.switches.site && (
        <button type="button" class="kl-button kl-button--plain" title={site.host} onClick={actions.removeSite}>
          {t.removeSite}
        </button>
      )}
      {isSearched && (
        <>
          <button
            type="button"
            class="kl-button kl-button--plain"
            title={site.host}
            onClick={async () => tell(await actions.addSite())}
          >
            {t.addSite}
          </button>
          <Refused times={refusals} />
        </>
      )}
      <button
        type="button"
        class="kl-button kl-button--plain kl-site-row__options"
        title={t.optionsHint}
        onClick={onOptions}
      >
        <Icon name="gear" />
        {t.options}
      </button>
    </div>
  )
}
