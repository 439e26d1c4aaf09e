import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { factMessages } from '#locales/facts.ts'
import type { Rest } from '#utils/documents/types.ts'
import { Icon } from '../parts/icons.tsx'
import { useLive } from '../store/live.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'

/** What of a document stands in no record, page by page; running heads and feet apart. */
export function DocumentRest({ document }: { document: string }) {
  const { kept } = useServices()
  const live = useLive(() => kept.rest(document), [document]).value
  return live.state === 'ready' ? <RestParts rest={live.value} /> : null
}

/**
 * @param isOpen whether the pieces are shown at once
 * @param onPage goes to a page of the file, where that can be seen beside
 */
export function RestParts(props: {
  readonly rest: readonly Rest[]
  readonly isOpen?: boolean
  readonly onPage?: (page: number) => void
}) {
  const { rest, isOpen = false, onPage } = props
  const t = useStore(factMessages)
  if (rest.length === 0) return null
  const outside = rest.filter(({ kind }) => kind !== 'furniture')
  const furniture = rest.filter(({ kind }) => kind === 'furniture')
  const between = outside.filter(({ kind }) => kind === 'between').length
  return (
    <div class="kl-rest">
      {outside.length > 0 && (
        <Foldable
          label={t.outside(outside.length)}
          warning={between > 0 ? t.between(between) : undefined}
          isOpen={isOpen}
        >
          {between > 0 && (
            <p class="kl-rest__between kl-small">
              <Icon name="warning" />
              {t.between(between)}
            </p>
          )}
          <ol class="kl-rest__list">
            {outside.map(({ page, text, kind }, index) => (
              // Pieces have no other identity than their place.
              <li
                key={`${index}`}
                class={kind === 'between' ? 'kl-rest__piece kl-rest__piece--between' : 'kl-rest__piece'}
              >
                <span class="kl-rest__page">
                  <Page page={page} onPage={onPage} />
                  {kind === 'between' && `, ${t.isBetween}`}
                </span>
                <span class="kl-rest__text">{text}</span>
              </li>
            ))}
          </ol>
        </Foldable>
      )}
      {furniture.length > 0 && (
        <Foldable label={t.furniture(furniture.length)}>
          <ol class="kl-rest__list">
            {repeated(furniture).map(({ text, pages }) => (
              <li key={text} class="kl-rest__piece">
                <span class="kl-rest__page">
                  {pages.length > 1 ? (
                    t.onPages({ pages: rangesOf(pages) })
                  ) : (
                    <Page page={pages[0] ?? 1} onPage={onPage} />
                  )}
                </span>
                <span class="kl-rest__text">{text}</span>
              </li>
            ))}
          </ol>
        </Foldable>
      )}
    </div>
  )
}

function Page({ page, onPage }: { page: number; onPage: ((page: number) => void) | undefined }) {
  const t = useStore(factMessages)
  if (onPage === undefined) return <>{t.onPage({ page })}</>
  return (
    <button type="button" class="kl-inline" onClick={() => onPage(page)}>
      {t.onPage({ page })}
    </button>
  )
}

/** Its content is made when it is first opened: a document of 500 pages has thousands of running heads. */
function Foldable(props: {
  label: string
  warning?: string | undefined
  isOpen?: boolean
  children: ComponentChildren
}) {
  const [open, setOpen] = useState(props.isOpen ?? false)
  return (
    <details class="kl-rest__part" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        <span>{props.label}</span>
        {props.warning !== undefined && (
          <span class="kl-question__doubt" title={props.warning}>
            <Icon name="warning" />
            {!open && <span class="kl-visually-hidden">{props.warning}</span>}
          </span>
        )}
      </summary>
      {open && props.children}
    </details>
  )
}

/** The same head on many pages is told once. */
function repeated(pieces: readonly Rest[]): readonly { readonly text: string; readonly pages: readonly number[] }[] {
  const byText = Map.groupBy(pieces, ({ text }) => text)
  return [...byText].map(([text, same]) => ({ text, pages: [...new Set(same.map(({ page }) => page))] }))
}

/** `1–3, 7` for 1, 2, 3 and 7. */
function rangesOf(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && page <= last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
