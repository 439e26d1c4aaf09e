import type { OptionsActions, OptionsView } from '#components/options/options.ts'
import { EraseDialog } from '#components/options/options-erase.tsx'
import { OptionsScreen } from '#components/options/options-screen.tsx'
import { ServicesProvider } from '#components/store/services.ts'
import type { StoreStatus } from '#components/store/store-notice.tsx'
import type { BackupActions } from '#components/transfer/backup.ts'
import type { SiteList } from '#utils/browser/settings/site-list.ts'
import { countRows } from '#utils/database/library/count-rows.ts'
import { removedNotes } from '#utils/database/library/removed-notes.ts'
import { officialSites } from '#utils/references/addresses/sites.ts'
import { keepFollowed } from './followed-screens.tsx'
import { keepAnswers, type World } from './kept-world.ts'
import { Done, isShown, press } from './library-screens.tsx'
import { backupOf, libraryActions, type Screen } from './screens.tsx'

const longHost = 'arbeidsmarktdiscriminatievoorlichtingscampagne.nieuws.example'

const siteList: SiteList = {
  everywhere: true,
  official: officialSites.map((host) => ({ host, on: true })),
  mayReadOfficial: true,
  added: [],
  off: [],
}

export const manySites: SiteList = {
  ...siteList,
  official: officialSites.map((host) => ({ host, on: host !== 'eerstekamer.nl' })),
  added: [
    { host: longHost, patterns: [`https://${longHost}/*`], on: true },
    { host: 'nieuws.example', patterns: ['https://nieuws.example/*', 'http://nieuws.example/*'], on: false },
  ],
  off: [{ host: 'debatgemist.tweedekamer.nl' }],
}

/** Settings that stand as said, and are changed in place. */
export function optionsOf(
  world: World,
  view: Partial<OptionsView> = {},
  actions: Partial<OptionsActions> = {},
): OptionsActions {
  let now: OptionsView = {
    sites: siteList,
    lookUp: true,
    mayNotify: false,
    appearance: { language: null, looks: null },
    fixed: new Set(),
    ...view,
  }
  const listeners = new Set<() => void>()
  const change = (next: Partial<OptionsView>) => {
    now = { ...now, ...next }
    for (const listener of listeners) listener()
  }
  const changeSites = (next: Partial<SiteList>) => change({ sites: { ...now.sites, ...next } })
  return {
    read: async () => now,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    choose: async (appearance) => change({ appearance: { ...now.appearance, ...appearance } }),
    turnEverywhere: async (everywhere) => changeSites({ everywhere }),
    async turnSite(host, on) {
      const { official, added, off } = now.sites
      const isListed = [...official, ...added].some((site) => site.host === host)
      changeSites({
        official: official.map((site) => (site.host === host ? { ...site, on } : site)),
        added: added.map((site) => (site.host === host ? { ...site, on } : site)),
        off: on ? off.filter((each) => each.host !== host) : isListed ? off : [...off, { host }],
      })
    },
    turnLookUp: async (lookUp) => change({ lookUp }),
    async allowOfficialSites() {
      changeSites({ mayReadOfficial: true })
      return true
    },
    async removeSite(site) {
      changeSites({ added: now.sites.added.filter((each) => each !== site) })
      return true
    },
    async putSiteBack(site) {
      changeSites({ added: [...now.sites.added, site] })
      return { ok: true, value: true }
    },
    async turnNotifications(mayNotify) {
      change({ mayNotify })
      return true
    },
    version: '1.2.3',
    commandKeys: async () => [
      { command: '_execute_action', keys: 'Alt+Shift+K' },
      { command: 'next-reference', keys: 'Alt+Period' },
      { command: 'previous-reference', keys: 'Alt+Comma' },
      { command: 'note-on-reference', keys: 'Alt+Shift+M' },
      { command: 'note-on-selection', keys: '' },
      { command: 'next-passage', keys: '' },
    ],
    changeKeys: async () => {},
    counts: () => countRows(world.db),
    removedNotes: (most) => removedNotes(world.db, most),
    storageUse: async () => ({ bytes: 12_400_000, isPersisted: false }),
    eraseEverything: async () => ({ ok: true, value: true }),
    report: async () =>
      JSON.stringify(
        { kamerlens: '0.1.0', browser: navigator.userAgent, counts: await countRows(world.db), errors: [] },
        null,
        2,
      ),
    askToPersist: async () => false,
    ...actions,
  }
}

export function optionsScreen(
  world: World,
  options: OptionsActions = optionsOf(world),
  backup: BackupActions = backupOf(),
  store: StoreStatus = 'ready',
) {
  return (
    <ServicesProvider value={world}>
      <OptionsScreen store={store} options={options} backup={backup} transfers={libraryActions} />
    </ServicesProvider>
  )
}

/** As an administrator may have it. */
export const fixedView: Partial<OptionsView> = {
  appearance: { language: 'nl', looks: 'light' },
  lookUp: false,
  fixed: new Set(['language', 'looks', 'everywhere', 'lookUp']),
  sites: {
    ...siteList,
    official: officialSites.map((host) => ({
      host,
      on: host !== 'eerstekamer.nl',
      ...(host === 'eerstekamer.nl' ? { isFixed: true } : {}),
    })),
    added: [{ host: 'nieuws.example', patterns: ['https://nieuws.example/*'], on: false, isFixed: true }],
    off: [{ host: 'debatgemist.tweedekamer.nl', isFixed: true }],
  },
}

const kept = async (world: World) => {
  await keepAnswers(world.db)
  await keepFollowed(world)
}

export const optionsScreens: readonly Screen[] = [
  { name: 'options', page: true, keep: kept, show: (world) => optionsScreen(world) },
  {
    name: 'options-many-sites',
    page: true,
    show: (world) =>
      optionsScreen(
        world,
        optionsOf(world, { sites: manySites, lookUp: false, mayNotify: true }),
        backupOf({
          place: { type: 'folder', name: 'Documenten' },
          last: { at: '2023-05-23T12:02:00.000Z', name: 'k.json', by: 'folder', folder: 'Documenten' },
        }),
      ),
  },
  {
    name: 'options-fixed',
    page: true,
    show: (world) => optionsScreen(world, optionsOf(world, fixedView)),
  },
  {
    name: 'options-erase',
    page: true,
    show: (world) => (
      <ServicesProvider value={world}>
        <div class="kl-options">
          <EraseDialog options={optionsOf(world)} transfers={libraryActions} onErased={() => {}} onClose={() => {}} />
        </div>
      </ServicesProvider>
    ),
  },
  {
    name: 'options-taken-back',
    page: true,
    show: (world) => (
      <Done steps={[press(/^Toestaan$/), isShown('.kl-danger')]}>
        {optionsScreen(
          world,
          optionsOf(
            world,
            {
              sites: {
                ...siteList,
                everywhere: false,
                mayReadOfficial: false,
                added: [{ host: '*', patterns: ['*://*/*'], on: true }],
              },
            },
            { allowOfficialSites: async () => false },
          ),
          backupOf({ way: 'downloads' }),
          'upgrade-unsecured',
        )}
      </Done>
    ),
  },
]
