import type { PaperGroup } from '#utils/sources/kinds.ts'

/** Around the origin, at most 11 wide: told apart by their outlines, not by colour. */
const paths: Readonly<Record<PaperGroup, string>> = {
  questions: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
  answers: 'M-4.2 -4.2h8.4v8.4h-8.4z',
  motions: 'M0 -5.2L5.2 4.2H-5.2z',
  letters: 'M0 -5.5L5.5 0L0 5.5L-5.5 0z',
  other: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
}

/** The shape of a group of papers, inside an SVG. */
export function PaperPath({ group }: { group: PaperGroup }) {
  return <path class={group === 'other' ? 'kl-shape kl-shape--hollow' : 'kl-shape'} d={paths[group]} />
}

/** The same beside a text, which says what it stands for. */
export function PaperShape({ group }: { group: PaperGroup }) {
  return (
    <svg class="kl-icon kl-paper-shape" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      <PaperPath group={group} />
    </svg>
  )
}
