import { goals, measurements, passageGoals, passageMeasurements } from '../tests/bench/goals.ts'
import { chosenParts, type Parts } from './bench/chosen.ts'
import { benchLibrary } from './bench/library.ts'
import { benchMemory } from './bench/memory.ts'
import { benchNotes } from './bench/notes.ts'
import { benchPages } from './bench/pages.ts'
import { benchPdf } from './bench/pdf.ts'
import { benchPopup } from './bench/popup.ts'
import { benchSearch } from './bench/search.ts'
import { benchSources } from './bench/sources.ts'
import { noSuch, readCommandLine, refusing, wholeNumber } from './command-line.ts'

interface Bench {
  /** What it tells. */
  readonly about: string
  /** Rounds without `--rounds`. */
  readonly rounds: number
  /** What `--only` may name. */
  readonly parts: Parts
  /** @param only one of the parts, as it was written */
  readonly run: (rounds: number, only: string | undefined) => Promise<void>
}

const parts = (...names: readonly string[]): Parts => names.map((name) => [name, []])

const benches = new Map<string, Bench>([
  [
    'pages',
    {
      about: 'how fast references are found on a page, in the built extension (also without a name)',
      rounds: 7,
      parts: measurements,
      run: (rounds, only) => benchPages(rounds, only, { measurements, goals, forcedOn: 'dense-5mb' }),
    },
  ],
  ['pdf', { about: 'how fast a PDF is read', rounds: 5, parts: parts('node', 'chromium'), run: benchPdf }],
  ['search', { about: 'what searching what is kept costs', rounds: 7, parts: [], run: benchSearch }],
  ['popup', { about: 'how soon the popup shows something', rounds: 40, parts: [], run: benchPopup }],
  [
    'notes',
    {
      about: 'a key in a long note, many notes out and in',
      rounds: 3,
      parts: parts('typing', 'files'),
      run: benchNotes,
    },
  ],
  ['library', { about: 'scrolling a full library', rounds: 5, parts: [], run: benchLibrary }],
  ['memory', { about: 'what long use leaves in memory', rounds: 500, parts: [], run: benchMemory }],
  [
    'sources',
    {
      about: 'what looking codes up costs',
      rounds: 5,
      parts: parts('cache', 'requests', 'opening'),
      run: benchSources,
    },
  ],
  [
    'passages',
    {
      about: 'what it costs to find passages again',
      rounds: 7,
      parts: passageMeasurements,
      run: (rounds, only) => benchPages(rounds, only, { measurements: passageMeasurements, goals: passageGoals }),
    },
  ],
])

const lineOf = (name: string, { about, parts }: Bench) =>
  [
    `  ${name.padEnd(10)}${about}`,
    ...(parts.length > 0 ? [`            --only ${parts.map(([part]) => part).join(', ')}`] : []),
  ].join('\n')

/** All end with 0 whatever comes out: they measure and do not judge. */
const usage = `Usage: npm run bench -- [NAME] [--rounds N] [--only PART]

${[...benches].map(([name, bench]) => lineOf(name, bench)).join('\n')}

Of a page, what is measured on it can be named as well: --rounds 3 --only dense-1mb:detect,floor`

const { values, names } = readCommandLine(usage, { rounds: { type: 'string' }, only: { type: 'string' } }, 1)

/** What is to be measured, and how often. */
function asked(): () => Promise<void> {
  const name = names[0] ?? 'pages'
  const bench = benches.get(name)
  if (!bench) throw noSuch('bench', name, [...benches.keys()])
  const rounds = wholeNumber('rounds', values.rounds) ?? bench.rounds
  chosenParts(bench.parts, values.only)
  return () => bench.run(rounds, values.only)
}

await refusing(usage, asked)()
