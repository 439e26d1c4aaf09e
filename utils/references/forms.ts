import type { Form } from './form.ts'
import { publicationForm } from './publication.ts'
import { registrationForm, registrationParameterForm } from './registration.ts'

/** Every way of writing a code that is believed in running text. A new one is one row with its examples. */
export const forms: readonly Form[] = [publicationForm, registrationForm, registrationParameterForm]
