import { describe, expect, it } from 'vitest'
import { rowsOf } from '#utils/documents/pdf/rows.ts'
import { run } from './page.ts'

const textOf = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.runs.map(({ text }) => text))

describe('rows by geometry', () => {
  it('does not care in which order the file draws', () => {
    const rows = rowsOf([run('derde', 80, 126), run('rechts', 200, 100), run('tweede', 80, 113), run('links', 80, 100)])
    expect(textOf(rows)).toEqual([['links', 'rechts'], ['tweede'], ['derde']])
  })

  it('keeps cells whose baselines differ by a rounding on one row', () => {
    expect(textOf(rowsOf([run('a', 80, 100), run('b', 200, 100.9), run('c', 300, 99.6)]))).toEqual([['a', 'b', 'c']])
  })

  it('puts a raised mark behind its word, and says that it was raised', () => {
    const [row, ...others] = rowsOf([
      run('86', 180, 96.5, { size: 6, width: 6 }),
      run('huishouden.', 80, 100, { width: 100 }),
      run('volgende regel', 80, 113),
    ])
    expect(row?.runs).toMatchObject([
      { text: 'huishouden.', superscript: false },
      { text: '86', superscript: true, y: 100 },
    ])
    expect(others).toHaveLength(1)
  })

  it('puts a raised mark before the note that it opens', () => {
    const [row] = rowsOf([
      run('90', 80, 697, { size: 5, width: 5.5 }),
      run('Van Wijngaarden (2021)', 87, 700, { size: 8 }),
    ])
    expect(row?.runs).toMatchObject([{ text: '90', superscript: true }, { text: 'Van Wijngaarden (2021)' }])
  })

  it('leaves small print in its own row alone', () => {
    const rows = rowsOf([run('12', 450, 96, { size: 6 }), run('een gewone regel', 80, 100)])
    expect(rows.flatMap(({ runs }) => runs).some(({ superscript }) => superscript)).toBe(false)
  })

  it('reads text that is drawn twice to look bold once, as bold', () => {
    const [row] = rowsOf([run('Vraag 1', 80, 100), run('Vraag 1', 80.3, 100)])
    expect(row?.runs).toMatchObject([{ text: 'Vraag 1', bold: true }])
  })
})
