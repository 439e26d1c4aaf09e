import type { BesideText, SavedNote, SaveNote } from '#utils/browser/protocol/keeping.ts'
import type { NoteColour } from '#utils/notes/colours.ts'
import type { AutosaveOptions, StoredText } from './autosave-options.ts'

/** Tags have no order that would be worth a save. */
const sameTags = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((tag) => other.includes(tag))

type Opened = Pick<
  AutosaveOptions,
  'noteId' | 'target' | 'opened' | 'version' | 'tags' | 'colour' | 'place' | 'passage'
>

/** A note as its field holds it, beside what the store is known to hold: what is to be sent, and what answers and other windows make of it. */
export class EditedNote {
  text: string
  tags: readonly string[]
  colour: NoteColour | null
  readonly #opened: Opened
  #base: string
  #version: number
  #storedTags: readonly string[]
  #storedColour: NoteColour | null
  #isGone = false

  constructor(opened: Opened) {
    this.#opened = opened
    this.text = this.#base = opened.opened
    this.tags = this.#storedTags = opened.tags
    this.colour = this.#storedColour = opened.colour ?? null
    this.#version = opened.version
  }

  /** Whether the store lost the row, by what is known. */
  get isGone(): boolean {
    return this.#isGone
  }

  /** Whether the store holds all of it. */
  get isStored(): boolean {
    return this.text === this.#base && sameTags(this.tags, this.#storedTags) && this.colour === this.#storedColour
  }

  /** What is left to save, as a change of what the store holds. @param opened what it will hold by then, where that is another text */
  request(opened = this.#base): SaveNote {
    const { noteId, target } = this.#opened
    return { id: noteId, target, opened, body: this.text, ...this.#besideText() }
  }

  #besideText(): BesideText {
    const { place, passage, version } = this.#opened
    const { tags, colour } = this
    return {
      ...(this.#isGone ? { tags } : sameTags(tags, this.#storedTags) ? {} : { tags, openedTags: this.#storedTags }),
      ...(colour === this.#storedColour && !this.#isGone ? {} : { colour }),
      ...(place ? { place } : {}),
      ...(passage && (this.#isGone || version === 0) ? { passage } : {}),
    }
  }

  /** The store has what was sent, made one with what other windows had saved. @param merge three-way: both edits kept, once */
  acknowledge(sent: SaveNote, { note, merged }: SavedNote, merge: AutosaveOptions['merge']): void {
    this.#base = note.body
    this.#version = Math.max(this.#version, note.version)
    if (sent.tags) this.#storedTags = sent.tags
    if (sent.colour !== undefined) this.#storedColour = sent.colour
    if (merged || note.body !== sent.body)
      this.text = this.text === sent.body ? note.body : merge(sent.body, this.text, note.body)
    // One that was sent before the row went may have come before that too: whether it is there again is seen by itself.
    if (note.version > 0 && sent.tags && !sent.openedTags) this.#isGone = false
  }

  /** Whether a row is from before what is known already. */
  isOlder({ version }: StoredText): boolean {
    return version < this.#version
  }

  /** The store holds this now, and nothing here is left to save. @returns whether that is anything else than before */
  follow(row: StoredText, tags: readonly string[]): boolean {
    const colour = row.colour ?? null
    this.#isGone = false
    this.#version = row.version
    if (row.body === this.#base && sameTags(tags, this.#storedTags) && colour === this.#storedColour) return false
    this.text = this.#base = row.body
    this.tags = this.#storedTags = tags
    this.colour = this.#storedColour = colour
    return true
  }

  /** What was sent was erased with all else before it was stored: it does not come back by itself, as no other row does. */
  erase(sent: SaveNote): void {
    this.#base = sent.body
    this.#storedTags = sent.tags ?? this.#storedTags
    if (sent.colour !== undefined) this.#storedColour = sent.colour
    this.lose()
  }

  /** The store holds it no more. */
  lose(): void {
    this.#isGone = true
    this.#version = 0
  }
}
