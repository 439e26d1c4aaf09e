import { describe, expect, test } from 'vitest'
import { readerAddress } from '#utils/browser/reader-address.ts'
import { readerSourceOf } from '../../../entrypoints/reader/reader-source.ts'

const official = 'https://www.tweedekamer.nl/downloads/document?id=2023D20951'
const queryOf = (request: Parameters<typeof readerAddress>[0]) => new URL(readerAddress(request), 'https://x/').search
const ofAddress = (url: string) => readerSourceOf(queryOf({ url, title: '' }))

describe('the reader opens', () => {
  test('a document of an official site, by its whole address', () => {
    expect(readerSourceOf(queryOf({ url: official, title: ' Antwoorden \n op vragen ' }))).toEqual({
      type: 'address',
      url: official,
      title: 'Antwoorden op vragen',
      isPrivate: false,
    })
  })

  test('an http address over https, and without the place in the document', () => {
    expect(ofAddress('http://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.pdf#page=3')).toMatchObject({
      type: 'address',
      url: 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.pdf',
    })
  })

  test('a document from a private window as such', () => {
    expect(readerSourceOf(queryOf({ url: `${official}#page=2`, title: 'Antwoorden' }), true)).toEqual({
      type: 'address',
      url: official,
      title: 'Antwoorden',
      isPrivate: true,
    })
    expect(readerSourceOf(queryOf({ url: 'https://evil.example/a.pdf', title: '' }), true)).toMatchObject({
      type: 'none',
    })
  })

  test('a file that Kamerlens laid down', () => {
    expect(readerSourceOf(queryOf({ file: 'reader-1', name: 'a & b.pdf' }))).toEqual({
      type: 'file',
      id: 'reader-1',
      name: 'a & b.pdf',
    })
  })
})

describe('the reader opens nothing else', () => {
  test.each([
    'https://evil.example/a.pdf',
    'https://www.tweedekamer.nl.evil.example/a.pdf',
    'https://user@www.tweedekamer.nl/a.pdf',
    'https://www.tweedekamer.nl:8443/a.pdf',
    'https://www.tweedekamer.nl@evil.example/a.pdf',
    'javascript:alert(1)//https://www.tweedekamer.nl/',
    'data:application/pdf,x',
    'file:///etc/passwd',
    'chrome-extension://abc/library.html',
    '//www.tweedekamer.nl/a.pdf',
    'ftp://www.tweedekamer.nl/a.pdf',
    '',
  ])('not «%s»', (url) => {
    expect(ofAddress(url)).toEqual({ type: 'none', refused: url })
  })

  test('no file by a name that walks the tree', () => {
    expect(readerSourceOf('?file=../kamerlens&name=x')).toEqual({ type: 'none', refused: null })
  })

  test('nothing where nothing is asked', () => {
    expect(readerSourceOf('')).toEqual({ type: 'none', refused: null })
  })
})
