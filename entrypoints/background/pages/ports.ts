import { browser } from 'wxt/browser'
import type { Frame } from '#utils/browser/senders.ts'

/** Tells when a document in which a content script is at work may be gone: each holds a port while it lives. */
export function onDocumentGone(callback: (frame: Frame) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const { tab, frameId, documentId } = port.sender ?? {}
    const tabId = tab?.id
    if (port.name !== 'page' || tabId === undefined || frameId === undefined) return
    port.onDisconnect.addListener(() => callback({ tabId, frameId, ...(documentId ? { documentId } : {}) }))
  })
}
