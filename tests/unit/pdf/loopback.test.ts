import { expect, it } from 'vitest'
import { loopback } from '#utils/documents/pdf/loopback.ts'

const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

function heardOn(port: ReturnType<typeof loopback>) {
  const heard: unknown[] = []
  port.addEventListener('message', ({ data }) => heard.push(data))
  return heard
}

it('hands a page’s texts over as they are, in a turn of their own, although the sender begins new lists at once', async () => {
  const port = loopback()
  const heard = heardOn(port)
  const item = { str: 'Vraag' }
  const chunk = { items: [item], styles: { f1: {} }, lang: null }
  port.postMessage({ stream: 4, streamId: 1, chunk })
  chunk.items = []
  expect(heard).toEqual([])
  await turn()
  expect(heard).toEqual([{ stream: 4, streamId: 1, chunk: { items: [item], styles: { f1: {} }, lang: null } }])
  expect((heard[0] as { chunk: typeof chunk }).chunk.items[0]).toBe(item)
})

it('copies everything else, and takes away what is handed over', async () => {
  const port = loopback()
  const heard = heardOn(port)
  const bytes = new Uint8Array([1, 2, 3])
  const data = { bytes, list: [1] }
  port.postMessage({ action: 'GetDocRequest', data }, [bytes.buffer])
  data.list.push(2)
  await turn()
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
  await turn()
  controller.abort()
  port.postMessage({ action: 'last' })
  await turn()
  expect(heard).toEqual([{ action: 'first' }, { stream: 2, streamId: 1 }, { action: 'last' }])
  expect(gone).toEqual([{ action: 'first' }, { stream: 2, streamId: 1 }])
})
