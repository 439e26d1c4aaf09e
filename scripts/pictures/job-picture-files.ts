import { jobPicturePath, jobPictures } from '#components/welcome/job-pictures.ts'
import { looks } from '#utils/browser/settings/appearance.ts'
import { storeLanguages } from './store-pictures.ts'

/** Where the pictures of the welcome page stand, from the root of the project; the build takes along all of `public`. */
export const jobPictureFolder = 'public/welcome'

/** Pixels of a picture for each of the page, so that its letters are sharp on sharp screens. */
export const jobPictureScale = 2

/** All of them, by the names of their files. */
export const jobPictureFiles: readonly string[] = jobPictures.flatMap((name) =>
  storeLanguages.flatMap((language) =>
    looks.map((theme) => jobPicturePath(name, language, theme).replace('/welcome/', '')),
  ),
)

/** More than this none may take, in bytes: they are in every package. */
export const largestJobPicture = 32_000
