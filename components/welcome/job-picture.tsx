import { locale } from '#locales/i18n.ts'
import { useStore } from '../store/use-store.ts'
import { type JobPictureName, jobPicturePath, jobPictureSize } from './job-pictures.ts'
import { useChosenLooks } from './use-chosen-looks.ts'

/** When the dark picture is shown: by what was chosen, and where nothing was, as the system is. */
const whenDark = { light: 'not all', dark: 'all', system: '(prefers-color-scheme: dark)' } as const

/** One of the jobs as Kamerlens itself shows it, in the language and the looks of the page. */
export function JobPicture({ name, alt }: { readonly name: JobPictureName; readonly alt: string }) {
  const language = useStore(locale)
  const looks = useChosenLooks()
  return (
    <picture>
      <source media={whenDark[looks ?? 'system']} srcset={jobPicturePath(name, language, 'dark')} />
      <img class="kl-welcome__picture" src={jobPicturePath(name, language, 'light')} alt={alt} {...jobPictureSize} />
    </picture>
  )
}
