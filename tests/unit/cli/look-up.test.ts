import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../../scripts/kamerlens/arguments.ts'
import { lookUpRecords } from '../../../scripts/kamerlens/look-up.ts'
import { printLookUp } from '../../../scripts/kamerlens/print-look-up.ts'
import { hosts, worldOf } from '../sources/network.ts'

async function records(...asked: string[]) {
  const world = worldOf()
  return world.run(lookUpRecords(asked, world))
}

describe('kamerlens look-up', () => {
  it('takes codes, and asks for at least one', () => {
    expect(parseArguments(['look-up', '--json', '2023D19158', 'kst-36360-VIII-5'])).toEqual({
      type: 'look up',
      json: true,
      codes: ['2023D19158', 'kst-36360-VIII-5'],
    })
    expect(parseArguments(['look-up'])).toMatchObject({ type: 'wrong' })
  })

  it('finds codes written in any way, in the order of asking', async () => {
    const asked = [
      '2023d19 158',
      'Kamerstuk 36 360 VIII, nr. 5',
      'https://zoek.officielebekendmakingen.nl/kv-tk-2023Z10477.html',
      '222302345',
    ]
    const outcome = await records(...asked)
    expect(outcome.failures).toEqual([])
    expect(outcome.records.map((record) => [record.asked, record.id, record.status?.is])).toEqual([
      [asked[0], '2023D19158', 'answered'],
      [asked[1], '2023D20123', undefined],
      [asked[2], '2023D24876', 'unanswered'],
      [asked[3], '2023D21040', 'answered'],
    ])
  })

  it('gives each of two things that the same letters name', async () => {
    const { records: found } = await records('36410-A', '36360-B')
    expect(found.map(({ asked, id }) => [asked, id])).toEqual([
      ['36410-A', 'dossier-36410-A'],
      ['36360-B', 'kst-36360-B'],
    ])
  })

  it('takes a dossier for what it is', async () => {
    const { records: found } = await records('36360', 'dossier 36 360-VIII', '36.360 viii')
    expect(found.map(({ id }) => id)).toEqual(['dossier-36360', 'dossier-36360-VIII', 'dossier-36360-VIII'])
  })

  it('says of each code that is not found why, and gives the others', async () => {
    const { records: found, failures } = await records('2023D99999', 'niets', '2023D19158')
    expect(found.map(({ id }) => id)).toEqual(['2023D19158'])
    expect(failures.map(({ asked }) => asked)).toEqual(['2023D99999', 'niets'])
    expect(failures[0]?.reason).toMatch(/^The official services do not know this paper/)
    const world = worldOf()
    world.fail(hosts.openData, 'too many requests, for long')
    const busy = await world.run(lookUpRecords(['2023A01234'], world))
    expect(busy.failures[0]?.reason).toMatch(/try again after 20\/06\/2023/)
  })

  it('prints a line a fact', async () => {
    const { records: found } = await records('2023Z09100', '2023D20951')
    const [questions = '', letter = ''] = found.map(printLookUp)
    expect(questions.split('\n')).toEqual(
      expect.arrayContaining([
        '2023Z09100: 2023Z09100, Schriftelijke vragen, Tweede Kamer, 2023-05-17',
        '  asked by     F. van Zuilen (LKP)',
        '  asked of     J. van der Laken, minister, Onderwijs, Cultuur en Wetenschap',
        '  status       postponed, 2023-06-05, until 2023-06-28',
      ]),
    )
    expect(letter).toContain('\n  related      2023D20960, Bijlage, 2023-05-23, Overzicht van de stageplaatsen\n')
    expect(letter).not.toContain('status')
  })
})
