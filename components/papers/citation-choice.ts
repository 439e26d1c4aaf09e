import { signal } from '@preact/signals'
import { storedForm, storeForm, watchForm } from '#utils/browser/settings/citation-form.ts'
import type { CitationForm } from '#utils/citations/form-names.ts'
import type { CitationChoice } from '../store/services.ts'

/**
 * The form of citing that was used last, alike in all windows.
 *
 * @param from what is waited for before it is asked which one that is
 */
export function citationChoice(from: Promise<unknown> = Promise.resolve()): CitationChoice {
  const form = signal<CitationForm>('official')
  const follow = (stored: CitationForm) => {
    form.value = stored
  }
  from.then(() => {
    watchForm(follow)
    storedForm().then(follow, () => undefined)
  })
  return {
    form,
    choose(chosen) {
      form.value = chosen
      // Without room for it the form holds for this window.
      storeForm(chosen).catch(() => undefined)
    },
  }
}
