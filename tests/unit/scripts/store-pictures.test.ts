import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  largestPicture,
  storeFolder,
  storeLanguages,
  storeLogo,
  storePictures,
} from '../../../scripts/pictures/store-pictures.ts'

const folder = new URL(`../../../${storeFolder}/`, import.meta.url)

const wanted = [
  { file: `${storeLogo.name}.png`, ...storeLogo },
  ...storePictures.flatMap((picture) =>
    storeLanguages.map((language) => ({ ...picture, file: `${picture.name}.${language}.png` })),
  ),
]

/** Width, height and kind of colour stand in the first piece of every PNG (ISO/IEC 15948, 11.2.2 «IHDR»). */
function headOf(file: Buffer): { width: number; height: number; colour: number } {
  const begin = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  if (!file.subarray(0, begin.length).equals(begin)) throw new Error('no PNG')
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20), colour: file.readUInt8(25) }
}

test.each(wanted)('the stores’ $file is $width × $height, and not too large a file', ({ file, width, height }) => {
  const bytes = readFileSync(new URL(file, folder))
  // Three colours without transparency, which Chrome's store does not take in tiles.
  expect(headOf(bytes)).toEqual({ width, height, colour: 2 })
  expect(bytes.length).toBeLessThan(largestPicture)
})

test('nothing else lies beside them', () => {
  expect(readdirSync(folder).sort()).toEqual(wanted.map(({ file }) => file).sort())
})

test.each(storeLanguages)('the text on the pictures tells of each of them (%s)', (language) => {
  const text = readFileSync(new URL(`../listing.${language}.md`, folder), 'utf8')
  const named = [...text.matchAll(/`pictures\/([\w.-]+)`/g)].map(([, name]) => name)
  expect(named.sort()).toEqual(
    [`${storeLogo.name}.png`, ...storePictures.map(({ name }) => `${name}.${language}.png`)].sort(),
  )
})
