import { chipMessages } from '#locales/chip.ts'
import * as dom from '#utils/dom/natives.ts'
import { button, element } from '../card/element.ts'
import type { PageChannel } from '../channel.ts'
import { dress } from '../dress.ts'
import style from './chip.css?inline'

/** The manifest's CSS shows the host by this name (`--kamerlens-chip`). */
const hostId = 'kamerlens-chip'

export interface ChipOptions {
  readonly channel: Pick<PageChannel, 'send'>
  readonly signal: AbortSignal
  /** Test seam: an open shadow root lets a test look into it. */
  readonly shadowMode?: ShadowRootMode
}

/**
 * The way from Chromium's PDF viewer to Kamerlens' reader: two small buttons over a corner of it. The viewer's own text
 * is closed to all extensions, and the document that it lies in is not.
 */
export function showChip({ channel, signal, shadowMode = 'closed' }: ChipOptions): void {
  const chip = element('div', { class: 'chip' })
  const language = dress(chip)
  const texts = chipMessages.get()
  // One that an earlier instance left, which ended without an event.
  document.getElementById(hostId)?.remove()
  const host = dom.createElement('div')
  host.id = hostId
  host.style.display = 'none'
  host.popover = 'manual'
  host.lang = language
  const sheet = dom.createElement('style')
  sheet.textContent = style
  const status = element('p', { role: 'status' })
  const open = async () => {
    const request = { url: location.href, title: dom.documentTitle() }
    const answer = await channel.send('reader/open', request).catch(() => null)
    // Where it worked this document is gone by now.
    status.textContent = answer?.ok ? '' : texts.failed
  }
  chip.append(
    button({ class: 'open' }, open, texts.open),
    // A tooltip of the button itself would be read after its name, which is the same.
    button(
      { class: 'close', 'aria-label': texts.close },
      () => host.remove(),
      element('span', { title: texts.close }, '×'),
    ),
  )
  host.attachShadow({ mode: shadowMode }).append(sheet, chip, status)
  dom.documentElement().append(host)
  try {
    host.showPopover()
  } catch {
    // Without the top layer it still has the highest z-index.
  }
  signal.addEventListener('abort', () => host.remove())
}
