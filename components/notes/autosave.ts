import type { SavedNote, SaveNote } from '#utils/browser/protocol/keeping.ts'
import type { StoreError } from '#utils/browser/protocol/result.ts'
import type { NoteColour } from '#utils/notes/colours.ts'
import type { AutosaveOptions, SaveStatus, StoredText } from './autosave-options.ts'
import { EditedNote } from './edited-note.ts'
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

export function createAutosave(options: AutosaveOptions): Autosave {
  const note = new EditedNote(options)
  let inFlight: SaveNote | null = null
  let unanswered: SaveNote | null = null
  let failures = 0
  let cancelRetry = () => {}
  let isPausing = false
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

  const isStored = () => note.isStored && unanswered === null && inFlight === null

  function keepDraft(): boolean {
    const { id, ...draft } = note.request()
    isDrafted = options.writeDraft({ ...draft, noteId: id, sent: (inFlight ?? unanswered)?.body ?? null })
    return isDrafted
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
  function follow(row: StoredText, tags: readonly string[]) {
    lastSeen = null
    if (note.isOlder(row)) return
    if (!isStored()) {
      lastSeen = { row, tags }
      return
    }
    if (note.isGone) {
      rest = { type: 'untouched' }
      options.onStatus(rest)
    }
    if (note.follow(row, tags)) showText()
  }

  const showText = () => options.onText(note.text, note.tags, note.colour)

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
    const sent = unanswered ?? note.request()
    inFlight = sent
    unanswered = null
    keepDraft()
    const cancelWatch = options.wait(() => finish(() => unheard(sent)), answerTime)
    // Whichever comes first, answer or the end of waiting; the other is too late to count.
    let isOver = false
    const finish = (next: () => void) => {
      if (isOver) return
      isOver = true
      cancelWatch()
      next()
    }
    options.save(sent).then(
      (answer) => finish(() => (answer.ok ? acknowledged(sent, answer.value) : refused(sent, answer.error))),
      () => finish(() => unheard(sent)),
    )
  }

  function asItStands() {
    isHalf = false
    send()
  }

  function acknowledged(sent: SaveNote, answer: SavedNote) {
    inFlight = null
    failures = 0
    const before = note.text
    note.acknowledge(sent, answer, options.merge)
    if (note.text !== before) {
      showText()
      options.onMerged(before, note.text)
    }
    if (answer.note.version > 0 && !note.isGone) rest = { type: 'saved', at: options.now() }
    const time = waiting.length > 0 || !isDrafted ? 0 : saveDelay(note.text)
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

  function refused(sent: SaveNote, error: StoreError) {
    inFlight = null
    if (error === 'erased') {
      failures = 0
      note.erase(sent)
      noMore()
      if (isStored()) atRest()
      else send()
      return
    }
    // A refusal is known to have changed nothing, but for one that does not know why.
    if (error === 'unknown') unheard(sent)
    else failed(error)
  }

  /** The answer was lost, and may hide a save: the request is repeated as it was. */
  function unheard(sent: SaveNote) {
    inFlight = null
    unanswered = sent
    if (failures > 0) return failed('unknown')
    keepDraft()
    failures += 1
    // The browser stops the background at will and starts it for the next message: no news for the user yet.
    cancelRetry = options.wait(send, 0)
  }

  function failed(error: StoreError) {
    keepDraft()
    options.onStatus({ type: 'failed', error })
    settle(false)
    if (mayRetry(error)) cancelRetry = options.wait(send, retryDelay(failures))
    failures += 1
  }

  function noMore() {
    lastSeen = null
    rest = { type: 'gone' }
  }

  function touch() {
    options.onStatus({ type: 'typing' })
    if (!keepDraft() || !isPausing) send()
  }

  return {
    get text() {
      return note.text
    },
    edit(text, tags, half = false) {
      note.text = text
      note.tags = tags
      isHalf = half
      touch()
    },
    paint(colour) {
      note.colour = colour
      touch()
    },
    stored: follow,
    gone() {
      note.lose()
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
      const last = note.request(before?.body)
      if (before === null || before.body !== note.text || last.tags || last.colour !== undefined)
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
