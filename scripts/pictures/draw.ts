import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locale } from '#locales/i18n.ts'
import { welcomeMessages } from '#locales/welcome.ts'
import { root } from '../programs.ts'
import type { DrawnPicture, StoreLanguage } from './store-pictures.ts'

const icon = readFileSync(join(root, 'docs', 'brand', 'icon.svg'), 'utf8')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const page = (style: string, body: string): string => `<!doctype html><meta charset="utf-8"><style>
* { box-sizing: border-box; margin: 0 }
body { width: 100vw; height: 100vh; overflow: hidden; font-family: system-ui, "Noto Sans", "Liberation Sans", sans-serif; color: #1b1f24 }
svg { display: block; width: 100%; height: 100% }
${style}</style>${body}`

/** The icon alone. */
export const logoPage = (): string => page('body { padding: 20px; background: #ffffff }', icon)

const tileStyle = `
body { display: grid; align-content: center; justify-items: center; gap: 14px; background: #eaf1fc; text-align: center }
.icon { width: 88px; height: 88px }
h1 { font-size: 40px; font-weight: 650; letter-spacing: -0.01em }
p { font-size: 17px; color: #2b4a78 }`

/** A page, a card on it and what is around it, out of the screen in its whole. */
const cut = { left: 30, top: 38, width: 800, height: 600, scale: 0.8 } as const

const marqueeStyle = `
body { display: grid; grid-template-columns: 1fr ${cut.width * cut.scale}px; align-items: center; gap: 64px; padding: 0 88px; background: #eaf1fc }
.icon { width: 104px; height: 104px }
h1 { margin: 28px 0 14px; font-size: 64px; font-weight: 650; letter-spacing: -0.015em }
p { font-size: 24px; line-height: 1.45; color: #2b4a78 }
.cut { height: ${cut.height * cut.scale}px; overflow: hidden; border: 1px solid #c9d9f2; border-radius: 16px; box-shadow: 0 10px 40px rgb(31 95 191 / 0.18) }
img { display: block; width: ${1280 * cut.scale}px; margin: ${-cut.top * cut.scale}px 0 0 ${-cut.left * cut.scale}px }`

/**
 * A picture for the stores as a page to be shown in its size: the name, what it does, and in the large one a piece of a screen.
 *
 * @param screen the picture `screen-page` in the same language
 */
export function drawnPage(name: DrawnPicture['name'], language: StoreLanguage, screen: Buffer): string {
  locale.set(language)
  const t = welcomeMessages.get()
  const jobs = [t.job1, t.job2, t.job3].map(escaped).join(' · ')
  const head = `<div class="icon">${icon}</div><h1>Kamerlens</h1>`
  if (name === 'tile') return page(tileStyle, `${head}<p>${jobs}</p>`)
  const piece = `<div class="cut"><img alt="" src="data:image/png;base64,${screen.toString('base64')}"></div>`
  return page(marqueeStyle, `<div>${head}<p>${escaped(t.lead)}</p></div>${piece}`)
}
