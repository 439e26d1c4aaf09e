import { parseArgs } from 'node:util'
import { passageGoals, passageMeasurements } from '../tests/bench/goals.ts'
import { benchLibrary } from './bench/library.ts'
import { benchMemory } from './bench/memory.ts'
import { benchNotes } from './bench/notes.ts'
import { benchPages } from './bench/pages.ts'
import { benchPdf } from './bench/pdf.ts'
import { benchPopup } from './bench/popup.ts'
import { benchSearch } from './bench/search.ts'
import { benchSources } from './bench/sources.ts'

/**
 * `npm run bench`: how fast a page is read in the built extension; `npm run bench -- pdf`: how fast a PDF is;
 * `npm run bench -- sources`: what looking codes up costs; `npm run bench -- passages`: what it costs to find passages again;
 * `npm run bench -- notes`: what a key costs in a long note, and many notes out and in; `npm run bench -- search`: what
 * searching what is kept costs; `npm run bench -- library`: scrolling a full library;
 * `npm run bench -- memory`: what long use leaves in memory; `npm run bench -- popup`: how soon the popup shows something.
 * All end with 0 whatever comes out: they measure and do not judge.
 * `-- --rounds 3 --only dense-1mb:detect,floor`, `-- pdf --only node` or `-- sources --only cache` for a part.
 */
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
})

if (positionals[0] === 'pdf') await benchPdf(Number(values.rounds ?? 5), values.only)
else if (positionals[0] === 'search') await benchSearch(Number(values.rounds ?? 7))
else if (positionals[0] === 'library') await benchLibrary(Number(values.rounds ?? 5))
else if (positionals[0] === 'memory') await benchMemory(Number(values.rounds ?? 500))
else if (positionals[0] === 'popup') await benchPopup(Number(values.rounds ?? 40))
else if (positionals[0] === 'sources') await benchSources(Number(values.rounds ?? 5), values.only)
else if (positionals[0] === 'notes') await benchNotes(Number(values.rounds ?? 3), values.only)
else if (positionals[0] === 'passages') {
  await benchPages(Number(values.rounds ?? 7), values.only, { measurements: passageMeasurements, goals: passageGoals })
} else await benchPages(Number(values.rounds ?? 7), values.only)
