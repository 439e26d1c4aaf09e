import { signal } from '@preact/signals'
import type { PdfView, Place, Zoom } from '#components/reader/pdf-view.ts'
import { pdfImages } from './files.ts'
import { createFinding } from './finding.ts'
import { labelPages, pdfLabels } from './labels.ts'
import { safeLinks } from './links.ts'
import { loadPdfjs } from './load.ts'
import { lookOf } from './look.ts'
import { drawMark } from './mark.ts'
import type { OpenPdf } from './open.ts'
import { textOfPage } from './page-text.ts'
import { createScrolling } from './scrolling.ts'

/** The element that scrolls, and in it the one that pdf.js fills with pages. */
export interface PagesElement {
  readonly container: HTMLDivElement
  readonly viewer: HTMLDivElement
}

/** Sizes on the screen against those on paper, between which zooming goes. */
const smallest = 0.25
const largest = 5
const zoomStep = 1.15

/**
 * Shows a PDF in pdf.js' own viewer component: with its text to select and search, links by https alone, no forms to
 * fill in and no scripts.
 */
export async function createView({ document, close }: OpenPdf, pages: PagesElement): Promise<PdfView> {
  const parts = await loadPdfjs()
  const ending = new AbortController()
  const eventBus = new parts.viewer.EventBus()
  const linkService = safeLinks(parts, eventBus)
  const findController = new parts.viewer.PDFFindController({ eventBus, linkService })
  const viewer = new parts.viewer.PDFViewer({
    ...pages,
    eventBus,
    linkService,
    findController,
    l10n: pdfLabels() as never,
    textLayerMode: 1,
    annotationMode: parts.pdfjs.AnnotationMode.ENABLE,
    imageResourcesPath: pdfImages,
    enableAutoLinking: false,
    // Known to the component, and left out of its types.
    ...{ abortSignal: ending.signal },
  })
  linkService.setViewer(viewer)

  const page = signal(1)
  const zoom = signal(1)
  const title = signal('')
  const scrolling = createScrolling(viewer, pages.container)
  const finding = createFinding(eventBus, parts.viewer.FindState)

  const ready = Promise.withResolvers<void>()
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = 'page-width'
    if (viewer.currentScale > 1.5) viewer.currentScale = 1.5
    // pdf.js has scrolled to the very edge of the first page.
    pages.container.scrollTop = 0
    ready.resolve()
  })
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => {
    page.value = pageNumber
  })
  eventBus.on('scalechanging', ({ scale }: { scale: number }) => {
    zoom.value = scale
    scrolling.look()
  })
  eventBus.on('updateviewarea', scrolling.look)
  refitOnResize(pages.container, viewer, ending.signal)
  labelPages(pages.viewer, ending.signal)

  viewer.setDocument(document)
  linkService.setDocument(document, null)
  findController.setDocument(document)
  await ready.promise
  scrolling.look()
  void document.getMetadata().then(
    ({ info }) => {
      const own = (info as { readonly Title?: unknown }).Title
      title.value = typeof own === 'string' ? own.trim() : ''
    },
    () => undefined,
  )

  return {
    pages: signal(document.numPages),
    page,
    zoom,
    title,
    shown: scrolling.shown,
    eyes: scrolling.eyes,
    finding: finding.state,
    goToPage: (number) => {
      viewer.currentPageNumber = Math.min(Math.max(1, Math.trunc(number)), document.numPages)
    },
    show(place: Place) {
      scrolling.to(place)
      drawMark(lookOf(viewer, place.page), place.top)
    },
    zoomTo(to: Zoom) {
      if (to === 'width' || to === 'page') viewer.currentScaleValue = to === 'width' ? 'page-width' : 'page-fit'
      else {
        const factor = to === 'in' ? zoomStep : 1 / zoomStep
        viewer.currentScale = Math.min(largest, Math.max(smallest, viewer.currentScale * factor))
      }
    },
    find: finding.find,
    stopFinding: finding.stop,
    textOf: (number) => textOfPage(document, number),
    close() {
      ending.abort()
      viewer.setDocument(null as never)
      linkService.setDocument(null)
      findController.setDocument(null as never)
      close()
    },
  }
}

/** «As wide as the window» stays so when the window, or a part beside the pages, changes. */
function refitOnResize(container: HTMLElement, viewer: { currentScaleValue: string }, signal: AbortSignal): void {
  let width = container.clientWidth
  const observer = new ResizeObserver(() => {
    // A part that is not shown now has no size to go by.
    if (container.clientWidth === 0 || container.clientWidth === width) return
    width = container.clientWidth
    const fit = viewer.currentScaleValue
    if (/^(?:page-|auto)/.test(fit)) viewer.currentScaleValue = fit
  })
  observer.observe(container)
  signal.addEventListener('abort', () => observer.disconnect())
}
