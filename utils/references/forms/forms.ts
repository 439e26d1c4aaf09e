import { aanhangselForm, aanhangselNumberFirstForm, aanhangselYearsFirstForm } from './aanhangsel.ts'
import { beforePublicationForm } from './before-publication.ts'
import { celexForm, commissionForm, councilForm, europeanActForm } from './european.ts'
import type { Form } from './form.ts'
import { gazetteDatedForm, gazetteForm, gazetteNumberFirstForm } from './gazettes.ts'
import { handelingenForm, handelingenPagesForm } from './handelingen.ts'
import { kamerstukForm } from './kamerstuk.ts'
import { bwbForm, commitmentForm, ecliForm, ljnForm } from './laws-and-rulings.ts'
import { publicationForm } from './publication.ts'
import { registrationForm, registrationParameterForm } from './registration.ts'
import { senateForm } from './senate.ts'

/**
 * Every way of writing a code that is believed in running text; the first that reads a place has it. A new one is one
 * row with its examples.
 */
export const forms: readonly Form[] = [
  kamerstukForm,
  publicationForm,
  beforePublicationForm,
  registrationForm,
  aanhangselForm,
  aanhangselNumberFirstForm,
  aanhangselYearsFirstForm,
  handelingenForm,
  handelingenPagesForm,
  gazetteForm,
  gazetteNumberFirstForm,
  gazetteDatedForm,
  europeanActForm,
  celexForm,
  commissionForm,
  councilForm,
  ecliForm,
  ljnForm,
  bwbForm,
  commitmentForm,
  senateForm,
  registrationParameterForm,
]
