import { dossierMessages, paperGroupMessages } from '#locales/dossier.ts'
import { typeMessages } from '#locales/facts.ts'
import { format, locale } from '#locales/i18n.ts'
import { statusMessages } from '#locales/status.ts'
import type { DossierPaper } from '#utils/database/lookup/dossier.ts'
import { statusWords } from '#utils/sources/status-words.ts'
import { useDay } from '../papers/document-date.ts'
import { kindWords } from '../papers/kind-words.ts'
import { PaperShape } from '../papers/paper-shape.tsx'
import { useStore } from '../store/use-store.ts'
import '../rows/kept-rows.css'

/** A paper of a dossier: its title; its kind, date, number, how far its questions are, and notes. */
export function DossierRow({ paper }: { paper: DossierPaper }) {
  const t = useStore(dossierMessages)
  const factsOf = usePaperFacts()
  const title = paper.title ?? t.untitled
  return (
    <span class="kl-row">
      <PaperShape group={paper.group} />
      <span class="kl-row__title" lang="nl" title={title}>
        {title}
      </span>
      <span class="kl-row__facts">{factsOf(paper).join(' · ')}</span>
    </span>
  )
}

/** What is known of a paper besides its title, in words. */
export function usePaperFacts(): (paper: DossierPaper) => readonly string[] {
  const t = useStore(dossierMessages)
  const groups = useStore(paperGroupMessages)
  const types = useStore(typeMessages)
  const statuses = useStore(statusMessages)
  const language = useStore(locale)
  const { number } = useStore(format)
  const dayOf = useDay()
  return ({ kind, type, group, date, ondernummer, asked, answered, notes, status }) => {
    return [
      kindWords(types, language, { kind, type }) ?? groups[group],
      ...(date === null ? [] : [dayOf(date)]),
      ...(ondernummer === null ? [] : [/^\d/.test(ondernummer) ? t.number({ number: ondernummer }) : ondernummer]),
      ...(status === null ? [] : [statusWords(statuses, status, dayOf).word]),
      ...(asked > 0 ? [t.answeredOf({ answered: number(answered), asked: number(asked) })] : []),
      ...(notes > 0 ? [t.notes(notes)] : []),
    ]
  }
}
