import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aWhile } from '#tests/a-while.ts'
import type { LookUpRequest } from '#utils/browser/protocol/lookup.ts'
import { keepFound } from '#utils/database/documents/keep-found.ts'
import { keepFailure } from '#utils/database/official/lookups.ts'
import { SourceFailure } from '#utils/sources/http/errors.ts'
import { openWorld, unknowing } from './kept-world.ts'
import { button, knowing, opened, shown, text, textOf } from './official-world.tsx'
import { known, motion, questions } from './officials.ts'
import { quiet, stage } from './stage.tsx'

describe('opening a code', () => {
  test('looks it up, and shows what it is, who asked of whom, and what came of it', async () => {
    const world = await stage(opened('2023D19158'), { keep: knowing(questions) })
    await expect
      .element(page.getByRole('heading', { name: 'Gelijke kansen bij het zoeken van een stage' }))
      .toBeVisible()
    expect(world.lookedUp).toEqual([{ id: '2023D19158' }])
    for (const words of [
      'Schriftelijke vragen3 mei 2023',
      'Beantwoord',
      'op 22 mei 2023',
      'F. van Zuilen (LKP), Daniëlle Hogewoning-Brouwer (Nieuw Sociaal Contract)',
      'Minister J. van der Laken (Onderwijs, Cultuur en Wetenschap)',
      'Uitstelbericht · 16 mei 2023 · 2023D20100',
      'Opgezocht: zojuist',
    ]) {
      expect(shown()).toContain(words)
    }
    const links = [...document.querySelectorAll('a')].map(({ href }) => href)
    expect(links).toEqual([
      'https://www.tweedekamer.nl/kamerstukken/detail?id=2023D19158&did=2023D19158',
      'https://zoek.officielebekendmakingen.nl/kv-tk-2023Z08012.html',
      'https://zoek.officielebekendmakingen.nl/kv-tk-2023Z08012.pdf',
      'https://www.tweedekamer.nl/downloads/document?id=2023D19158',
      'https://gegevensmagazijn.tweedekamer.nl/OData/v5/Document(5ca1ab1e-0001-4000-8000-000000000001)',
    ])
  })

  test('what was looked up is heard, as that it is being looked up was', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => one.officials.set('2023D19158', 'no answer yet'),
    })
    await expect.element(page.getByRole('status').filter({ hasText: 'Wordt opgezocht bij' })).toBeVisible()
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, new Date())
    const heard = page.getByRole('status').filter({ hasText: 'Opgezocht: Gelijke kansen bij het zoeken van een stage' })
    await expect.element(heard).toBeInTheDocument()
  })

  test('what was asked again by itself is heard once it is there', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => one.officials.set('2023D19158', 'no answer yet'),
    })
    await expect.element(page.getByRole('status').filter({ hasText: 'Wordt opgezocht bij' })).toBeVisible()
    await keepFailure(world.db, '2023D19158', new SourceFailure('offline', ''), new Date())
    await expect.element(page.getByRole('status').filter({ hasText: 'niet te bereiken' })).toBeVisible()
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, new Date())
    await expect.element(page.getByRole('status').filter({ hasText: /^Opgezocht: / })).toBeInTheDocument()
  })

  test('what was known is not said to be looked up where asking it again was stopped', async () => {
    const before = new Date(Date.now() - 3 * 3_600_000)
    await stage(opened('2023D19158'), {
      keep: async (one) => {
        await keepFound(one.db, '2023D19158', { document: questions, failed: [] }, before)
        one.officials.set('2023D19158', 'no answer yet')
      },
    })
    await userEvent.click(button('Opnieuw opzoeken'))
    await userEvent.click(button(/^Stop met opzoeken van/))
    await expect.poll(() => page.getByRole('progressbar').elements()).toEqual([])
    await quiet()
    expect(
      page
        .getByRole('status')
        .filter({ hasText: /^Opgezocht: / })
        .elements(),
    ).toEqual([])
  })

  test('asks nobody again while what is known is young, and does when asked to', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => {
        await keepFound(one.db, '2023D19158', { document: questions, failed: [] }, new Date(Date.now() - 3 * 3_600_000))
        known(one, { ...questions, subject: 'Nieuw onderwerp' })
      },
    })
    await expect.element(text('Opgezocht: 3 uur geleden')).toBeVisible()
    expect(page.getByRole('progressbar').elements()).toEqual([])
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(page.getByRole('heading', { name: 'Nieuw onderwerp' })).toBeVisible()
    await expect.element(text('Opgezocht: zojuist')).toBeVisible()
    expect(world.lookedUp).toEqual([{ id: '2023D19158' }, { id: '2023D19158', fresh: true }])
  })

  test('says that it takes long once it does, beside the way to stop it, and is quiet before', async () => {
    await stage(opened('2023D12345'), { keep: async (world) => world.officials.set('2023D12345', 'no answer yet') })
    await expect.element(button(/^Stop met opzoeken van/)).toBeVisible()
    const status = () => textOf(document.querySelector('.kl-look-up [role=status]'))
    await aWhile(3_000)
    expect(status()).not.toContain('Dit duurt lang')
    await expect.poll(status, { timeout: 8_000 }).toMatch(/^Wordt opgezocht bij .+… Dit duurt lang\. U kunt wachten/)
    await userEvent.click(button(/^Stop met opzoeken van/))
    await expect.poll(shown).not.toContain('Dit duurt lang')
  })

  test('while it is under way says what is asked of whom, and can be stopped and begun again', async () => {
    const world = await stage(opened('kst-36360-VIII-5'), {
      keep: async (one) => one.officials.set('kst-36360-VIII-5', 'no answer yet'),
    })
    await expect
      .element(text('Wordt opgezocht bij de open data van de Tweede Kamer en officielebekendmakingen.nl…'))
      .toBeVisible()
    await expect.element(page.getByRole('progressbar')).toBeVisible()
    await userEvent.click(button(/^Stop met opzoeken van/))
    await expect.element(text('Nog niet opgezocht')).toBeVisible()
    expect(page.getByRole('progressbar').elements()).toEqual([])
    expect(await world.db.lookups.count()).toBe(0)
    known(world, motion)
    await userEvent.click(button('Opzoeken', true))
    await expect.element(text('Aangenomen met 76 stemmen voor')).toBeVisible()
  })

  test('what the services do not know says when that was asked and when it is worth asking again', async () => {
    const world = await stage(opened('2023D99999'))
    await expect.element(text(/kennen dit stuk niet, of nog niet: een nieuw stuk/)).toBeVisible()
    expect(shown()).toMatch(/Gevraagd: zojuist\. Opent u dit na (?:\d+ \S+ )?\d\d:\d\d, dan/)
    known(world, { ...questions, id: '2023D99999', aliases: ['2023D99999'] })
    await userEvent.click(button('Nu opnieuw vragen'))
    await expect.element(text('op 22 mei 2023')).toBeVisible()
  })

  test.each([
    ['offline', null, /niet te bereiken.*vanzelf opnieuw/],
    ['busy', Date.now() + 60_000, /heeft het druk\. Kamerlens vraagt het na .* vanzelf opnieuw/],
    ['broken-answer', null, /onbruikbaar antwoord/],
    ['too-large', null, /veel te groot antwoord/],
    ['elsewhere', null, /verwijst naar een andere site/],
    ['refused', null, /geeft hierop geen antwoord/],
  ] as const)(
    '%s is one plain sentence, with what was known and how old that is',
    async (failure, retryAt, sentence) => {
      await stage(opened('2023D19158'), {
        keep: async (one) => {
          await keepFound(
            one.db,
            '2023D19158',
            { document: questions, failed: [] },
            new Date(Date.now() - 60 * 3_600_000 * 24),
          )
          one.officials.set('2023D19158', new SourceFailure(failure, '', retryAt))
        },
      })
      await expect.element(text(sentence)).toBeVisible()
      expect(shown()).toMatch(/Hieronder staat wat er bekend was \(\d+ \w+ \d{4}\)/)
      expect(shown()).toContain('op 22 mei 2023')
      await expect.element(button('Opnieuw opzoeken')).toBeVisible()
    },
  )

  test('where the user took the sites back it is asked for the right, and asked again once that is given', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => one.officials.set('2023D19158', new SourceFailure('withheld')),
    })
    await expect.element(text(/staat het Kamerlens niet toe/)).toBeVisible()
    expect(button('Opnieuw opzoeken').elements()).toEqual([])
    known(world, questions)
    const asking = vi.spyOn(world.lookUps, 'askRight').mockResolvedValueOnce(false)
    onTestFinished(() => asking.mockRestore())
    await userEvent.click(button('Toestaan'))
    await expect.element(text('De browser gaf geen toestemming.')).toBeVisible()
    await userEvent.click(button('Toestaan'))
    await expect.element(text('op 22 mei 2023')).toBeVisible()
  })

  test('offline comes to its end by itself once the answer is written', async () => {
    const world = await stage(opened('2023D19158'), {
      keep: async (one) => one.officials.set('2023D19158', new SourceFailure('offline')),
    })
    await expect.element(text(/niet te bereiken/)).toBeVisible()
    expect(shown()).not.toContain('Hieronder staat')
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, new Date())
    await expect.element(text('op 22 mei 2023')).toBeVisible()
    expect(text(/niet te bereiken/).elements()).toEqual([])
  })

  test('a service that could add nothing is named', async () => {
    const failed = [{ source: 'open-data', code: 'busy', retryAt: null } as const]
    await stage(opened('2023D19158'), {
      keep: ({ db }) => keepFound(db, '2023D19158', { document: questions, failed }, new Date()),
    })
    await expect.poll(shown).toContain('De open data van de Tweede Kamer kon hier niets aan toevoegen')
    expect(shown()).toContain('Opgezocht: zojuist')
  })

  test('a store that can’t be written says so, and nothing is said to be under way', async () => {
    const world = openWorld()
    world.failWith('newer-database')
    await stage(opened('2023D12345'), { world })
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(page.getByRole('progressbar').elements()).toEqual([])
  })

  test('what no service keeps is not asked for', async () => {
    const world = await stage(opened('ECLI:NL:HR:2001:AB1838'))
    await quiet()
    expect(world.lookedUp).toEqual([])
    expect(shown()).not.toContain('opgezocht')
  })

  test('in a private window shows what came of it, and writes nothing', async () => {
    const world = openWorld({ isPrivate: true })
    await stage(opened('2023D19158'), { world, keep: knowing(questions) })
    await expect.element(text('op 22 mei 2023')).toBeVisible()
    expect(await world.db.lookups.count()).toBe(0)
    known(world, { ...questions, subject: 'Nieuw onderwerp' })
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(page.getByRole('heading', { name: 'Nieuw onderwerp' })).toBeVisible()
    expect(world.lookedUp.at(-1)).toEqual({ id: '2023D19158', fresh: true })
  })

  test('over a private window of which the screen did not know shows it too, and asks again', async () => {
    const world = unknowing(openWorld({ isPrivate: true }))
    await stage(opened('2023D19158'), { world, keep: knowing(questions) })
    await expect.element(text('op 22 mei 2023')).toBeVisible()
    known(world, { ...questions, subject: 'Nieuw onderwerp' })
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(page.getByRole('heading', { name: 'Nieuw onderwerp' })).toBeVisible()
    expect(world.lookedUp.at(-1)).toEqual({ id: '2023D19158', fresh: true })
    expect(await world.db.lookups.count()).toBe(0)
  })

  test('asked anew, a failure that comes at once ends the asking', async () => {
    const world = openWorld()
    const before = new Date(Date.now() - 3 * 3_600_000)
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, before)
    const failure = new SourceFailure('broken-answer')
    const lookUps = {
      ...world.lookUps,
      start: async (request: LookUpRequest) => {
        if (!request.fresh) return world.lookUps.start(request)
        await keepFailure(world.db, request.id, failure, new Date())
        return { ok: true, value: true } as const
      },
    }
    await stage(opened('2023D19158'), { world: { ...world, lookUps } })
    await expect.element(text('Opgezocht: 3 uur geleden')).toBeVisible()
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(text(/onbruikbaar antwoord/)).toBeVisible()
    await expect.poll(() => page.getByRole('progressbar').elements()).toEqual([])
  })

  test('over a private window says that it is asked anew also where something of it was known, and can be stopped', async () => {
    const world = unknowing(openWorld({ isPrivate: true }))
    const before = new Date(Date.now() - 3 * 3_600_000)
    await keepFound(world.db, '2023D19158', { document: questions, failed: [] }, before)
    world.officials.set('2023D19158', 'no answer yet')
    await stage(opened('2023D19158'), { world })
    await expect.element(text('Opgezocht: 3 uur geleden')).toBeVisible()
    await userEvent.click(button('Opnieuw opzoeken'))
    await expect.element(page.getByRole('progressbar')).toBeVisible()
    await userEvent.click(button(/^Stop met opzoeken/))
    await expect.element(text('Opgezocht: 3 uur geleden')).toBeVisible()
  })

  test('in a private window can be stopped, and an answer that comes after that is nobody’s', async () => {
    const world = openWorld({ isPrivate: true })
    world.officials.set('2023D19158', 'no answer yet')
    await stage(opened('2023D19158'), { world })
    await userEvent.click(button(/^Stop met opzoeken/))
    await expect.element(text('Nog niet opgezocht')).toBeVisible()
  })
})
