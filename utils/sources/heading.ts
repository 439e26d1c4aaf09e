import type { OfficialDocument } from './official-document.ts'

/** What to call a paper: by what it is about itself, else by what it belongs to; null where no service says either. */
export function headingOf(document: Pick<OfficialDocument, 'subject' | 'title'> | null): string | null {
  return [document?.subject, document?.title].find((text) => text?.trim())?.trim() ?? null
}
