import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import { tellReferences } from '../../../entrypoints/page.content/script-exchange.ts'
import { show } from '../dom/page.ts'
import { soon } from '../soon.ts'
import { around, painted, pointAt, type Rig, running, start, taken, words } from './passage-rig.ts'

const card = () =>
  document.querySelector('#kamerlens-card')?.shadowRoot?.querySelector<HTMLElement>('[role=dialog]') ?? null

const cardText = () => (card()?.textContent ?? '').replace(/\s+/g, ' ')

describe('the card of a passage', () => {
  async function pointed(
    html: string,
    bodies: Readonly<Record<string, string>>,
    of = taken(around, words, 'n'),
  ): Promise<Rig> {
    const root = show(html)
    const rig = start(bodies)
    rig.work.seek([of], null)
    await soon(() => expect(painted('passage').length + painted('passage-inexact').length).toBe(1))
    const box = root.querySelector('p')?.getBoundingClientRect()
    await pointAt((box?.left ?? 0) + 40, (box?.top ?? 0) + 8)
    await pointAt((box?.left ?? 0) + 44, (box?.top ?? 0) + 8)
    await soon(() => expect(card()?.getAttribute('aria-busy')).toBe('false'))
    return rig
  }

  test('shows the note as text, whatever stands in it, and opens it on a press', async () => {
    const body = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) **vet**'
    const { sent } = await pointed(`<p>${words}</p>`, { n: body })
    expect(cardText()).toContain(body)
    expect(card()?.querySelector('img, a, script')).toBeNull()
    const button = [...(card()?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent === 'Notitie openen',
    )
    await userEvent.click(button as Element)
    expect(sent.at(-1)).toEqual({ type: 'passages/edit', payload: { id: 'n' } })
    const { violations } = await axe.run(card() as Element)
    expect(violations).toEqual([])
    await userEvent.keyboard('{Escape}')
    expect(card()).toBeNull()
  })

  test('says where the words have changed', async () => {
    await pointed(`<p>${words.replace('voor de zomer', 'na de zomer')}</p>`, { n: 'Let op.' })
    expect(cardText()).toContain('De tekst is iets gewijzigd')
    await pointAt(890, 590)
    await soon(() => expect(card()).toBeNull())
  })

  test('stays away where a reference is pointed at', async () => {
    const root = show(`<p>${words}</p>`)
    const { work } = start()
    const finder = new AbortController()
    running.push(finder)
    tellReferences((x) => x < (root.querySelector('p')?.getBoundingClientRect().left ?? 0) + 60, finder.signal)
    work.seek([taken(around, words)], null)
    await soon(() => expect(painted('passage')).toHaveLength(1))
    const box = root.querySelector('p')?.getBoundingClientRect()
    await pointAt((box?.left ?? 0) + 40, (box?.top ?? 0) + 8)
    await pointAt((box?.left ?? 0) + 44, (box?.top ?? 0) + 8)
    await aWhile(600)
    expect(card()).toBeNull()
    await pointAt((box?.left ?? 0) + 90, (box?.top ?? 0) + 8)
    await soon(() => expect(card()).not.toBeNull())
  })

  test('is walked to by keyboard, takes the focus and gives it back', async () => {
    const root = show(`<button>eerst</button><p>${words}</p>`)
    root.querySelector('button')?.focus()
    const { work } = start({ n: 'Terugvragen.' })
    work.seek([taken(around, words, 'n')], null)
    expect(work['page/step-passage']()).toBe(true)
    await soon(() => expect(cardText()).toContain('Terugvragen.'))
    expect(document.activeElement?.id).toBe('kamerlens-card')
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(root.querySelector('button'))
    work.seek([], null)
    expect(work['page/step-passage']()).toBe(false)
  })
})
