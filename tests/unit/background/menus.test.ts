import '../browser/fake-browser.ts'
import { describe, expect, test } from 'vitest'
import { locale } from '#locales/i18n.ts'
import { makeMenus, menuRequest } from '../../../entrypoints/background/controls/menus.ts'
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
      ['Lees de vragen van deze code', 'selection'],
      ['Zoek op in Kamerlens', 'link'],
      ['Notitie bij dit document', 'link'],
      ['Vragen bewaren', 'page'],
      ['Lees de vragen uit dit document', 'link'],
    ])
    expect(new Set(made.map(({ id }) => id)).size).toBe(7)
    locale.set('en')
    await makeMenus()
    locale.set('nl')
    expect(made.slice(7).map(({ title }) => title)).toContain('Save questions')
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

  test('a note is on the code that a link’s address carries, and what carries none is said not to be one', () => {
    const note = (linkUrl: string) => menuRequest({ menuItemId: 'note-on-link', linkUrl })
    expect(note('https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html')).toEqual({
      type: 'note',
      code: 'kst-36360-VIII-5',
    })
    const other = 'https://www.tweedekamer.nl/zoeken?qry=id=3'
    expect(note(other)).toEqual({ type: 'open', opening: { search: other } })
    expect(menuRequest({ menuItemId: 'note-on-link' })).toBeNull()
  })

  test('the questions of a selected code are read where its text is; else the code is opened, or the words searched for', () => {
    const read = (selectionText: string) => menuRequest({ menuItemId: 'read-selection', selectionText })
    expect(read(' (2023D19 158) ')).toEqual({
      type: 'read',
      url: 'https://www.tweedekamer.nl/downloads/document?id=2023D19158',
    })
    expect(read('Kamerstuk 36 360 VIII, nr. 5')).toEqual({
      type: 'read',
      url: 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html',
    })
    expect(read('2023Z08012')).toEqual({ type: 'open', opening: { code: '2023Z08012' } })
    expect(read('stagediscriminatie')).toEqual({ type: 'open', opening: { search: 'stagediscriminatie' } })
    expect(read(' ')).toBeNull()
  })

  test('of a paper of the Tweede Kamer the file is read, and of a zaak’s page the link itself', () => {
    const read = (linkUrl: string) => menuRequest({ menuItemId: 'read-link', linkUrl })
    const detail = 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158'
    expect(read(detail)).toEqual({ type: 'read', url: 'https://www.tweedekamer.nl/downloads/document?id=2023D19158' })
    const paper = 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html'
    expect(read(paper)).toEqual({ type: 'read', url: paper })
  })
})
