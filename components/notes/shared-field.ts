import { mergeTexts } from '#utils/notes/merge.ts'

/**
 * A text field that others write to as well. While an input method composes a character in it, its value may not be
 * touched (the composition would break off, half of it doubled), so what comes from elsewhere waits for its end; what
 * is composed meanwhile counts as an edit of the text that still stands in the field.
 */
export interface SharedField {
  /** The text as typed here, with what came from elsewhere. */
  text(): string
  /** The text has become this elsewhere. */
  adopt(text: string): void
  release(): void
}

/** @param write puts a text into the field, the caret beside the same characters */
export function shareField(field: HTMLTextAreaElement, write: (text: string) => void): SharedField {
  let composing = false
  /** What waits to be shown, and what stood in the field when it came. */
  let postponed: { readonly base: string; readonly text: string } | null = null

  const text = () => (postponed === null ? field.value : mergeTexts(postponed.base, field.value, postponed.text))

  function started() {
    composing = true
  }

  function ended() {
    composing = false
    // Firefox reports the composed text as input only after this event.
    setTimeout(() => {
      if (composing || postponed === null) return
      const whole = text()
      postponed = null
      write(whole)
    })
  }

  field.addEventListener('compositionstart', started)
  field.addEventListener('compositionend', ended)
  return {
    text,
    adopt(newText) {
      if (composing) postponed = { base: field.value, text: newText }
      else {
        postponed = null
        write(newText)
      }
    },
    release() {
      field.removeEventListener('compositionstart', started)
      field.removeEventListener('compositionend', ended)
    },
  }
}
