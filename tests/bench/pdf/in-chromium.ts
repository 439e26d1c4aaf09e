import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core'
import { findBrowser } from '../../../scripts/browsers.ts'
import { bundle } from './bundle.ts'
import type { PdfFigures, PdfMode } from './modes.ts'
import { peakMemory } from './peak-memory.ts'

/** A worker like the one that reads documents in the extension, in a Chromium of its own for each figure. */
export interface ChromiumReading {
  readonly version: string
  readonly measure: (file: string, mode: PdfMode) => Promise<PdfFigures>
  readonly stop: () => Promise<void>
}

const page = '<!doctype html><title>bench</title>'

export async function startChromiumReading(): Promise<ChromiumReading> {
  const worker = await bundle('worker')
  let file = ''
  const server = createServer((request, response) => {
    const answers = new Map([
      ['/', { type: 'text/html', body: () => page }],
      ['/worker.js', { type: 'text/javascript', body: () => readFileSync(worker) }],
      ['/file.pdf', { type: 'application/pdf', body: () => readFileSync(file) }],
    ])
    const answer = answers.get(request.url ?? '')
    response.writeHead(answer ? 200 : 404, { 'content-type': answer?.type ?? 'text/plain' })
    response.end(answer?.body())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const { path, version } = await findBrowser('chromium', console.error)
  return {
    version: version ?? path,
    measure: async (own, mode) => {
      file = own
      const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
      const browser = await puppeteer.launch({ executablePath: path, headless: true, args })
      try {
        return await measureIn(browser, address, mode)
      } finally {
        await browser.close()
      }
    },
    stop: async () => {
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function measureIn(browser: Browser, address: string, mode: PdfMode): Promise<PdfFigures> {
  const tab = await browser.newPage()
  await tab.goto(address)
  await tab.evaluate(async () => {
    const reading = new Worker('/worker.js', { type: 'module' })
    // pdf.js speaks to the page as well: only what is named `bench` is ours.
    const heard = () =>
      new Promise((resolve) => {
        const listen = ({ data }: MessageEvent) => {
          if (!data?.bench) return
          reading.removeEventListener('message', listen)
          resolve(data.bench)
        }
        reading.addEventListener('message', listen)
      })
    await heard()
    const bytes = new Uint8Array(await (await fetch('/file.pdf')).arrayBuffer())
    const read = (mode: string) => {
      reading.postMessage({ bench: { mode, bytes } })
      return heard()
    }
    Object.assign(globalThis, { read })
  })
  const session = await browser.target().createCDPSession()
  const before = await renderers(session)
  const figures = await tab.evaluate(
    (asked) => (globalThis as unknown as { read: (mode: string) => Promise<PdfFigures> }).read(asked),
    mode,
  )
  const after = await renderers(session)
  const spent = [...after].map(([id, seconds]) => ({ id, cpu: (seconds - (before.get(id) ?? 0)) * 1000 }))
  const busiest = spent.reduce((one, other) => (other.cpu > one.cpu ? other : one))
  return { ...figures, cpu: busiest.cpu, megabytes: peakMemory(busiest.id) }
}

/** Processor time in seconds of the browser's processes for pages. */
async function renderers(session: CDPSession): Promise<Map<number, number>> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]))
}
