import type { BesideText, SavedNote, SaveNote } from '#utils/browser/protocol/keeping.ts'
import type { StoreError } from '#utils/browser/protocol/result.ts'
import type { NoteColour } from '#utils/notes/colours.ts'
import type { AutosaveOptions, SaveStatus, StoredText } from './autosave-options.ts'
import { answerTime, longestHalf, mayRetry, retryDelay, saveDelay } from './save-pace.ts'

/**
 * Saves what is typed so that nothing is lost, whatever the order in which answers, failures, other windows and the
 * closing of this one come. Every change goes to the draft at once (synchronously), then to the store: one request in
 * flight, the newest text sent again when its answer is back (of a long one after a pause, a second at most). A request
 * whose answer was lost is repeated unchanged before anything newer is sent: the store then sees a text that it may
 * already have, instead of two rival edits.
 */

export interface Autosave {
  /** The field now holds this; half of a sign where that is still being composed. */
  edit(text: string, tags: readonly string[], isHalf?: boolean): void
  /** The note shall have this colour. */
  paint(colour: NoteColour | null): void
  /** The store holds this now (another window's edit, or our own seen again). */
  stored(row: StoredText, tags: readonly string[]): void
  /** The store holds it no more: the next edit brings it back, and with it all that it had. */
  gone(): void
  /** Try again at once after a failure. */
  retry(): void
  /** The window is closing: send what is left without waiting for an answer. */
  leave(): void
  /** Resolves to true when all is stored, to false when it can't be now. */
  settled(): Promise<boolean>
  readonly text: string
}

/** Tags have no order that would be worth a save. */
const sameTags = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((tag) => other.includes(tag))

export function createAutosave(options: AutosaveOptions): Autosave {
  const { noteId, target, place, passage } = options
  let base = options.opened
  let version = options.version
  let text = base
  let storedTags = options.tags
  let tags = storedTags
  let storedColour: NoteColour | null = options.colour ?? null
  let colour = storedColour
  let inFlight: SaveNote | null = null
  let unanswered: SaveNote | null = null
  let failures = 0
  let cancelRetry = () => {}
  let isPausing = false
  /** Whether the store lost the row, by what is known. */
  let isGone = false
  /** Whether a sign is still being composed: «´» on its way to «é» is no text to save, nor an earlier text of the note. */
  let isHalf = false
  let cancelHalf = () => {}
  /** Whether the draft has the newest text. */
  let isDrafted = true
  let endPause = () => {}
  let waiting: ((stored: boolean) => void)[] = []
  /** What to show when nothing is left to save. */
  let rest: SaveStatus = { type: 'untouched' }
  /** A row that came while a request was in flight: looked at when the answer is there. */
  let lastSeen: { readonly row: StoredText; readonly tags: readonly string[] } | null = null

  const isStored = () =>
    text === base && sameTags(tags, storedTags) && colour === storedColour && unanswered === null && inFlight === null

  const besideText = (): BesideText => ({
    ...(isGone ? { tags } : sameTags(tags, storedTags) ? {} : { tags, openedTags: storedTags }),
    ...(colour === storedColour && !isGone ? {} : { colour }),
    ...(place ? { place } : {}),
    ...(passage && (isGone || options.version === 0) ? { passage } : {}),
  })

  function keepDraft(): boolean {
    isDrafted = options.writeDraft({
      noteId,
      target,
      opened: base,
      sent: (inFlight ?? unanswered)?.body ?? null,
      body: text,
      ...besideText(),
    })
    return isDrafted
  }

  function request(opened: string): SaveNote {
    return { id: noteId, target, opened, body: text, ...besideText() }
  }

  function settle(stored: boolean) {
    const all = waiting
    waiting = []
    for (const resolve of all) resolve(stored)
  }

  function atRest() {
    options.removeDraft()
    options.onStatus(rest)
    settle(true)
    if (lastSeen) follow(lastSeen.row, lastSeen.tags)
  }

  /** Takes over what another window stored, as long as nothing here waits to be saved. */
  function follow(row: StoredText, rowTags: readonly string[]) {
    lastSeen = null
    if (row.version < version) return
    if (!isStored()) {
      lastSeen = { row, tags: rowTags }
      return
    }
    if (isGone) {
      isGone = false
      rest = { type: 'untouched' }
      options.onStatus(rest)
    }
    const rowColour = row.colour ?? null
    if (row.body === base && sameTags(rowTags, storedTags) && rowColour === storedColour) {
      version = row.version
      return
    }
    version = row.version
    base = row.body
    text = row.body
    storedTags = rowTags
    tags = rowTags
    storedColour = rowColour
    colour = rowColour
    options.onText(text, tags, colour)
  }

  function send() {
    cancelRetry()
    cancelHalf()
    endPause()
    if (inFlight) return
    if (isStored()) {
      atRest()
      return
    }
    if (isHalf && isDrafted && unanswered === null && waiting.length === 0) {
      cancelHalf = options.wait(asItStands, longestHalf)
      return
    }
    const sent = unanswered ?? request(base)
    inFlight = sent
    unanswered = null
    keepDraft()
    const cancelWatch = options.wait(() => finish(() => failed(sent, 'unknown', true)), answerTime)
    // Whichever comes first, answer or the end of waiting; the other is too late to count.
    let isOver = false
    const finish = (next: () => void) => {
      if (isOver) return
      isOver = true
      cancelWatch()
      next()
    }
    options.save(sent).then(
      (answer) => finish(() => (answer.ok ? acknowledged(sent, answer.value) : failed(sent, answer.error, false))),
      () => finish(() => failed(sent, 'unknown', true)),
    )
  }

  function asItStands() {
    isHalf = false
    send()
  }

  function acknowledged(sent: SaveNote, { note, merged }: SavedNote) {
    inFlight = null
    failures = 0
    base = note.body
    version = Math.max(version, note.version)
    if (sent.tags) storedTags = sent.tags
    if (sent.colour !== undefined) storedColour = sent.colour
    if (merged || note.body !== sent.body) {
      const ours = text === sent.body ? note.body : options.merge(sent.body, text, note.body)
      if (ours !== text) {
        const before = text
        text = ours
        options.onText(text, tags, colour)
        options.onMerged(before, text)
      }
    }
    // One that was sent before the row went may have come before that too: whether it is there again is seen by itself.
    if (note.version > 0 && sent.tags && !sent.openedTags) isGone = false
    if (note.version > 0 && !isGone) rest = { type: 'saved', at: options.now() }
    const time = waiting.length > 0 || !isDrafted ? 0 : saveDelay(text)
    if (isStored()) atRest()
    else if (time === 0) send()
    if (time > 0) pause(time)
  }

  /** What is typed meanwhile is sent at its end. */
  function pause(milliseconds: number) {
    const cancel = options.wait(send, milliseconds)
    endPause = () => {
      cancel()
      isPausing = false
      endPause = () => {}
    }
    isPausing = true
  }

  /** What was sent was erased with all else before it was stored: it does not come back by itself, as no other row does. */
  function erased(sent: SaveNote) {
    inFlight = null
    failures = 0
    base = sent.body
    storedTags = sent.tags ?? storedTags
    if (sent.colour !== undefined) storedColour = sent.colour
    noMore()
    if (isStored()) atRest()
    else send()
  }

  function noMore() {
    isGone = true
    version = 0
    lastSeen = null
    rest = { type: 'gone' }
  }

  function failed(sent: SaveNote, error: StoreError, answerLost: boolean) {
    if (error === 'erased') return erased(sent)
    inFlight = null
    // A refusal is known to have changed nothing; a lost answer may hide a save.
    const mayBeStored = answerLost || error === 'unknown'
    if (mayBeStored) unanswered = sent
    keepDraft()
    if (mayBeStored && failures === 0) {
      // The browser stops the background at will and starts it for the next message: no news for the user yet.
      cancelRetry = options.wait(send, 0)
    } else {
      options.onStatus({ type: 'failed', error })
      settle(false)
      if (mayRetry(error)) cancelRetry = options.wait(send, retryDelay(failures))
    }
    failures += 1
  }

  function touch() {
    options.onStatus({ type: 'typing' })
    if (!keepDraft() || !isPausing) send()
  }

  return {
    get text() {
      return text
    },
    edit(newText, newTags, half = false) {
      text = newText
      tags = newTags
      isHalf = half
      touch()
    },
    paint(newColour) {
      colour = newColour
      touch()
    },
    stored: follow,
    gone() {
      noMore()
      if (isStored()) options.onStatus(rest)
    },
    retry: send,
    leave() {
      cancelRetry()
      cancelHalf()
      endPause()
      if (isStored()) return
      keepDraft()
      // Messages arrive in order, so the text sent before is what the store holds when the next one is handled.
      if (unanswered) void options.save(unanswered).catch(() => {})
      const before = inFlight ?? unanswered
      const last = request(before ? before.body : base)
      if (before === null || before.body !== text || last.tags || last.colour !== undefined)
        void options.save(last).catch(() => {})
    },
    settled() {
      return new Promise((resolve) => {
        waiting.push(resolve)
        send()
      })
    },
  }
}
