import type { Parts } from '../../scripts/bench/chosen.ts'
import type { Mode } from './measure.ts'
import type { Figures } from './measuring.ts'

/** The median figure of a measurement; `ms` where nothing is named. */
export type Median = (page: string, mode: Mode, figure?: keyof Figures) => number

/** One line of the table: a ratio or a count, and what it must not exceed. */
export interface Goal {
  readonly name: string
  readonly of: (median: Median) => number
  readonly most: number
}

const toFloor = (page: string) => (median: Median) => median(page, 'detect') / median(page, 'floor')
const toMark = (page: string, mode: Mode) => (median: Median) => median(page, mode) / median(page, 'markJs')
const own = (page: string, mode: Mode) => (median: Median) => median(page, mode) / median(page, mode, 'floor')

export const goals: readonly Goal[] = [
  { name: 'detection : floor, 1 MB, 2,000 references', of: toFloor('dense-1mb'), most: 1 },
  { name: 'detection : floor, 5 MB, 10,000 references', of: toFloor('dense-5mb'), most: 1 },
  { name: 'detection : floor, 1 MB, 50 references', of: toFloor('sparse-1mb'), most: 0.5 },
  {
    name: 'detection : textContent, 1 MB, none',
    of: (median) => median('none-1mb', 'detect') / median('none-1mb', 'textContent'),
    most: 1.6,
  },
  { name: 'detection : mark.js, 1 MB, 2,000 references', of: toMark('dense-1mb', 'detect'), most: 0.25 },
  { name: 'detection : mark.js, 5 MB, 10,000 references', of: toMark('dense-5mb', 'detect'), most: 0.25 },
  { name: 'up to the next frame : mark.js, 1 MB', of: toMark('dense-1mb', 'paint'), most: 0.15 },
  { name: 'up to the next frame : mark.js, 5 MB', of: toMark('dense-5mb', 'paint'), most: 0.15 },
  {
    name: 'later DOM changes : the page without us, 5 MB',
    of: (median) => median('dense-5mb', 'changesWith') / median('dense-5mb', 'changesWithout'),
    most: 1.05,
  },
  { name: '1,000 added nodes : walking them, on 1 MB', of: own('dense-1mb', 'added'), most: 2.2 },
  { name: '1,000 added nodes : walking them, on 5 MB', of: own('dense-5mb', 'added'), most: 2.2 },
  { name: 'hit test : elementFromPoint, 5 MB', of: own('dense-5mb', 'hitTest'), most: 2 },
  {
    name: 'long tasks beside the page’s own, 5 MB',
    of: (median) => median('dense-5mb', 'natural', 'count') - median('dense-5mb', 'atRest', 'count'),
    most: 0,
  },
  {
    name: 'hostile text, 10 MB : 5 MB (2 is linear)',
    of: (median) => median('empty', 'hostile10') / median('empty', 'hostile5'),
    most: 2.5,
  },
]

/** What is measured on which page. */
export type Measurements = Parts<Mode>

export const measurements: Measurements = [
  ['dense-1mb', ['without', 'floor', 'textContent', 'detect', 'paint', 'markJs', 'added']],
  [
    'dense-5mb',
    [
      'without',
      'floor',
      'textContent',
      'detect',
      'paint',
      'markJs',
      'added',
      'hitTest',
      'changesWith',
      'changesWithout',
      'natural',
      'atRest',
    ],
  ],
  ['sparse-1mb', ['without', 'floor', 'textContent', 'detect', 'paint', 'looked', 'markJs']],
  ['none-1mb', ['without', 'floor', 'textContent', 'detect', 'paint', 'markJs']],
  ['empty', ['hostile5', 'hostile10']],
]

/** Notes on passages: what it costs to find them again. There is no aim; the ratios are what a change is judged by. */
export const passageMeasurements: Measurements = [['none-1mb', ['takePassages', 'floor', 'pageText', 'passages']]]

export const passageGoals: readonly Goal[] = [
  {
    name: 'text for passages : floor, 1 MB',
    of: (median) => median('none-1mb', 'pageText') / median('none-1mb', 'floor'),
    most: Infinity,
  },
  {
    name: 'anchoring 200 passages : reading the text, 1 MB',
    of: (median) => median('none-1mb', 'passages', 'anchoring') / median('none-1mb', 'passages', 'text'),
    most: Infinity,
  },
]
