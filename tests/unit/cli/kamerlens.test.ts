import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../../scripts/kamerlens/command.ts'
import { paragraph, run, wordFile } from '../documents/word-file.ts'
import { wordPrints } from '../documents/word-prints.ts'
import { printText, written } from '../documents/written.ts'
import { xmlPrints } from '../documents/xml-prints.ts'
import { worldOf } from '../sources/network.ts'

const script = fileURLToPath(new URL('../../../scripts/kamerlens.ts', import.meta.url))

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kamerlens-'))
  await writeFile(join(folder, 'answers.txt'), printText(written))
  await writeFile(
    join(folder, 'page.html'),
    '<p>Zie <b>2023D19</b><i>158</i> en <a class="nootnum">3</a></p><p>2023Z08012</p>',
  )
  await writeFile(
    join(folder, 'table.docx'),
    wordPrints['the seed’s table, answers over its full width']?.(written) ?? '',
  )
  await writeFile(join(folder, 'official.xml'), xmlPrints['bare numbers, notes together at the end']?.(written) ?? '')
  await writeFile(
    join(folder, 'paged.docx'),
    wordFile({
      body: `${paragraph('Zie 2023D19158')}${paragraph(`<w:r><w:lastRenderedPageBreak/></w:r>${run('en 2023Z08012')}`)}`,
    }),
  )
  await writeFile(join(folder, 'prose.txt'), 'Hier staat niets.')
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'huge.bin'), '')
  await truncate(join(folder, 'huge.bin'), 300 * 1024 * 1024)
})
afterAll(() => rm(folder, { recursive: true }))

/** The command as the script runs it, in this process: a start of its own costs as much as most of what is asked of it. */
async function kamerlens(args: readonly string[], input = ''): Promise<Outcome> {
  let [out, err] = ['', '']
  const code = await runCommand(args, {
    read: async (file) => new Uint8Array(file === '-' ? Buffer.from(input) : await readFile(join(folder, file))),
    write: async (text) => {
      out += text
    },
    complain: (text) => {
      err += text
    },
    width: 110,
    showProgress: () => undefined,
    surroundings: worldOf(),
  })
  return { code, out, err }
}

/** The script in a process of its own. */
function started(args: readonly string[], input?: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [script, ...args],
      { env: { ...process.env, INIT_CWD: folder }, maxBuffer: 1e8 },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

const jsonOf = ({ out }: Outcome) =>
  out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

describe('kamerlens questions', () => {
  it('reads Word files and official XML', async () => {
    const outcome = await kamerlens(['questions', '--json', 'table.docx', 'official.xml'])
    const records = jsonOf(outcome)
    expect([outcome.code, outcome.err]).toEqual([0, ''])
    expect(
      records.map(({ file, list, number, code }) => [file, list.startsWith('file:') ? null : list, number, code]),
    ).toEqual([
      ...written.map(({ number, code }) => ['table.docx', null, number, code]),
      ...written.map(({ number }) => ['official.xml', 'kst-36560-XII-7', number, null]),
    ])
    const references = jsonOf(await kamerlens(['references', '--json', 'paged.docx']))
    expect(references.map(({ id, page }) => [id, page])).toEqual([
      ['2023D19158', 1],
      ['2023Z08012', 2],
    ])
  })

  it('prints one JSON object a question, with the fields of the format', async () => {
    const outcome = await kamerlens(['questions', '--json', 'answers.txt'])
    const records = jsonOf(outcome)
    expect([outcome.code, outcome.err, records.length]).toEqual([0, '', written.length])
    expect(Object.keys(records[0])).toEqual([
      'file',
      'list',
      'number',
      'code',
      'page',
      'ownPage',
      'top',
      'question',
      'answer',
      'answeredWith',
      'pointsTo',
      'footnotes',
      'askedBy',
      'references',
      'complete',
      'doubts',
    ])
    expect(records[0]).toMatchObject({ file: 'answers.txt', number: '41', code: '2024D30417', page: '88', ownPage: 1 })
    expect(records[0].list).toMatch(/^file:[0-9a-f]{64}$/)
    expect(records.at(-1).pointsTo).toBe('45')
  })

  it('does the other files when some cannot be read, and names each of those once', async () => {
    const files = ['missing.pdf', 'empty.txt', 'answers.txt', 'prose.txt', 'huge.bin', '.']
    const outcome = await started(['questions', '--json', ...files])
    expect(outcome.code).toBe(1)
    expect(jsonOf(outcome)).toHaveLength(written.length)
    const lines = outcome.err.trim().split('\n')
    expect(lines.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      'missing.pdf',
      'empty.txt',
      'prose.txt',
      'huge.bin',
      '.',
    ])
  })

  it('reads standard input, and prints for people without --json', async () => {
    const { code, out } = await started(['questions', '-'], printText(written))
    expect(code).toBe(0)
    expect(out).toContain(`-: ${written.length} questions, ${written.length} answered`)
    expect(out).toContain('  41  2024D30417  p. 88     Kunt u toelichten')
  })

  it('says who asked and answered, and what is to be checked', async () => {
    const letter =
      'Vragen van het lid Smit (SP) aan de Minister van Financiën over sluizen (ingezonden 1 mei 2024).\nAntwoord van Minister Bakker (Financiën) (ontvangen 21 mei 2024).\nVraag 1\nKlopt Kamerstuk 29 338, nr. 258?\nAntwoord 1\nJa.\nVraag 3\nWaarom?\nAntwoord 3\nDaarom.'
    const asked = [{ name: 'Smit', party: 'SP' }]
    const records = jsonOf(await kamerlens(['questions', '--json', '-'], letter))
    expect(records).toMatchObject([
      { askedBy: asked, references: ['kst-29338-258'], doubts: [], top: null },
      { askedBy: asked, references: [], doubts: ['number-gap'] },
    ])
    const { out } = await kamerlens(['questions', '-'], letter)
    for (const line of [
      '2 answered, 1 to check',
      'Smit (SP)',
      'minister Bakker (Financiën)',
      '! check: a question before this one may be missing (number-gap)',
    ]) {
      expect(out).toContain(line)
    }
    const [document] = jsonOf(await kamerlens(['documents', '--json', '-'], letter))
    expect(document).toMatchObject({
      file: '-',
      format: 'text',
      questions: 2,
      facts: { type: 'answers', askedBy: asked },
    })
    expect(document.rest[0]).toMatchObject({ kind: 'outside', page: 1 })
    expect((await kamerlens(['documents', '-'], letter)).out).toContain('with no question:')
  })

  it('reads a notice of delay, which has no question', async () => {
    const notice = 'Mededeling van Minister Bakker (Financiën) (ontvangen 21 mei 2024)\n\nOp 6 mei zijn vragen gesteld.'
    const { code, out } = await kamerlens(['questions', '-'], notice)
    expect([code, out]).toEqual([0, expect.stringContaining('postponement')])
  })

  it('ends quietly when the reader of its output has seen enough', async () => {
    const child = spawn(process.execPath, [script, 'questions', '--json', ...Array(50).fill('answers.txt')], {
      env: { ...process.env, INIT_CWD: folder },
    })
    let err = ''
    child.stderr.on('data', (piece: Buffer) => {
      err += piece.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, err]).toEqual([0, ''])
  })
})

describe('kamerlens references', () => {
  it('prints one JSON object a reference, with offsets in the text that was searched', async () => {
    const text = 'Zie 2023D19 158 en kst-36360-VIII-5.'
    const records = jsonOf(await kamerlens(['references', '--json', '-'], text))
    expect(records.map(({ kind, id, page }) => [kind, id, page])).toEqual([
      ['document', '2023D19158', null],
      ['kamerstuk', 'kst-36360-VIII-5', null],
    ])
    for (const { text: found, start, end } of records) expect(text.slice(start, end)).toBe(found)
  })

  it('finds codes that a page splits over elements', async () => {
    const records = jsonOf(await kamerlens(['references', '--json', 'page.html']))
    expect(records.map(({ id }) => id)).toEqual(['2023D19158', '2023Z08012'])
  })
})

describe('the command line itself', () => {
  it.each([
    [['questions', '--fast', 'answers.txt'], 'unknown option --fast'],
    [['questions'], 'name at least one file'],
    [['answers', 'answers.txt'], 'unknown command answers'],
    [[], 'references, questions, documents or look-up'],
  ])('%j is not understood', async (args, reason) => {
    const { code, out, err } = await kamerlens(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(reason)
    // In two lines: the whole of the help would push the reason out of sight.
    expect(err.trim().split('\n')).toHaveLength(2)
    expect(err).toContain('--help')
  })

  it('says so by its exit code', async () => {
    const args = ['questions', '--fast', 'answers.txt']
    expect(await started(args)).toEqual(await kamerlens(args))
  })

  it('explains itself', async () => {
    const { code, out } = await kamerlens(['--help'])
    expect(code).toBe(0)
    expect(out).toContain('npm run -s kamerlens')
  })
})
