/** Where a page is drawn. */
export interface PageLook {
  readonly element: HTMLElement
  /** CSS pixels a point. */
  readonly scale: number
}

interface PageView {
  readonly div: HTMLElement
  readonly viewport: { readonly scale: number }
}

/** @param number of the page, from 1 */
export function lookOf(viewer: { getPageView(index: number): unknown }, number: number): PageLook | null {
  const view = viewer.getPageView(number - 1) as PageView | undefined
  return view === undefined ? null : { element: view.div, scale: view.viewport.scale }
}
