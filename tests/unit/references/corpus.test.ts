import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findReferences } from '#utils/references/find.ts'

/**
 * Real texts, where they are present. What must hold on any such text, and floors from counts over these files
 * (DOMAIN §1.4 counts a larger set of the same kind).
 */
const corpus = process.env.KAMERLENS_CORPUS ?? ''
const skipped = corpus === '' ? ' (skipped: KAMERLENS_CORPUS names no folder)' : ''

const text = (...path: string[]) => readFileSync(join(corpus, ...path), 'utf8')
const found = (whole: string) => findReferences(whole).map(({ id }) => id)
const registrations = (whole: string) => found(whole).filter((id) => /^20\d\d[DZA]\d{5}$/.test(id))

describe.skipIf(corpus === '')(`real texts${skipped}`, () => {
  test('the seed page gives its two printed codes once each and nothing else', () => {
    expect(found(text('seed', 'answers-page-56.txt'))).toEqual(['2023D19158', '2023D19159'])
  })

  test('statutes give laws and official journals, and papers only where «Kamerstuk» says so', () => {
    const statutes = readdirSync(join(corpus, 'negatives')).filter((name) => name.endsWith('.md'))
    expect(statutes.length).toBeGreaterThan(0)
    const ofLaws = new Set(['bwb', 'eu', 'staatsblad', 'staatscourant', 'tractatenblad'])
    for (const name of statutes) {
      const statute = text('negatives', name)
      for (const { kind, id, start } of findReferences(statute)) {
        const said = /[Kk]amerstukken .{0,60}$/s.test(statute.slice(start - 60, start + 20))
        expect(ofLaws.has(kind) || said, `${name}: ${id}`).toBe(true)
      }
    }
  })

  test('scanned letters: codes with spaces and misread brackets are found too', () => {
    const letters = text('rekenkamer', 'letters.tsv')
      .split(/\r?\n(?=rekenkamer__)/)
      .map(registrations)
    const plain = text('rekenkamer', 'letters.tsv').match(/20\d{2}[DZA]\d{5}(?!\d)/g) ?? []
    expect(letters.flat().length).toBeGreaterThan(plain.length)
    expect(letters.filter((ids) => ids.length > 0).length).toBeGreaterThanOrEqual(6)
  })

  test('written questions and answers: every number that is written without a break is found, and more', () => {
    const questions = text('kamervragen', 'questions.csv')
    const plain = questions.match(/20\d{2}[DZA]\d{5}(?!\d)/g) ?? []
    const ids = found(questions)
    for (const number of plain)
      expect(
        ids.some((id) => id.endsWith(number)),
        number,
      ).toBe(true)
    expect(ids.length).toBeGreaterThan(plain.length)
  })

  test('motions: every publication id of the markup is found, and no registration number is imagined', () => {
    const motions = join('op-xml', 'moties')
    for (const name of readdirSync(join(corpus, motions))) {
      const motion = text(motions, name)
      const ids = found(motion)
      expect(ids.length, name).toBeGreaterThan(0)
      expect(registrations(motion), name).toEqual([])
      const marked = [...motion.matchAll(/(?:doc|content)="(kst-[0-9A-Z-]+)"/g)].map(([, id]) => id)
      for (const id of marked) expect(ids, name).toContain(id)
    }
  })
})
