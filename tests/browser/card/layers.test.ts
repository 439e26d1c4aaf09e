import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { element } from '../../../entrypoints/page.content/card/element.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { opened } from './card-answers.ts'
import { buttonNamed, pointAt, pointAtCode } from './pointing.ts'
import { card, type Rig, start } from './rig.ts'

const code = '<p>Zie 2023D19158.</p>'

beforeEach(async () => {
  await page.viewport(1000, 700)
  await pointAt(900, 690)
  scrollTo(0, 0)
})

function withRoot(name: string, html: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(name)
  const root = host.attachShadow({ mode: 'open' })
  root.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
  return { host, root }
}

/** Steps to the only code, presses a button in its card, and sees that the press arrived. */
async function pressInCard(rig: Rig): Promise<void> {
  await soon(() => expect(rig.page['page/step']({ direction: 1 })).toBe(true))
  await opened()
  await userEvent.click(buttonNamed('Notitie'))
  expect(rig.sent.at(-1)).toEqual({ type: 'card/note', payload: { id: '2023D19158' } })
}

describe('a card whose reference stands in what the page shows above the rest can be pressed', () => {
  test('in a popover, which stays open', async () => {
    const root = show(`<div popover>${code}</div>`)
    const popover = root.querySelector<HTMLElement>('[popover]')
    popover?.showPopover()
    await pressInCard(start())
    expect(popover?.matches(':popover-open')).toBe(true)
    await userEvent.keyboard('{Escape}')
    expect(popover?.matches(':popover-open')).toBe(true)
  })

  test('in a popover, with which it goes', async () => {
    const root = show(`<div popover>${code}</div>`)
    const popover = root.querySelector<HTMLElement>('[popover]')
    popover?.showPopover()
    await pressInCard(start())
    popover?.hidePopover()
    await soon(() => expect(card()).toBeNull())
  })

  test('in a modal dialog of a component that shows what it was given', async () => {
    const { host, root } = withRoot('div', '<dialog><slot></slot></dialog>')
    host.append(show(code))
    document.body.append(host)
    root.querySelector('dialog')?.showModal()
    await pressInCard(start())
    host.remove()
  })

  test('in a component within a modal dialog', async () => {
    const { host } = withRoot('div', code)
    const dialog = document.createElement('dialog')
    dialog.append(host)
    show('').append(dialog)
    dialog.showModal()
    await pressInCard(start())
    expect(card()?.getRootNode()).toHaveProperty('host.parentNode', dialog)
  })

  test('in a form whose fields are called as the browser calls its own', async () => {
    show(`<dialog><form><input name="assignedSlot"><input name="parentNode">${code}</form></dialog>`)
    document.querySelector('dialog')?.showModal()
    await pressInCard(start())
  })

  test('in a dialog made of plain elements, which lets no focus out', async () => {
    const root = show(`<div role="dialog" aria-modal="true" tabindex="-1">${code}</div>`)
    const dialog = root.querySelector<HTMLElement>('[role=dialog]')
    const keepIn = ({ target }: FocusEvent): void => {
      if (!dialog?.contains(target as Node)) dialog?.focus()
    }
    document.addEventListener('focusin', keepIn, true)
    await pressInCard(start())
    document.removeEventListener('focusin', keepIn, true)
  })
})

describe('what is done in a card is none of the page’s business', () => {
  test('a menu that closes when pressed beside stays', async () => {
    show(code)
    const pressedBeside = vi.fn()
    const types = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'focusin']
    for (const type of types) document.addEventListener(type, pressedBeside)
    await pressInCard(start())
    for (const type of types) document.removeEventListener(type, pressedBeside)
    expect(pressedBeside).not.toHaveBeenCalled()
  })

  test('keys that the page uses work in it as ever', async () => {
    show(code)
    const used = vi.fn((event: Event) => event.preventDefault())
    for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, used)
    const rig = start()
    await soon(() => expect(rig.page['page/step']({ direction: 1 })).toBe(true))
    await opened()
    buttonNamed('Notitie').focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard(' ')
    for (const type of ['keydown', 'keypress', 'keyup']) document.removeEventListener(type, used)
    expect(rig.sent.filter(({ type }) => type === 'card/note')).toHaveLength(2)
    expect(used).not.toHaveBeenCalled()
  })

  test('scrolling and copying that the page forbids work in it', async () => {
    show(code)
    const used = vi.fn((event: Event) => event.preventDefault())
    const types = ['wheel', 'touchmove', 'contextmenu', 'copy']
    for (const type of types) document.addEventListener(type, used, { passive: false })
    const rig = start()
    await soon(() => expect(rig.page['page/step']({ direction: 1 })).toBe(true))
    await opened()
    await userEvent.click(buttonNamed('Notitie'), { button: 'right' })
    const init = { bubbles: true, composed: true, cancelable: true }
    const allowed = types.map((type) => buttonNamed('Notitie').dispatchEvent(new Event(type, init)))
    for (const type of types) document.removeEventListener(type, used)
    expect(used).not.toHaveBeenCalled()
    expect(allowed).not.toContain(false)
  })
})

describe('the card stands beside its reference', () => {
  const gap = (root: HTMLElement): number => {
    const range = document.createRange()
    range.selectNodeContents(root.querySelector('p') as HTMLElement)
    return (card()?.getBoundingClientRect().top ?? 0) - range.getBoundingClientRect().bottom
  }

  test('when text comes above it', async () => {
    const root = show(`<div></div>${code}`)
    start()
    await pointAtCode(root)
    await opened()
    const before = gap(root)
    const above = root.querySelector('div') as HTMLElement
    above.style.height = '150px'
    await soon(() => expect(gap(root)).toBeCloseTo(before, 0))
  })

  test('when it is scrolled in a shadow tree', async () => {
    const { host, root } = withRoot(
      'div',
      `<div style="height: 200px; overflow: auto">${code}<p style="height: 900px"></p></div>`,
    )
    show('').append(host)
    const rig = start()
    await soon(() => expect(rig.page['page/step']({ direction: 1 })).toBe(true))
    await opened()
    const scroller = root.querySelector('div') as HTMLElement
    const before = gap(scroller)
    scroller.scrollTop = 10
    expect(gap(scroller)).not.toBeCloseTo(before, 0)
    await soon(() => expect(gap(scroller)).toBeCloseTo(before, 0))
  })

  test('as large as ever, in a page that enlarges itself', async () => {
    const root = show(code)
    document.documentElement.style.zoom = '1.5'
    start()
    await pointAtCode(root)
    await opened()
    const box = card()?.getBoundingClientRect()
    expect(box?.width).toBeCloseTo(380, 0)
    expect(gap(root)).toBeGreaterThanOrEqual(0)
    expect(gap(root)).toBeLessThan(12)
    document.documentElement.style.removeProperty('zoom')
  })
})

test('on paper no line is under a code in a shadow root either', async () => {
  const { host, root } = withRoot('div', code)
  show('').append(host)
  start()
  await soon(() => expect(root.adoptedStyleSheets).toHaveLength(1))
  const [rule] = root.adoptedStyleSheets[0]?.cssRules ?? []
  expect(rule).toBeInstanceOf(CSSMediaRule)
  expect((rule as CSSMediaRule).conditionText).toBe('screen')
})

test('on paper there is neither a card nor a line under a code', async () => {
  const root = show(code)
  start()
  await pointAtCode(root)
  await opened()
  const seen = () => ({
    host: card()?.checkVisibility(),
    line: getComputedStyle(root, '::highlight(kamerlens-unknown)').textDecorationLine,
  })
  expect(seen()).toMatchObject({ host: true, line: 'underline' })
  const media = cdp() as unknown as { send(method: 'Emulation.setEmulatedMedia', given: object): Promise<void> }
  await media.send('Emulation.setEmulatedMedia', { media: 'print' })
  const printed = seen()
  await media.send('Emulation.setEmulatedMedia', { media: '' })
  expect(printed).toMatchObject({ host: false, line: 'none' })
})

test('the parts of a card are HTML in whatever document they are made', () => {
  const { createElement } = Document.prototype
  Document.prototype.createElement = Document.prototype.createElementNS.bind(document, null) as typeof createElement
  try {
    expect(element('div', { id: 'deel' })).toBeInstanceOf(HTMLDivElement)
  } finally {
    Document.prototype.createElement = createElement
  }
})
