import { describe, expect, test } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { addresses, type PageName } from '../site/addresses.ts'
import { expectedCodes } from '../site/expected.ts'
import { answer } from '../site/routes.ts'
import { cardWith, markupOf, paintedTexts, pointAt, shownCard, strangersIn } from './page.ts'
import { settled } from './screens.ts'
import { until } from './until.ts'
import { useWorld } from './use-world.ts'

const world = useWorld()

/** The page, when its badge shows the number that it must. */
async function openWithBadge(name: PageName) {
  const { driver } = world()
  const page = await driver.openPage(addresses[name])
  const wanted = String(expectedCodes[name]?.length || '')
  await until(
    `badge «${wanted}» on ${name}`,
    () => driver.badge(page),
    (text) => text === wanted,
  )
  return page
}

describe('codes on a page', () => {
  test('are painted where they stand: in text, wrapped, split over elements, as links and citations, ready in a closed section', async () => {
    const page = await openWithBadge('firstPage')
    expect(await paintedTexts(page)).toEqual({
      unknown: [
        'Antwoorden op de lijst van vragen (PDF)',
        '2023D19158',
        '2023Z08012',
        'ah-tk-20222023-2345',
        'eerdere lijst van vragen en antwoorden',
        'kst-36360-VIII-5',
        '2023A01234',
        '2023D19 158',
        'bladzijde van de Tweede Kamer',
        '2023D19158',
        'Kamerstuk 35 925 VIII, nr. 87',
        'Handelingen II 2022/23, nr. 78, item 6',
        'Aanhangsel Handelingen,\nvergaderjaar 2022–2023, nr. 2345',
        'Kamerstukken II 2022/23, 31 524, nrs. 541',
        '548',
        'Stcrt. 2023, 4711',
        'Kamerstuk 30 012, nr. 33',
        'idem, nr. 41',
      ],
    })
    await page.close()
  })

  test.each(['senate', 'strictPolicy', 'linksOnly'] as const)('are found on the page «%s»', async (name) => {
    const page = await openWithBadge(name)
    const count = name === 'linksOnly' ? 3 : (expectedCodes[name]?.length ?? 0)
    const painted = async () => Object.values(await paintedTexts(page)).flat().length
    await until('all painted', painted, (number) => number === count)
    await page.close()
  })

  test.each(['statute', 'withoutCodes'] as const)('are not seen where there are none: «%s»', async (name) => {
    const page = await openWithBadge(name)
    expect(await paintedTexts(page)).toEqual({})
    await page.close()
  })

  test('that come later are painted too, and those that leave no longer', async () => {
    const page = await openWithBadge('withoutCodes')
    await page.evaluate(() => {
      const paragraph = document.createElement('p')
      paragraph.id = 'later'
      paragraph.textContent = 'Zie ook 2024Z17972.'
      document.querySelector('main')?.append(paragraph)
    })
    await until(
      'a new code',
      () => paintedTexts(page),
      ({ unknown }) => unknown?.[0] === '2024Z17972',
    )
    await page.evaluate(() => document.querySelector('#later')?.remove())
    await until(
      'no code',
      () => paintedTexts(page),
      (painted) => Object.keys(painted).length === 0,
    )
    await page.close()
  })

  test('in an open shadow root are painted, by one adopted sheet', async () => {
    const page = await openWithBadge('withoutCodes')
    await page.evaluate(() => {
      const host = document.createElement('div')
      host.id = 'host'
      host.attachShadow({ mode: 'open' }).append('Zie ook 2024Z17972.')
      document.querySelector('main')?.append(host)
    })
    await until(
      'the code in the shadow root',
      () => paintedTexts(page),
      ({ unknown }) => unknown?.[0] === '2024Z17972',
    )
    const sheets = await page.evaluate(() =>
      document.querySelector('#host')?.shadowRoot?.adoptedStyleSheets.map(({ cssRules }) => cssRules.length > 0),
    )
    expect(sheets).toEqual([true])
    await page.close()
  })

  test('are found and painted again on a page that breaks its own world and takes the highlights away', async () => {
    const page = await openWithBadge('withoutCodes')
    await page.evaluate(() => {
      const broken = () => {
        throw new Error('broken by the page')
      }
      Object.assign(Node.prototype, { contains: broken, compareDocumentPosition: broken })
      Object.assign(Element.prototype, { matches: broken, closest: broken, querySelector: broken })
      Object.assign(Array.prototype, { push: broken })
      document.body.append('Zie ook 2024Z17972.')
    })
    const isPainted = () => page.evaluate(() => CSS.highlights.get('kamerlens-unknown')?.size ?? 0)
    await until('the code', isPainted, (size) => size === 1)
    await page.evaluate(() => CSS.highlights.clear())
    await until('the code, again', isPainted, (size) => size === 1)
    await page.close()
  })
})

describe('a page', () => {
  test('is not changed by Kamerlens, but for the host of an open card', async () => {
    const served = String((await answer(new URL(addresses.firstPage))).body)
    const page = await openWithBadge('firstPage')
    const parse = (text: string) => new DOMParser().parseFromString(text, 'text/html').documentElement.outerHTML
    const untouched = await page.evaluate(parse, served)
    expect(await markupOf(page)).toBe(untouched)

    await pointAt(page, '2023Z08012')
    await cardWith(world().driver, page, '2023Z08012')
    const hosts = await page.evaluate(() => {
      const host = document.querySelectorAll('[id^=kamerlens]')
      for (const each of host) each.remove()
      return host.length
    })
    expect(hosts).toBe(1)
    expect(await markupOf(page)).toBe(untouched)
    await page.close()
  })

  test('makes no request by being opened, scrolled or crossed by the pointer', async () => {
    const { driver, site } = world()
    const page = await openWithBadge('firstPage')
    await settled(world())
    const before = { requests: site.requests.length, refused: site.refused.length }
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight }))
    await page.evaluate(() => scrollTo({ top: 0 }))
    await pointAt(page, '2023D19158')
    await page.mouse.move(5, 5)
    // Longer than the pause after which a card opens.
    await aWhile(600)
    expect(await shownCard(driver, page)).toBeNull()
    // The browser's own: once a site, at a time of its choice.
    const requests = site.requests.slice(before.requests).filter((url) => !url.endsWith('/favicon.ico'))
    expect(requests).toEqual([])
    // Browsers call home now and then; nothing else may be asked for.
    const others = strangersIn(site.refused.slice(before.refused))
    expect(others).toEqual([])
    await page.close()
  })
})
