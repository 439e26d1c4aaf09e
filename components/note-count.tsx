import { Icon } from './icons.tsx'
import './note-count.css'

/** How many notes there are, to be seen; what is heard of it stands beside it. */
export function NoteCount({ count }: { count: number }) {
  return (
    <span class="kl-note-count" aria-hidden="true">
      <Icon name="note" />
      {count}
    </span>
  )
}
