import { plainOpening } from '#components/store/opening.ts'
import { zaakOf } from '#tests/fixtures/zaak.ts'
import { foundRow } from '#utils/database/official/lookups.ts'
import type { LookupRow, WatchRow } from '#utils/database/schema.ts'
import type { News, NewsKind } from '#utils/sources/news.ts'
import { nothingOf, type OfficialDocument, type RelatedDocument } from '#utils/sources/official-document.ts'
import type { World } from './kept-world.ts'
import { documentRow } from './rows.ts'
import { emptyPage, library, popup, type Screen } from './screens.tsx'

const followedOpening = { ...plainOpening, view: 'followed' } as const
const checkedAt = '2023-06-20T12:02:00.000Z'

const long =
  'Arbeidsmarktdiscriminatievoorlichtingscampagnemaatregelen en de uitvoeringsorganisatiesamenwerkingsovereenkomst in de vreemdelingenketen'

export const news = (kind: NewsKind, id: string | null, title: string, more: Partial<News> = {}): News => ({
  at: '2023-06-20T12:02:01.000Z',
  kind,
  ids: id === null ? [] : [id],
  title,
  day: id === null ? null : '2023-06-19',
  seen: false,
  ...more,
})

export const watch = (target: string, more: Partial<WatchRow> = {}): WatchRow => ({
  target,
  nextCheck: '2023-06-20T18:00:00.000Z',
  since: '2023-06-01T08:00:00.000Z',
  updatedAt: '2023-06-01T08:00:00.000Z',
  lastChecked: checkedAt,
  papers: [target],
  decisions: [],
  ...more,
})

function questions(id: string, subject: string, related: readonly RelatedDocument[] = []): OfficialDocument {
  const zaak = zaakOf('2023Z10477', { subject })
  const kind = 'Schriftelijke vragen'
  return { ...nothingOf('document', id), kind, type: 'written-questions', subject, zaken: [zaak], related }
}

const paper = (type: RelatedDocument['type'], id: string): RelatedDocument => ({
  aliases: [id],
  by: 'zaak',
  kind: null,
  type,
  title: null,
  date: '2023-06-19',
})

export const looked = (document: OfficialDocument): LookupRow =>
  foundRow(document.id, document.aliases, { document, failed: [] }, new Date(checkedAt))

/** One of each: answered with news, postponed, a dossier with much news, not known yet, failed, being checked. */
export async function keepFollowed({ db }: World): Promise<void> {
  const answer = 'Antwoord op vragen van het lid Van Zuilen over de huur van gymzalen'
  await db.watches.bulkPut([
    watch('2023D24876', { lastStatus: 'answered', news: [news('answered', '2023D27300', answer)] }),
    watch('2023D22500', {
      lastStatus: 'postponed',
      news: [
        news('postponed', '2023D25010', 'Uitstel beantwoording vragen over schoolbibliotheken', {
          at: '2023-06-05T08:00:00.000Z',
          seen: true,
        }),
      ],
    }),
    watch('dossier-36360-VIII', {
      news: [
        news('new-document', 'kst-36360-VIII-8', 'Nadere cijfers bij het jaarverslag OCW 2022'),
        news('decision', null, 'Desgewenst betrekken bij het wetgevingsoverleg over het jaarverslag.'),
        ...Array.from({ length: 7 }, (_, index) =>
          news('new-document', `kst-36360-VIII-${index + 1}`, `Stuk nummer ${index + 1}`, {
            at: `2023-06-0${index + 1}T08:00:00.000Z`,
            seen: true,
          }),
        ),
      ],
    }),
    watch('2023D99999', { lastChecked: checkedAt }),
    watch('kst-29338-258', {
      failure: { code: 'busy', at: '2023-06-20T18:10:00.000Z', times: 3 },
    }),
    watch('2023Z08012', {}),
  ])
  await db.lookups.bulkPut([
    looked(questions('2023D24876', 'De huur van gymzalen', [paper('answers', '2023D27300')])),
    looked(questions('2023D22500', 'De openingstijden van schoolbibliotheken', [paper('postponement', '2023D25010')])),
    looked({ ...nothingOf('dossier', 'dossier-36360-VIII'), title: 'Jaarverslag en slotwet Ministerie van OCW 2022' }),
    { ...looked(nothingOf('document', '2023D99999')), document: null },
    {
      ...looked({
        ...nothingOf('zaak', '2023Z08012'),
        kind: 'Schriftelijke vragen',
        subject: 'Gelijke kansen bij een stage',
      }),
      wanted: checkedAt,
    },
  ])
  await db.documents.put(documentRow('kst-29338-258', { kind: 'kamerstuk', title: 'Brief over het wetenschapsbudget' }))
}

async function keepLong({ db }: World): Promise<void> {
  await db.watches.bulkPut([
    watch('2023D24876', { news: [news('answered', '2023D27300', long)] }),
    watch('dossier-36360-VIII', { failure: { code: 'offline', at: checkedAt, times: 1 } }),
  ])
  await db.lookups.bulkPut([
    looked(questions('2023D24876', long)),
    looked({ ...nothingOf('dossier', 'dossier-36360-VIII'), title: `${long} ${long}` }),
  ])
}

const withHint = (keep: (world: World) => Promise<void>) => (world: World) => {
  world.notifications.allowed = false
  return keep(world)
}

const overPage = (world: World) => popup(world, emptyPage('no-codes'), followedOpening)

/** What is followed, in popup and library, in every state. */
export const followedScreens: readonly Screen[] = [
  { name: 'popup-followed', keep: keepFollowed, show: overPage },
  { name: 'popup-followed-hint', keep: withHint(keepFollowed), show: overPage },
  { name: 'popup-followed-long-words', keep: keepLong, show: overPage },
  { name: 'popup-followed-empty', show: overPage },
  {
    name: 'library-followed',
    page: true,
    keep: withHint(keepFollowed),
    show: (world) => library(world, followedOpening),
  },
  { name: 'library-followed-long-words', page: true, keep: keepLong, show: (world) => library(world, followedOpening) },
  { name: 'library-followed-empty', page: true, show: (world) => library(world, followedOpening) },
]
