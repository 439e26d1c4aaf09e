/** What the modules of one folder, or one module, may import besides each other. */
export interface Layer {
  /** Whose modules: a folder or a file from the repository's root. */
  readonly of: string
  /** Folders and files that they lean on. */
  readonly on: readonly string[]
  /** The only packages that they use. */
  readonly packages: readonly string[]
  /** Said of an import that is not among these. */
  readonly because: string
}

const oneWay = 'imports point one way: entrypoints, components, utils, and inside utils towards references'
const screens = ['preact', '@preact/signals']
const pageEngine = 'entrypoints/page.content'
const pages = { packages: ['wxt', 'pdfjs-dist', ...screens], because: oneWay }

const leansOn = (of: string, ...on: readonly string[]): Layer => ({
  of,
  on: ['components', 'locales', 'utils', ...on],
  ...pages,
})

const database: Layer = {
  of: 'utils/database',
  on: [
    'utils/references',
    'utils/documents',
    'utils/citations',
    'utils/search',
    'utils/notes',
    'utils/sources/*.ts',
    'utils/sources/http/errors.ts',
    'utils/browser/protocol',
  ],
  packages: ['dexie', 'valibot'],
  because: 'the database knows no screen, no browser and no network',
}

/** The folders of the database; each leans on those before it, and on schema and opening. */
const subjects = [
  'opening',
  'rows',
  'names',
  'journal',
  'records',
  'official',
  'questions',
  'documents',
  'notes',
  'following',
  'lookup',
  'library',
  'search-index',
  'export',
  'import',
]

/** The folders of the references; each leans on those before it, and on the types. What is asked of them all stands above. */
const ofReferences = ['text', 'ids', 'addresses', 'forms', 'finding']

/** The longest `of` that holds a module is its layer. */
export const layers: readonly Layer[] = [
  { of: 'utils/references', on: [], packages: [], because: 'references are the innermost, pure layer' },
  ...ofReferences.map((name, index) => ({
    of: `utils/references/${name}`,
    on: ['utils/references/types.ts', ...ofReferences.slice(0, index).map((before) => `utils/references/${before}`)],
    packages: [],
    because: `references lean one way: ${ofReferences.join(', ')}`,
  })),
  {
    of: 'utils/search',
    on: [],
    packages: [],
    because: 'the search is pure: what is searched is for the database to say',
  },
  {
    of: 'utils/documents',
    on: ['utils/references'],
    packages: ['fflate', 'parse5', 'pdfjs-dist', '@rgrove/parse-xml'],
    because: 'documents are pure',
  },
  { of: 'utils/dom', on: ['utils/references'], packages: [], because: 'a page’s text leans on references alone' },
  {
    of: 'utils/sources',
    on: ['utils/references', 'utils/documents'],
    packages: ['valibot'],
    because: 'the official services are asked without knowing who keeps their answers',
  },
  {
    of: 'utils/citations',
    on: ['utils/references', 'utils/sources', 'utils/documents/types.ts'],
    packages: [],
    because: 'citations are pure, and lean on the records of sources',
  },
  {
    of: 'utils/notes',
    on: ['utils/references', 'utils/citations', 'utils/database/schema.ts'],
    packages: ['valibot', 'yaml', 'fflate', 'marked', 'node-diff3', 'approx-string-match'],
    because: 'notes lean on the shape of their rows, and on no database',
  },
  database,
  ...subjects.map((name, index) => ({
    ...database,
    of: `utils/database/${name}`,
    on: [
      ...database.on,
      'utils/database/*.ts',
      ...subjects.slice(0, index).map((before) => `utils/database/${before}`),
    ],
    because: `the database’s subjects lean one way: ${subjects.join(', ')}`,
  })),
  { of: 'utils/browser', on: ['utils', 'locales'], packages: ['wxt', 'valibot'], because: oneWay },
  {
    of: 'locales',
    on: ['utils/*/types.ts', 'utils/browser/protocol', 'utils/database/schema.ts'],
    packages: ['nanostores', '@nanostores/i18n'],
    because: 'texts lean on what they are texts of, by its types',
  },
  { of: 'components', on: ['locales', 'utils'], packages: ['wxt', 'dexie', 'nanostores', ...screens], because: oneWay },
  // One context uses another's modules only where it does the same work: the page engine over a page of our own, the
  // popup's page beside it.
  leansOn('entrypoints'),
  leansOn('entrypoints/card.ts', pageEngine),
  leansOn('entrypoints/chip.ts', pageEngine),
  leansOn('entrypoints/finder.ts', pageEngine),
  leansOn('entrypoints/passages.ts', pageEngine),
  leansOn('entrypoints/reader', pageEngine),
  leansOn('entrypoints/example', pageEngine, 'entrypoints/popup/active-page.ts', 'entrypoints/reader/mark-own-page.ts'),
  leansOn('entrypoints/sidepanel', 'entrypoints/popup', 'entrypoints/reader/reader-source.ts'),
]
