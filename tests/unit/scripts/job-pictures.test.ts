import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jobPictureSize } from '#components/welcome/job-pictures.ts'
import {
  jobPictureFiles,
  jobPictureFolder,
  jobPictureScale,
  largestJobPicture,
} from '../../../scripts/pictures/job-picture-files.ts'

const folder = new URL(`../../../${jobPictureFolder}/`, import.meta.url)

/** Width and height stand in the head of the one frame (RFC 6386, 9.1), behind «RIFF», «WEBP» and «VP8 » (RFC 9649, 2.5). */
function sizeOf(file: Buffer): { width: number; height: number } {
  const name = file.toString('latin1', 0, 4) + file.toString('latin1', 8, 16)
  if (name !== 'RIFFWEBPVP8 ') throw new Error('no WebP of one lossy frame')
  return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
}

test.each(jobPictureFiles)('the welcome page’s %s is sharp, and not too large a file', (file) => {
  const bytes = readFileSync(new URL(file, folder))
  const { width, height } = jobPictureSize
  expect(sizeOf(bytes)).toEqual({ width: width * jobPictureScale, height: height * jobPictureScale })
  expect(bytes.length).toBeLessThan(largestJobPicture)
})

test('nothing else lies beside them', () => {
  expect(readdirSync(folder).sort()).toEqual([...jobPictureFiles].sort())
})
