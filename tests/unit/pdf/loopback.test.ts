import { expect, it } from 'vitest'
import { aWhile } from '#tests/a-while.ts'
import { loopback } from '#utils/documents/pdf/loopback.ts'

function heardOn(port: ReturnType<typeof loopback>) {
  const heard: unknown[] = []
  port.addEventListener('message', ({ data }) => heard.push(data))
  return heard
}

it('hands a page’s texts over as they are and as one, before what comes behind them, in a turn of their own', async () => {
  const port = loopback()
  const heard = heardOn(port)
  const [first, second, other] = [{ str: 'Vraag' }, { str: '1' }, { str: 'Antwoord' }]
  const chunk = { items: [first], styles: { f1: {} }, lang: null }
  port.postMessage({ stream: 4, streamId: 1, chunk })
  // The sender begins new lists at once.
  chunk.items = []
  port.postMessage({ stream: 4, streamId: 2, chunk: { items: [other], styles: {}, lang: null } })
  port.postMessage({ stream: 4, streamId: 1, chunk: { items: [second], styles: { f2: {} }, lang: null } })
  await aWhile()
  expect(heard).toEqual([])
  port.postMessage({ stream: 3, streamId: 1 })
  expect(heard).toEqual([])
  await aWhile()
  expect(heard).toEqual([
    { stream: 4, streamId: 1, chunk: { items: [first, second], styles: { f1: {}, f2: {} }, lang: null } },
    { stream: 4, streamId: 2, chunk: { items: [other], styles: {}, lang: null } },
    { stream: 3, streamId: 1 },
  ])
  expect((heard[0] as { chunk: typeof chunk }).chunk.items[0]).toBe(first)
})

it('lets send on without being asked, and copies chunks that are no texts', async () => {
  const port = loopback()
  const heard = heardOn(port)
  const chunk = { fnArray: [1] }
  port.postMessage({ action: 'GetTextContent', streamId: 1, data: { pageIndex: 0 }, desiredSize: 100 })
  port.postMessage({ stream: 6, streamId: 1, desiredSize: 90 })
  port.postMessage({ stream: 4, streamId: 2, chunk })
  chunk.fnArray.push(2)
  await aWhile()
  expect(heard).toEqual([
    { action: 'GetTextContent', streamId: 1, data: { pageIndex: 0 }, desiredSize: Number.POSITIVE_INFINITY },
    { stream: 6, streamId: 1, desiredSize: Number.POSITIVE_INFINITY },
    { stream: 4, streamId: 2, chunk: { fnArray: [1] } },
  ])
})

it('copies everything else, and takes away what is handed over', async () => {
  const port = loopback()
  const heard = heardOn(port)
  const bytes = new Uint8Array([1, 2, 3])
  const data = { bytes, list: [1] }
  port.postMessage({ action: 'GetDocRequest', data }, [bytes.buffer])
  data.list.push(2)
  await aWhile()
  expect(heard).toEqual([{ action: 'GetDocRequest', data: { bytes: new Uint8Array([1, 2, 3]), list: [1] } }])
  expect(bytes).toHaveLength(0)
  expect(() => port.postMessage({ stream: 1, streamId: 1, reason: () => undefined })).toThrow('could not be cloned')
})

it('is not heard any more by who was taken off, nor in another order than it was spoken', async () => {
  const port = loopback()
  const controller = new AbortController()
  const gone: unknown[] = []
  port.addEventListener('message', ({ data }) => gone.push(data), { signal: controller.signal })
  const heard = heardOn(port)
  port.postMessage({ action: 'first' })
  port.postMessage({ stream: 2, streamId: 1 })
  await aWhile()
  controller.abort()
  port.postMessage({ action: 'last' })
  await aWhile()
  expect(heard).toEqual([{ action: 'first' }, { stream: 2, streamId: 1 }, { action: 'last' }])
  expect(gone).toEqual([{ action: 'first' }, { stream: 2, streamId: 1 }])
})
