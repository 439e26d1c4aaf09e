import { afterEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { FileDrop } from '#components/transfer/file-drop.tsx'
import { refuseDrops } from '#components/transfer/refuse-drops.ts'
import { quiet, stage } from './stage.tsx'

refuseDrops()

/** What became of each drag on the page, but for those who take files. */
let effects: string[] = []
addEventListener('dragover', ({ dataTransfer, defaultPrevented }) => {
  effects.push(defaultPrevented ? (dataTransfer?.dropEffect ?? '') : 'left to the browser')
})

afterEach(() => {
  effects = []
})

const file = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 }
const address = 'https://www.tweedekamer.nl/'
const link = {
  items: ['text/uri-list', 'text/plain'].map((mimeType) => ({ mimeType, data: address })),
  dragOperationsMask: 1,
}

/** Drags it from outside over an element and drops it there, as the browser itself does; what became of it on its way. */
async function drop(selector: string, data: typeof file | typeof link): Promise<string | undefined> {
  await expect.poll(() => document.querySelector(selector)).not.toBeNull()
  const frame = window.frameElement?.getBoundingClientRect()
  const box = document.querySelector(selector)?.getBoundingClientRect()
  if (frame === undefined || box === undefined) throw new Error('not drawn')
  const scale = frame.width / innerWidth
  const x = frame.left + (box.left + Math.min(20, box.width / 2)) * scale
  const y = frame.top + (box.top + box.height / 2) * scale
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop']) {
    await send('Input.dispatchDragEvent', { type, x, y, data })
    // What it is over may change its looks, and another part of it then lies there.
    await quiet()
  }
  return effects.at(-1)
}

const send = (method: string, payload: unknown): Promise<unknown> =>
  (cdp() as unknown as { send(method: string, payload: unknown): Promise<unknown> }).send(method, payload)

test('a file or a link that is dropped beside a field does not take the page’s place, nor does a file on a field', async () => {
  await stage(() => (
    <>
      <p>Tekst</p>
      <textarea aria-label="Notitie" />
      <input type="checkbox" aria-label="Kies" />
      <input type="text" readOnly value="Vast" aria-label="Vast" />
    </>
  ))
  for (const data of [file, link]) {
    for (const beside of ['p', '[type=checkbox]', '[readonly]']) expect(await drop(beside, data), beside).toBe('none')
  }
  expect(await drop('textarea', file)).toBe('none')
  // What a field takes goes on as ever.
  expect(await drop('textarea', link)).toBe('left to the browser')
  await expect.poll(() => document.querySelector('textarea')?.value).toBe(address)
})

test('who takes files goes on to', async () => {
  const taken: string[] = []
  await stage(() => <FileDrop onFile={({ name }) => taken.push(name)} />)
  await quiet()
  await drop('.kl-drop', file)
  await expect.poll(() => taken).toEqual(['hostname'])
  expect(await drop('.kl-drop', link)).toBe('none')
})
