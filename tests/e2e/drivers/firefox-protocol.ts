import type { Browser, Page } from 'puppeteer-core'

/** What WebDriver BiDi gives for a value; nodes carry their tree when it is asked for. */
export interface RemoteValue {
  readonly type: string
  readonly sharedId?: string
  readonly value?: unknown
}

export interface RemoteNode {
  readonly nodeType: number
  readonly localName?: string
  readonly nodeValue?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly RemoteValue[]
  readonly shadowRoot?: RemoteValue | null
}

interface EvaluateResult {
  readonly type: 'success' | 'exception'
  readonly result?: RemoteValue
  readonly exceptionDetails?: { readonly text: string }
}

/** Commands of WebDriver BiDi that puppeteer has no method for; its connection is there but not in its types. */
export interface FirefoxProtocol {
  readonly send: <Result>(method: string, params: object) => Promise<Result>
  /** Has puppeteer hear an event as if it came from Firefox. */
  readonly tell: (event: string, params: object) => void
  /** Runs the body of an async function with the rights of the browser itself and gives the string that it returns. */
  readonly asBrowser: (body: string) => Promise<string>
}

interface HasConnection {
  readonly connection: {
    readonly send: (method: string, params: object) => Promise<{ readonly result: unknown }>
    readonly emit: (event: string, params: object) => void
  }
}

/** The BiDi context of a page. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { readonly _id: string })._id
}

export function resultOf(result: EvaluateResult): RemoteValue {
  if (!result.result) throw new Error(result.exceptionDetails?.text ?? 'The script failed')
  return result.result
}

export function firefoxProtocol(browser: Browser): FirefoxProtocol {
  const { connection } = browser as unknown as HasConnection
  const send = async <Result>(method: string, params: object) =>
    (await connection.send(method, params)).result as Result
  const asBrowser = async (body: string) => {
    const scope = { 'moz:scope': 'chrome' }
    const tree = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', scope)
    const expression = `(async () => { ${body} })()`
    const target = { context: tree.contexts[0]?.context }
    const result = await send<EvaluateResult>('script.evaluate', { expression, target, awaitPromise: true })
    return String(resultOf(result).value ?? '')
  }
  const tell = (event: string, params: object) => connection.emit(event, params)
  return { send, tell, asBrowser }
}

export type { EvaluateResult }
