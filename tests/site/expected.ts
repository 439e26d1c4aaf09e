import type { PageName } from './addresses.ts'

/**
 * The different codes that each page names, in order of first appearance, in text or in links. Written down by hand
 * from the pages, so that a test against them is no repetition of the program.
 */
export const expectedCodes: Partial<Record<PageName, readonly string[]>> = {
  firstPage: [
    '2023D20951',
    '2023D19158',
    '2023Z08012',
    'ah-tk-20222023-2345',
    'kst-36360-VIII-5',
    '2023A01234',
    'kst-35925-VIII-87',
    'h-tk-20222023-78-6',
    'kst-31524-541',
    'kst-31524-548',
    'stcrt-2023-4711',
    'kst-30012-33',
    'kst-30012-41',
  ],
  openQuestions: [
    '2023D22500',
    '2023D24876',
    '2023D24990',
    '2023D99999',
    'kst-36410-A',
    'kst-36360-B',
    'stb-2021-549',
    'ECLI:NL:HR:2021:1523',
  ],
  senate: ['2023D19158'],
  strictPolicy: ['2023Z08012', 'kst-36360-VIII-5'],
  linksOnly: ['2023D20951', 'kst-36360-VIII-5'],
  withoutCodes: [],
  statute: [],
}
