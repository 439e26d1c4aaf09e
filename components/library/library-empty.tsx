import { libraryMessages } from '#locales/library.ts'
import { welcomeMessages } from '#locales/welcome.ts'
import { shownLabel } from '../papers/shown-label.ts'
import { ExternalLink } from '../parts/external-link.tsx'
import { useStore } from '../store/use-store.ts'
import type { LibraryView } from './library-rows.tsx'

/** An official list of questions and answers to begin with. */
const example = {
  url: 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html',
  label: shownLabel('Kamerstuk 36 360 VIII, nr. 5'),
}

/** What to do first. */
export function LibraryEmpty({ view }: { view: LibraryView }) {
  const t = useStore(libraryMessages)
  const welcome = useStore(welcomeMessages)
  if (view !== 'documents') {
    const texts = { notes: t.emptyNotes, questions: t.emptyQuestions, orphans: t.emptyOrphans }
    return <p class="kl-empty kl-muted">{texts[view]}</p>
  }
  return (
    <div class="kl-empty">
      <h2 class="kl-empty__title">{t.emptyTitle}</h2>
      <p>
        {t.emptyFirst} <ExternalLink {...example} />
        {', '}
        {t.emptyThen}
      </p>
      <p>{welcome.tryText}</p>
      <p class="kl-empty__ways">
        <a class="kl-button kl-button--primary" href="/example.html?try">
          {welcome.try}
        </a>
      </p>
    </div>
  )
}
