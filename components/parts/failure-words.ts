import { commonMessages } from '#locales/common.ts'
import { errorMessages } from '#locales/errors.ts'
import { showFailure } from '../undo/undo.ts'

type Known = keyof ReturnType<typeof errorMessages.get>

/** What an error is in the language that is set now. */
export const reasonOf = (error: Known): string => errorMessages.get()[error]

/** Says what went wrong. */
export const showError = (error: Known): void => showFailure(() => reasonOf(error))

/** Says why something is still there. */
export const showNotDeleted = (error: Known): void =>
  showFailure(() => commonMessages.get().notDeleted({ reason: reasonOf(error) }))

/**
 * What came of a change of many rows.
 *
 * @param lags whether the second copy does not have it yet
 */
export const sentencesOf = (parts: readonly string[], lags: true | undefined): string =>
  [...parts, ...(lags ? [commonMessages.get().lags] : [])].join('. ')
