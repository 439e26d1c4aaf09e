import { browser } from 'wxt/browser'
import { menuMessages } from '#locales/menus.ts'

/** What the toolbar button shows for one tab. */
export interface Badge {
  /** Null: what all tabs show that have nothing of their own. */
  readonly text: string | null
  readonly title: string
}

/** Four characters are what fits. */
const most = 999

/** In tabs without a number. */
const dot = '•'

/**
 * The accent colour, and another one while there is unseen news; white on them at 9.9:1 and 5.5:1. Browsers draw the badge
 * alike in light and dark.
 */
const colours = { quiet: '#154273', news: '#b34700', text: '#ffffff' } as const

/**
 * The badge for a page.
 *
 * @param codes the number of different codes on it; null where no page has been heard of
 * @param news unseen news of what is followed
 */
export function badgeOf(codes: number | null, news = 0): Badge {
  const { buttonTitle, codesOnPage, unseenNews } = menuMessages.get()
  const isCounted = codes !== null && codes > 0
  const title = isCounted ? codesOnPage(codes) : buttonTitle
  return {
    text: isCounted ? (codes > most ? `${most}+` : String(codes)) : null,
    title: news > 0 ? `${title} · ${unseenNews(news)}` : title,
  }
}

/** Shows a badge. A tab that was closed meanwhile is no matter. */
export async function showBadge(tabId: number, { text, title }: Badge): Promise<void> {
  // Both browsers take null, and give the tab what all tabs show; the types know it of neither.
  const badge = { tabId, text } as { tabId: number; text: string }
  await Promise.allSettled([browser.action.setBadgeText(badge), browser.action.setTitle({ tabId, title })])
}

/** Shows in all tabs, the next ones too, whether there is unseen news: by the colour, and by a dot where nothing is counted. */
export async function showNews(news: number): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeText({ text: news > 0 ? dot : '' }),
    browser.action.setBadgeBackgroundColor({ color: news > 0 ? colours.news : colours.quiet }),
    browser.action.setBadgeTextColor({ color: colours.text }),
    browser.action.setTitle({ title: badgeOf(null, news).title }),
  ])
}
