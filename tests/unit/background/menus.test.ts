import '../browser/fake-browser.ts'
import { describe, expect, test } from 'vitest'
import { locale } from '#locales/i18n.ts'
import { makeMenus, menuRequest } from '../../../entrypoints/background/menus.ts'
import { stubBrowser } from '../browser/fake-browser.ts'

describe('the context menu', () => {
  test('is made anew in the language of the interface', async () => {
    const made: { id: string; title: string; contexts: string[] }[] = []
    const removeAll = stubBrowser('contextMenus', 'removeAll', async () => {})
    stubBrowser('contextMenus', 'create', (item: never) => made.push(item))
    locale.set('nl')
    await makeMenus()
    expect(removeAll).toHaveBeenCalledTimes(1)
    expect(made.map(({ title, contexts }) => [title, ...contexts])).toEqual([
      ['Zoek op in Kamerlens', 'selection'],
      ['Notitie bij selectie', 'selection'],
      ['Zoek op in Kamerlens', 'link'],
      ['Vragen van deze pagina bewaren', 'page'],
      ['Lees de vragen uit dit document', 'link'],
    ])
    expect(new Set(made.map(({ id }) => id)).size).toBe(5)
    locale.set('en')
    await makeMenus()
    locale.set('nl')
    expect(made.slice(5).map(({ title }) => title)).toContain('Save the questions on this page')
  })

  test('a selected or linked code is opened, other words are searched for', () => {
    const select = (selectionText: string) => menuRequest({ menuItemId: 'look-up-selection', selectionText })
    expect(select(' 2023D19 158 ')).toEqual({ type: 'open', opening: { code: '2023D19158' } })
    expect(select('stagediscriminatie')).toEqual({ type: 'open', opening: { search: 'stagediscriminatie' } })
    expect(select('  ')).toBeNull()
    const linkUrl = 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158'
    expect(menuRequest({ menuItemId: 'look-up-link', linkUrl })).toEqual({
      type: 'open',
      opening: { code: '2023D19158' },
    })
  })

  test('a page is kept and a linked document read; what is not ours is left alone', () => {
    const linkUrl = 'https://www.rijksoverheid.nl/a.pdf'
    expect(menuRequest({ menuItemId: 'note-on-selection', frameId: 4 })).toEqual({
      type: 'note-on-selection',
      frameId: 4,
    })
    expect(menuRequest({ menuItemId: 'keep-page' })).toEqual({ type: 'keep-page' })
    expect(menuRequest({ menuItemId: 'read-link', linkUrl })).toEqual({ type: 'read', url: linkUrl })
    expect(menuRequest({ menuItemId: 'read-link' })).toBeNull()
    expect(menuRequest({ menuItemId: 'other', linkUrl })).toBeNull()
  })
})
