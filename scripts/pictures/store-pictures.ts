/** The languages that the stores are given pictures in. */
export const storeLanguages = ['nl', 'en'] as const
export type StoreLanguage = (typeof storeLanguages)[number]

/** Where they stand, from the root of the project. */
export const storeFolder = 'docs/store/pictures'

/** The sizes that the stores ask for, in pixels; screens are taken from the built extension, the others are drawn. */
export const storePictures = [
  { name: 'screen-page', width: 1280, height: 800, type: 'screen' },
  { name: 'screen-library', width: 1280, height: 800, type: 'screen' },
  { name: 'screen-reader', width: 1280, height: 800, type: 'screen' },
  { name: 'screen-dossier', width: 1280, height: 800, type: 'screen' },
  { name: 'tile', width: 440, height: 280, type: 'drawn' },
  { name: 'marquee', width: 1400, height: 560, type: 'drawn' },
] as const

export type ScreenName = Extract<(typeof storePictures)[number], { type: 'screen' }>['name']
export type DrawnPicture = Extract<(typeof storePictures)[number], { type: 'drawn' }>

/** The logo says nothing, so it is the same in all languages. */
export const storeLogo = { name: 'logo', width: 300, height: 300 } as const

/** More than this one file has no use for, in bytes. */
export const largestPicture = 400_000
