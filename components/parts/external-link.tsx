import { commonMessages } from '#locales/common.ts'
import { documentMessages } from '#locales/document.ts'
import { isExample } from '#utils/references/ids/example.ts'
import { useStore } from '../store/use-store.ts'
import { Icon } from './icons.tsx'

/**
 * An address out of the extension. Addresses come from files and imports too: anything but https is shown as text, and
 * the example is nowhere.
 */
export function ExternalLink({ url, label }: { url: string; label: string }) {
  const t = useStore(commonMessages)
  if (isExample(url)) return null
  if (!/^https:\/\//i.test(url)) return <span>{label}</span>
  return (
    <a class="kl-link" href={url} target="_blank" rel="noopener noreferrer">
      {label}
      <Icon name="external" />
      <span class="kl-visually-hidden"> ({t.opensNewTab})</span>
    </a>
  )
}

/** What to call an official address, by the site that it is on. */
export function useSiteLabel(): (url: string) => string {
  const t = useStore(documentMessages)
  return (url) => {
    const host = URL.canParse(url) ? new URL(url).hostname : ''
    if (host === 'tweedekamer.nl' || host.endsWith('.tweedekamer.nl')) return t.parliament
    if (host.endsWith('officielebekendmakingen.nl')) return t.publication
    return t.officialPage
  }
}
