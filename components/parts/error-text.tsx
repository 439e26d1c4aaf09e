import { errorMessages } from '#locales/errors.ts'
import { useStore } from '../store/use-store.ts'

/** The sentence for an error, by its name; for one without a name that something went wrong. */
export function ErrorText({ error }: { error: string }) {
  return <>{errorSentence(useStore(errorMessages), error)}</>
}

/** The same among the sentences of a language. A stored name may be of another version of Kamerlens. */
export function errorSentence(
  errors: Readonly<Record<string, string>> & { readonly unknown: string },
  error: string,
): string {
  return (Object.hasOwn(errors, error) ? errors[error] : undefined) ?? errors.unknown
}
