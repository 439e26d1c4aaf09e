/** The colours that a note can have. What they are called is for the catalogue to say; what they mean, for the user. */
export const noteColours = ['yellow', 'green', 'blue', 'pink', 'purple'] as const

export type NoteColour = (typeof noteColours)[number]

export const isNoteColour = (value: unknown): value is NoteColour => noteColours.some((colour) => colour === value)
