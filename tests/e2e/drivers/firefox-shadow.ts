import type { Page } from 'puppeteer-core'
import {
  contextOf,
  type EvaluateResult,
  type FirefoxProtocol,
  type RemoteNode,
  type RemoteValue,
  resultOf,
} from './firefox-protocol.ts'
import type { Box, ShadowElement } from './types.ts'

const elementNode = 1
const textNode = 3

function nodeOf(value: RemoteValue): RemoteNode {
  return (value.value ?? { nodeType: 0 }) as RemoteNode
}

function textOf(value: RemoteValue): string {
  const node = nodeOf(value)
  if (node.nodeType === textNode) return node.nodeValue ?? ''
  return node.localName === 'style' ? '' : (node.children ?? []).map(textOf).join(' ')
}

const measure = `(node) => {
  const box = node.getBoundingClientRect()
  return box.width > 0 && box.height > 0 ? JSON.stringify({ x: box.x, y: box.y, width: box.width, height: box.height }) : 'null'
}`

async function boxOf(protocol: FirefoxProtocol, context: string, sharedId: string | undefined): Promise<Box | null> {
  const call = { functionDeclaration: measure, arguments: [{ sharedId }], target: { context }, awaitPromise: false }
  const result = await protocol.send<EvaluateResult>('script.callFunction', call)
  return JSON.parse(String(resultOf(result).value)) as Box | null
}

function elementOf(protocol: FirefoxProtocol, context: string, value: RemoteValue): ShadowElement {
  const node = nodeOf(value)
  const elements = (node.children ?? []).filter((child) => nodeOf(child).nodeType === elementNode)
  return {
    name: node.localName ?? '',
    attributes: node.attributes ?? {},
    text: textOf(value).replace(/\s+/g, ' ').trim(),
    children: elements.map((child) => elementOf(protocol, context, child)),
    box: () => (node.nodeType === elementNode ? boxOf(protocol, context, value.sharedId) : Promise.resolve(null)),
  }
}

function* rootsIn(value: RemoteValue): Generator<RemoteValue> {
  const { shadowRoot, children = [] } = nodeOf(value)
  if (shadowRoot) {
    yield shadowRoot
    yield* rootsIn(shadowRoot)
  }
  for (const child of children) yield* rootsIn(child)
}

/** BiDi shows closed shadow roots when it is asked for all of them. */
export async function firefoxShadowRoots(protocol: FirefoxProtocol, page: Page): Promise<readonly ShadowElement[]> {
  const context = contextOf(page)
  const result = await protocol.send<EvaluateResult>('script.evaluate', {
    expression: 'document.documentElement',
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
  })
  return [...rootsIn(resultOf(result))].map((root) => elementOf(protocol, context, root))
}
