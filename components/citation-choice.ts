import { signal } from '@preact/signals'
import { storedForm, storeForm, watchForm } from '#utils/browser/citation-form.ts'
import type { CitationForm } from '#utils/citations/forms.ts'
import type { CitationChoice } from './services.ts'

/** The form of citing that was used last, alike in all windows. */
export function citationChoice(): CitationChoice {
  const form = signal<CitationForm>('official')
  const follow = (stored: CitationForm) => {
    form.value = stored
  }
  storedForm().then(follow, () => undefined)
  watchForm(follow)
  return {
    form,
    choose(chosen) {
      form.value = chosen
      // Without room for it the form holds for this window.
      storeForm(chosen).catch(() => undefined)
    },
  }
}
