import { officialSiteMessages } from '#locales/official-sites.ts'
import { optionsMessages } from '#locales/options.ts'
import type { AddedSite, SiteList } from '#utils/browser/settings/site-list.ts'
import { Icon } from '../parts/icons.tsx'
import { Switch } from '../parts/switch.tsx'
import { useStore } from '../store/use-store.ts'
import { offerUndo, showFailure } from '../undo/undo.ts'
import { OfficialTaken } from './official-taken.tsx'
import type { OptionsActions } from './options.ts'
import { Setting } from './setting.tsx'

interface OptionsSitesProps {
  readonly sites: SiteList
  /** Whether an administrator has fixed the switch for all of them. */
  readonly isFixed: boolean
  readonly options: OptionsActions
}

/**
 * Where Kamerlens works: everywhere or nowhere, on each official site, on those that the user added; and where it is
 * off besides.
 */
export function OptionsSites({ sites, isFixed, options }: OptionsSitesProps) {
  const t = useStore(optionsMessages)
  const about = useStore(officialSiteMessages)
  const { everywhere, official, mayReadOfficial, added, off } = sites

  async function remove(site: AddedSite) {
    const isGone = await options.removeSite(site)
    if (!isGone) return showFailure(() => optionsMessages.get().siteNotRemoved({ host: nameOf(site) }))
    offerUndo({
      text: () => optionsMessages.get().siteRemoved({ host: nameOf(site) }),
      undo: () => options.putSiteBack(site),
    })
  }

  async function forget(host: string) {
    await options.turnSite(host, true)
    offerUndo({
      text: () => optionsMessages.get().siteTurnedOn({ host }),
      undo: async () => {
        await options.turnSite(host, false)
        return { ok: true, value: true }
      },
    })
  }

  const nameOf = ({ host }: AddedSite) => (host === '*' ? t.allSites : host)
  const turn = ({ host, on, isFixed = false }: { host: string; on: boolean; isFixed?: boolean }) => (
    <Switch
      bare
      label={t.onSite({ host })}
      on={on}
      disabled={isFixed}
      onTurn={(next) => void options.turnSite(host, next)}
    />
  )
  return (
    <>
      <div class="kl-settings">
        <Setting
          text={t.everywhere}
          hint={[everywhere ? t.everywhereHint : t.offEverywhereHint, ...(isFixed ? [t.fixed] : [])].join(' ')}
        >
          <Switch
            bare
            label={t.everywhere}
            on={everywhere}
            disabled={isFixed}
            onTurn={(on) => void options.turnEverywhere(on)}
          />
        </Setting>
      </div>
      <h3 id="sites-official">{t.official}</h3>
      {!mayReadOfficial && <OfficialTaken onAllow={options.allowOfficialSites} />}
      <ul class="kl-settings" aria-labelledby="sites-official">
        {official.map((site) => (
          <li key={site.host}>
            <Setting text={site.host} isCode hint={site.isFixed ? t.fixed : about[site.host]}>
              {turn(site)}
            </Setting>
          </li>
        ))}
      </ul>
      <h3 id="sites-added">{t.added}</h3>
      {added.length === 0 && <p class="kl-muted">{t.addedNone}</p>}
      {added.length > 0 && (
        <ul class="kl-settings" aria-labelledby="sites-added">
          {added.map((site) => (
            <li key={site.host}>
              <Setting text={nameOf(site)} isCode={site.host !== '*'} hint={site.isFixed ? t.fixed : undefined}>
                {site.host !== '*' && turn(site)}
                <button
                  type="button"
                  class="kl-button kl-button--icon"
                  title={t.removeSite({ host: nameOf(site) })}
                  onClick={() => void remove(site)}
                >
                  <Icon name="trash" />
                </button>
              </Setting>
            </li>
          ))}
        </ul>
      )}
      {off.length > 0 && (
        <>
          <h3 id="sites-off">{t.off}</h3>
          <ul class="kl-settings" aria-labelledby="sites-off">
            {off.map(({ host, isFixed }) => (
              <li key={host}>
                <Setting text={host} isCode hint={isFixed ? t.fixed : undefined}>
                  {!isFixed && (
                    <button
                      type="button"
                      class="kl-button kl-button--plain"
                      aria-label={t.turnOnSite({ host })}
                      onClick={() => void forget(host)}
                    >
                      {t.turnOn}
                    </button>
                  )}
                </Setting>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
