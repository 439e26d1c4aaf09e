/** Drawn on a 16 × 16 grid, in the colour of the text beside it. Always beside a text or inside a labelled button. */
const paths = {
  search: 'M11 11l3 3M12.5 7.25a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0z',
  back: 'M9.5 3L4.5 8l5 5',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5V3.2c0-.4.3-.7.7-.7h6.6c.4 0 .7.3.7.7v6.6c0 .4-.3.7-.7.7h-2.3M3.2 5.5h6.6c.4 0 .7.3.7.7v6.6c0 .4-.3.7-.7.7H3.2a.7.7 0 0 1-.7-.7V6.2c0-.4.3-.7.7-.7z',
  external: 'M9.5 2.5h4v4M13.5 2.5L8 8M11.5 9.5v3.3c0 .4-.3.7-.7.7H3.2a.7.7 0 0 1-.7-.7V5.2c0-.4.3-.7.7-.7h3.3',
  note: 'M10.8 2.7l2.5 2.5-8 8-3.2.7.7-3.2z',
  trash: 'M2.5 4.5h11M6 4.5V3c0-.3.2-.5.5-.5h3c.3 0 .5.2.5.5v1.5M4 4.5l.6 8.4c0 .3.3.6.6.6h5.6c.3 0 .6-.3.6-.6l.6-8.4',
  chevron: 'M6 3.5L10.5 8 6 12.5',
  document: 'M4 2.5h5.5l3 3v8H4zM9.5 2.5v3h3',
  question: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM6.3 6.2a1.75 1.75 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.3M8 11.3v.1',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.2M8 11.6v.1',
  check: 'M3 8.5l3.2 3.2L13 5',
  correct: 'M2.5 3.5h11M2.5 12.5h11M5 8h8.5M2.5 8h.1M8 5.8v4.4',
  up: 'M3.5 10L8 5.5l4.5 4.5',
  down: 'M3.5 6L8 10.5 12.5 6',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  bell: 'M3 11.5h10M4.2 11.5V7.2a3.8 3.8 0 0 1 7.6 0v4.3M6.8 14h2.4',
  list: 'M2.5 4h.1M2.5 8h.1M2.5 12h.1M5.5 4h8M5.5 8h8M5.5 12h8',
  bold: 'M4.5 2.5h4.2a2.6 2.6 0 0 1 0 5.2H4.5zM4.5 7.7h5a2.9 2.9 0 0 1 0 5.8h-5z',
  italic: 'M7 2.5h5M4 13.5h5M9.8 2.5l-3.6 11',
  link: 'M6.5 9.5l3-3M7.2 4.6l1.6-1.6a2.9 2.9 0 0 1 4.1 4.1l-1.6 1.6M8.8 11.4l-1.6 1.6a2.9 2.9 0 0 1-4.1-4.1l1.6-1.6',
  quote: 'M3 4.5h4v4c0 1.7-1 2.6-2.5 3M9.5 4.5h4v4c0 1.7-1 2.6-2.5 3',
  passage: 'M2.5 4h11M2.5 7h7M2.5 10h4M13.6 8.4l-4.8 4.8-2 .5.5-2 4.8-4.8z',
  lost: 'M2.5 4h11M2.5 8h4M2.5 12h4M9.5 8.5l4 4M13.5 8.5l-4 4',
  heading: 'M4 2.5v11M12 2.5v11M4 8h8',
  preview: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.8-4.1M2.5 2.5v3h3M8 5v3.3l2.3 1.4',
  gear: 'M6.9 2h2.2l.3 1.7 1.2.7 1.6-.6 1.1 1.9-1.3 1.1v1.4l1.3 1.1-1.1 1.9-1.6-.6-1.2.7-.3 1.7H6.9l-.3-1.7-1.2-.7-1.6.6-1.1-1.9L4 8.2V6.8L2.7 5.7l1.1-1.9 1.6.6 1.2-.7zM9.6 7.5a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0z',
  upload: 'M8 10.5v-8M4.8 5.5L8 2.3l3.2 3.2M2.5 10.5v2.3c0 .4.3.7.7.7h9.6c.4 0 .7-.3.7-.7v-2.3',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="kl-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
