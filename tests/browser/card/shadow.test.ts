import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import { referenceAt } from '#utils/dom/hit-test.ts'
import { referencesIn, show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { start } from './rig.ts'

const painted = (): string[] =>
  [...(CSS.highlights.get('kamerlens-unknown') ?? [])].map(({ startContainer }) => startContainer.textContent ?? '')

beforeEach(() => page.viewport(1000, 700))
afterEach(() => CSS.highlights.clear())

function withRoot(name: string, html: string): HTMLElement {
  const host = document.createElement(name)
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  host.attachShadow({ mode: 'open' }).append(...parsed.body.childNodes)
  return host
}

describe('open shadow roots', () => {
  test('of any element are read, with those inside them, and painted by one adopted sheet until the end', async () => {
    const host = withRoot('div', '<p>2023D19158</p><section></section>')
    host.shadowRoot?.querySelector('section')?.append(withRoot('span', '<p>2023D19159</p>'))
    show('<p>2023D19157</p>').append(host)
    const rig = start()
    await soon(() => expect(painted()).toEqual(['2023D19157', '2023D19158', '2023D19159']))
    expect(host.shadowRoot?.adoptedStyleSheets).toHaveLength(1)
    await soon(() => expect(rig.reports.at(-1)?.codes).toHaveLength(3))
    rig.stop()
    expect(host.shadowRoot?.adoptedStyleSheets).toHaveLength(0)
  })

  test('that come later are read: with what is added, and of custom elements whose script comes late', async () => {
    const root = show('<p>Nog niets.</p>')
    start()
    await soon(() => expect(painted()).toEqual([]))
    root.append(withRoot('article', '2023D19158'))
    await soon(() => expect(painted()).toEqual(['2023D19158']))
    const late = document.createElement('kl-late-element')
    root.append(late)
    await aWhile(100)
    late.attachShadow({ mode: 'open' }).append('2023D19159')
    await soon(() => expect(painted()).toEqual(['2023D19158', '2023D19159']))
  })

  test('are kept in step with what changes in them', async () => {
    const host = withRoot('div', '<p>2023D19158</p>')
    show('').append(host)
    start()
    await soon(() => expect(painted()).toEqual(['2023D19158']))
    const text = host.shadowRoot?.querySelector('p')?.firstChild as Text
    text.data = 'Nu 2023D19160'
    await soon(() => expect(painted()).toEqual(['Nu 2023D19160']))
    host.remove()
    await soon(() => expect(painted()).toEqual([]))
  })

  test('a code in one can be pointed at', () => {
    const host = withRoot('div', '<p style="margin: 0">2023D19158</p>')
    show('').append(host)
    const root = host.shadowRoot as ShadowRoot
    const { references } = referencesIn(document.body)
    for (const _ of references.scan(root));
    const { left, top } = (root.querySelector('p') as HTMLElement).getBoundingClientRect()
    expect(referenceAt(references, left + 20, top + 8, [root])?.code.id).toBe('2023D19158')
  })
})

describe('a page that takes our highlights away', () => {
  test.each([
    ['all of the registry', () => CSS.highlights.clear()],
    ['what ours hold', () => CSS.highlights.get('kamerlens-unknown')?.clear()],
  ])('%s: they are painted again', async (_name, take) => {
    show('<p>2023D19158</p>')
    start()
    await soon(() => expect(painted()).toEqual(['2023D19158']))
    take()
    expect(painted()).toEqual([])
    await soon(() => expect(painted()).toEqual(['2023D19158']))
  })
})
