import type { Language } from '#locales/i18n.ts'
import type { looks } from '#utils/browser/settings/appearance.ts'

/** What the three jobs look like, in the order that they are told of. */
export const jobPictures = ['page', 'popup', 'note'] as const
export type JobPictureName = (typeof jobPictures)[number]

/** Pixels of the page that a picture takes where there is room for it. */
export const jobPictureSize = { width: 340, height: 374 } as const

/** Where a picture lies in the package; `npm run pictures` makes them, from the package that was built. */
export const jobPicturePath = (name: JobPictureName, language: Language, theme: (typeof looks)[number]): string =>
  `/welcome/${name}.${language}.${theme}.webp`
