import type { CDPSession, Page, Protocol } from 'puppeteer-core'
import type { Box, ShadowElement } from './types.ts'

type Node = Protocol.DOM.Node

const textNode = 3

function textOf(node: Node): string {
  if (node.nodeType === textNode) return node.nodeValue
  return node.localName === 'style' ? '' : (node.children ?? []).map(textOf).join(' ')
}

function attributesOf(flat: readonly string[] = []): Record<string, string> {
  const pairs = flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : []))
  return Object.fromEntries(pairs)
}

async function boxOf(session: CDPSession, backendNodeId: number): Promise<Box | null> {
  const quads = await session.send('DOM.getContentQuads', { backendNodeId }).catch(() => null)
  const [left, top, , , right, bottom] = quads?.quads[0] ?? []
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return null
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null
}

function elementOf(session: CDPSession, node: Node): ShadowElement {
  return {
    name: node.nodeType === 1 ? node.localName : '',
    attributes: attributesOf(node.attributes),
    text: textOf(node).replace(/\s+/g, ' ').trim(),
    children: (node.children ?? []).filter((child) => child.nodeType === 1).map((child) => elementOf(session, child)),
    box: () => boxOf(session, node.backendNodeId),
  }
}

function* rootsIn(node: Node): Generator<Node> {
  for (const root of node.shadowRoots ?? []) {
    if (root.shadowRootType !== 'user-agent') yield root
    yield* rootsIn(root)
  }
  for (const child of node.children ?? []) yield* rootsIn(child)
}

/** One for each page: it is told of every change in the page from the first look on. */
const sessions = new WeakMap<Page, Promise<CDPSession>>()

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.createCDPSession()
  sessions.set(page, session)
  return session
}

/** CDP shows closed shadow roots like open ones. */
export async function chromiumShadowRoots(page: Page): Promise<readonly ShadowElement[]> {
  const session = await sessionOf(page)
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  return [...rootsIn(root)].map((node) => elementOf(session, node))
}
