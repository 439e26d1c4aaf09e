import { browser } from 'wxt/browser'
import { menuMessages } from '#locales/menus.ts'

/** What the toolbar button shows for one tab. */
export interface Badge {
  readonly text: string
  readonly colour: string
  readonly textColour: string
  readonly title: string
}

/** Four characters are what fits. */
const most = 999

/** The accent colour, with white on it at 7.6:1; browsers draw the badge alike in light and dark. */
const colours = { colour: '#154273', textColour: '#ffffff' } as const

/**
 * The badge for a page.
 *
 * @param codes the number of different codes on it; null where no page has been heard of
 */
export function badgeOf(codes: number | null): Badge {
  const { buttonTitle, codesOnPage } = menuMessages.get()
  if (codes === null || codes <= 0) return { text: '', ...colours, title: buttonTitle }
  return { text: codes > most ? `${most}+` : String(codes), ...colours, title: codesOnPage(codes) }
}

/** Shows a badge. A tab that was closed meanwhile is no matter. */
export async function showBadge(tabId: number, { text, colour, textColour, title }: Badge): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setBadgeTextColor({ tabId, color: textColour }),
    browser.action.setTitle({ tabId, title }),
  ])
}
