import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Family, families } from '../browsers.ts'
import { packageFolders } from '../packages.ts'
import { root } from '../programs.ts'
import { faultsFound, type StageResult } from './stage.ts'

interface Manifest {
  readonly manifest_version?: number
  readonly background?: { readonly type?: string }
  readonly permissions?: readonly string[]
  readonly optional_permissions?: readonly string[]
  readonly host_permissions?: readonly string[]
  readonly optional_host_permissions?: readonly string[]
  readonly content_scripts?: readonly { readonly matches?: readonly string[] }[]
  readonly content_security_policy?: { readonly extension_pages?: string }
  readonly commands?: Readonly<Record<string, { readonly suggested_key?: unknown }>>
  readonly browser_specific_settings?: {
    readonly gecko?: {
      readonly strict_min_version?: string
      readonly data_collection_permissions?: { readonly required?: readonly string[] }
    }
  }
}

/**
 * What a package may ask for (SAFETY §3, «Least permissions»; DESIGN, «Hosts»). Written down a second time on
 * purpose: a permission or host that is added by accident, in one place, fails here.
 */
const permissions = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage']
/**
 * Chromium's own: `offscreen` for the workers that its background may not start, `sidePanel` for the panel beside the page that
 * the user opens. It warns of neither, and neither shows it a page that it does not see without.
 */
const morePermissions: Readonly<Record<Family, readonly string[]>> = {
  chromium: ['offscreen', 'sidePanel'],
  firefox: [],
}
const hosts = [
  '*://*.eerstekamer.nl/*',
  '*://*.officielebekendmakingen.nl/*',
  '*://*.rijksoverheid.nl/*',
  '*://*.tweedekamer.nl/*',
  '*://open.overheid.nl/*',
  '*://repository.overheid.nl/*',
]
/**
 * The pattern that a request for a single other site («Altijd op deze site») must lie within: browsers grant no origin
 * that is not named here. Nothing is granted by it.
 */
const optionalHosts = ['*://*/*']
/** Asked for where notifications are turned on: browsers warn of it. */
const optionalPermissions = ['notifications']
/** Asked for where copies outside the browser are turned on, which go among the downloads there. */
const moreOptionalPermissions: Readonly<Record<Family, readonly string[]>> = { chromium: [], firefox: ['downloads'] }
const forbidden = ['web_accessible_resources', 'externally_connectable', 'sandbox']
const policy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'connect-src': [
    "'self'",
    'https://*.eerstekamer.nl',
    'https://*.officielebekendmakingen.nl',
    'https://*.rijksoverheid.nl',
    'https://*.tweedekamer.nl',
    'https://open.overheid.nl',
    'https://repository.overheid.nl',
  ],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['kamerlens'],
}

function differs(found: readonly string[] = [], wanted: readonly string[]): boolean {
  return [...found].sort().join(' ') !== [...wanted].sort().join(' ')
}

/** What a package's pages may be styled by: its files, and the sheets that stand in the pages themselves. */
function stylesOf(family: Family): string[] {
  const folder = join(root, packageFolders[family])
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'))
  const sheets = pages.flatMap((name) => [
    ...readFileSync(join(folder, name), 'utf8').matchAll(/<style>(.*?)<\/style>/gs),
  ])
  return ["'self'", ...sheets.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)]
}

function policyFaults(family: Family, text = ''): string[] {
  const found = new Map(
    text.split(';').map((part) => [part.trim().split(/\s+/)[0] ?? '', part.trim().split(/\s+/).slice(1)]),
  )
  return Object.entries({ ...policy, 'style-src': stylesOf(family) })
    .filter(([name, wanted]) => differs(found.get(name), wanted))
    .map(
      ([name, wanted]) => `policy: ${name} is «${found.get(name)?.join(' ') ?? 'missing'}», not «${wanted.join(' ')}»`,
    )
}

function firefoxFaults({ browser_specific_settings: { gecko } = {} }: Manifest): string[] {
  return [
    ...(gecko?.data_collection_permissions?.required?.join() === 'none' ? [] : ['data collection is not «none»']),
    ...(gecko?.strict_min_version === '149.0' ? [] : ['the oldest Firefox is not 149']),
  ]
}

function faultsOf(family: Family, manifest: Manifest): string[] {
  const wanted = [...permissions, ...morePermissions[family]]
  const matches = (manifest.content_scripts ?? []).flatMap((script) => script.matches ?? [])
  const keys = Object.values(manifest.commands ?? {}).filter((command) => command.suggested_key)
  return [
    ...(manifest.manifest_version === 3 ? [] : ['not Manifest V3']),
    ...(manifest.background?.type === 'module'
      ? ['the background is a module: Chromium compiles it at each start']
      : []),
    ...(differs(manifest.permissions, wanted) ? [`permissions are ${manifest.permissions?.join(', ')}`] : []),
    ...(differs(manifest.optional_permissions, [...optionalPermissions, ...moreOptionalPermissions[family]])
      ? [`optional permissions are ${manifest.optional_permissions?.join(', ')}`]
      : []),
    ...(differs(manifest.host_permissions, hosts) ? [`hosts are ${manifest.host_permissions?.join(', ')}`] : []),
    ...(differs(manifest.optional_host_permissions, optionalHosts)
      ? [`optional hosts are ${manifest.optional_host_permissions?.join(', ')}`]
      : []),
    ...(differs([...new Set(matches)], hosts) ? [`content scripts run on ${matches.join(', ')}`] : []),
    ...forbidden.filter((key) => key in manifest).map((key) => `${key} must not be there`),
    ...policyFaults(family, manifest.content_security_policy?.extension_pages),
    ...(keys.length > 4 ? ['Chromium allows four suggested keys'] : []),
    ...(family === 'firefox' ? firefoxFaults(manifest) : []),
  ]
}

/** What the stores are told of (`docs/store`): each permission and host of a package, in both languages. */
function storeFaults({
  permissions = [],
  optional_permissions = [],
  host_permissions = [],
  optional_host_permissions = [],
}: Manifest): string[] {
  const asked = [...permissions, ...optional_permissions, ...host_permissions, ...optional_host_permissions]
  return ['nl', 'en'].flatMap((language) => {
    const file = `docs/store/permissions.${language}.md`
    const text = readFileSync(join(root, file), 'utf8')
    return asked.filter((name) => !text.includes(`| \`${name}\``)).map((name) => `${file} does not say why ${name}`)
  })
}

/** The built manifests against what users were told that Kamerlens asks for. */
export async function checkManifests(): Promise<StageResult> {
  const faults = families.flatMap((family) => {
    const manifest = JSON.parse(readFileSync(join(root, packageFolders[family], 'manifest.json'), 'utf8')) as Manifest
    return [...faultsOf(family, manifest), ...storeFaults(manifest)].map((fault) => `${family}: ${fault}`)
  })
  return faultsFound(faults)
}
