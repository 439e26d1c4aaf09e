import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test, vi } from 'vitest'
import '#utils/documents/pdf/stand-ins.ts'

/**
 * What pdf.js' legacy build stands in for, all that its makers know its code to want of an engine: the first Chrome and Firefox that have it
 * (browser-compat-data 8.1). Signs of the DOM are no part of it, and are the same in either build.
 */
const wanted: Readonly<Record<string, readonly [chrome: number, firefox: number]>> = {
  'es.array.includes': [47, 43],
  'es.array.push': [122, 1],
  'es.iterator.constructor': [122, 131],
  'es.iterator.drop': [122, 131],
  'es.iterator.every': [122, 131],
  'es.iterator.filter': [122, 131],
  'es.iterator.find': [122, 131],
  'es.iterator.flat-map': [122, 131],
  'es.iterator.for-each': [122, 131],
  'es.iterator.map': [122, 131],
  'es.iterator.some': [122, 131],
  'es.iterator.take': [122, 131],
  'es.iterator.to-array': [122, 131],
  'es.json.parse': [114, 135],
  'es.json.stringify': [114, 135],
  'es.map.get-or-insert': [145, 144],
  'es.map.get-or-insert-computed': [145, 144],
  'es.math.sum-precise': [147, 137],
  'es.promise.try': [128, 134],
  'es.regexp.escape': [136, 134],
  'es.set.difference.v2': [122, 127],
  'es.set.intersection.v2': [122, 127],
  'es.set.is-disjoint-from.v2': [122, 127],
  'es.set.is-subset-of.v2': [122, 127],
  'es.set.is-superset-of.v2': [122, 127],
  'es.set.symmetric-difference.v2': [122, 127],
  'es.set.union.v2': [122, 127],
  'es.typed-array.with': [110, 115],
  'es.uint8-array.from-base64': [140, 133],
  'es.uint8-array.set-from-base64': [140, 133],
  'es.uint8-array.set-from-hex': [140, 133],
  'es.uint8-array.to-base64': [140, 133],
  'es.uint8-array.to-hex': [140, 133],
  'es.weak-map.get-or-insert': [145, 144],
  'es.weak-map.get-or-insert-computed': [145, 144],
  'web.dom-exception.stack': [17, 37],
  'web.self': [1, 1],
  'web.url.parse': [126, 126],
}

const oldest = { chrome: 140, firefox: 149 }

test('the oldest browsers of the manifest are those that the stand-ins are for', () => {
  const manifest = readFileSync('wxt.config.ts', 'utf8')
  expect(manifest).toContain(`minimum_chrome_version: '${oldest.chrome}'`)
  expect(manifest).toContain(`strict_min_version: '${oldest.firefox}.0'`)
})

test('pdf.js wants nothing of an engine that is not known here', () => {
  const { resolve } = createRequire(import.meta.url)
  for (const half of ['build/pdf.mjs', 'build/pdf.worker.mjs', 'web/pdf_viewer.mjs']) {
    const legacy = readFileSync(resolve(`pdfjs-dist/legacy/${half}`), 'utf8')
    const names = Array.from(legacy.matchAll(/core-js\/modules\/([\w.-]+)\.js/g), ([, name = '']) => name)
    expect(names.length).toBeGreaterThan(10)
    expect(Object.keys(wanted)).toEqual(expect.arrayContaining(names))
  }
})

test('what the oldest browsers lack is stood in for', () => {
  const lacking = Object.keys(wanted).filter((name) => {
    const [chrome, firefox] = wanted[name] ?? [0, 0]
    return chrome > oldest.chrome || firefox > oldest.firefox
  })
  expect(lacking).toEqual([
    'es.map.get-or-insert',
    'es.map.get-or-insert-computed',
    'es.math.sum-precise',
    'es.weak-map.get-or-insert',
    'es.weak-map.get-or-insert-computed',
  ])
})

test('stand-ins do what the engines’ own do', () => {
  type Sums = { sumPrecise(numbers: Iterable<number>): number }
  type Inserting = {
    getOrInsert(key: object, value: number): number
    getOrInsertComputed(key: object, compute: (key: object) => number): number
  }
  for (const map of [new Map<object, number>(), new WeakMap<object, number>()]) {
    const inserting = map as unknown as Inserting
    const [one, other] = [{}, {}]
    expect(inserting.getOrInsert(one, 1)).toBe(1)
    expect(inserting.getOrInsert(one, 2)).toBe(1)
    const compute = vi.fn(() => 3)
    expect(inserting.getOrInsertComputed(other, compute)).toBe(3)
    expect(inserting.getOrInsertComputed(other, compute)).toBe(3)
    expect(compute).toHaveBeenCalledExactlyOnceWith(other)
    expect(map.get(other)).toBe(3)
  }
  expect((Math as unknown as Sums).sumPrecise([1, 2, 3])).toBe(6)
  expect((Uint8Array.of(0, 10, 255) as unknown as { toHex(): string }).toHex()).toBe('000aff')
  expect(Object.keys(Map.prototype)).toEqual([])
})
