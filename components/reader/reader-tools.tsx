import { useEffect, useRef } from 'preact/hooks'
import { format } from '#locales/i18n.ts'
import { readerMessages } from '#locales/reader.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { useStore } from '../store/use-store.ts'
import type { PdfView } from './pdf-view.ts'

/** Which page is in view, and the way to another. */
export function PageField({ view }: { view: PdfView }) {
  const t = useStore(readerMessages)
  const page = view.page.value
  const pages = view.pages.value
  const field = useRef<HTMLInputElement>(null)
  // While someone types in it the field is theirs.
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = `${page}`
  }, [page])
  const go = () => {
    const number = Number.parseInt(field.current?.value ?? '', 10)
    if (Number.isInteger(number)) view.goToPage(number)
    if (field.current) field.current.value = `${view.page.peek()}`
  }
  return (
    <div class="kl-reader__group">
      <IconButton icon="up" label={t.previousPage} disabled={page <= 1} onClick={() => view.goToPage(page - 1)} />
      <IconButton icon="down" label={t.nextPage} disabled={page >= pages} onClick={() => view.goToPage(page + 1)} />
      <label class="kl-reader__page">
        <span class="kl-visually-hidden">{t.page}</span>
        <input
          ref={field}
          class="kl-field kl-reader__number"
          inputMode="numeric"
          autocomplete="off"
          defaultValue={`${page}`}
          size={Math.max(2, `${pages}`.length)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={go}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go()
          }}
        />
        <span class="kl-muted">{t.ofPages({ pages })}</span>
      </label>
    </div>
  )
}

/** How large the pages are. */
export function ZoomTools({ view }: { view: PdfView }) {
  const t = useStore(readerMessages)
  const { number } = useStore(format)
  const size = number(view.zoom.value, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <fieldset class="kl-reader__group" aria-label={t.zoom}>
      <IconButton icon="minus" label={t.zoomOut} onClick={() => view.zoomTo('out')} />
      <button
        type="button"
        class="kl-button kl-button--icon kl-reader__size"
        title={t.zoomWidth}
        onClick={() => view.zoomTo('width')}
      >
        {size}
      </button>
      <IconButton icon="plus" label={t.zoomIn} onClick={() => view.zoomTo('in')} />
    </fieldset>
  )
}
