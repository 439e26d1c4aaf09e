import { errorMessages } from '#locales/errors.ts'
import { useStore } from '../store/use-store.ts'

/** The sentence for an error, by its name; for one without a name that something went wrong. */
export function ErrorText({ error }: { error: string }) {
  const errors = useStore(errorMessages)
  return <>{Object.hasOwn(errors, error) ? errors[error as keyof typeof errors] : errors.unknown}</>
}
