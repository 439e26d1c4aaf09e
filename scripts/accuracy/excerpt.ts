const around = 40

/** A stretch in guillemets with some text around it, on one line. */
export function excerpt(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const before = text.slice(Math.max(0, start - around), start)
  const after = text.slice(end, end + around)
  return `${start > around ? '…' : ''}${before}«${text.slice(start, end)}»${after}${end + around < text.length ? '…' : ''}`.replace(
    /\s*\n\s*/g,
    '⏎',
  )
}
