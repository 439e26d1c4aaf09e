import { browser } from 'wxt/browser'
import { type CitationForm, readForm } from '../../citations/form-names.ts'

const key = 'citation.form'

/** The form of citing that was used last. */
export async function storedForm(): Promise<CitationForm> {
  return readForm((await browser.storage.local.get(key))[key])
}

/** Keeps the form for the next time: the user chose it on purpose, so in a private window too. */
export async function storeForm(form: CitationForm): Promise<void> {
  await browser.storage.local.set({ [key]: form })
}

/** Calls back when another form was chosen, in whichever window, as long as this page lives. */
export function watchForm(onChange: (form: CitationForm) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (key in changes) onChange(readForm(changes[key]?.newValue))
  })
}
