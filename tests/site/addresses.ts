/** The addresses of the stand-in, under the official host names (DOMAIN §1.1, §1.3, §2). */
export const addresses = {
  /** The landing page of a letter: names codes in every way that a page can, and links the PDF. */
  firstPage: 'https://www.rijksoverheid.nl/documenten/kamerstukken/2023/05/23/beantwoording-vragen-jaarverslag',
  /** The answers to a list of questions, in the seed's table layout. */
  answersPdf: 'https://www.tweedekamer.nl/downloads/document?id=2023D20951',
  /** Answers on 226 pages. */
  longPdf: 'https://www.tweedekamer.nl/downloads/document?id=2023D30001&fault=long',
  detailPage: 'https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z08012&did=2023D19158',
  /** List of questions and answers with bare numbers as the only markup. */
  questionList: 'https://zoek.officielebekendmakingen.nl/kst-36360-VIII-5.html',
  longQuestionList: 'https://zoek.officielebekendmakingen.nl/kst-36360-XVI-9.html',
  writtenQuestion: 'https://zoek.officielebekendmakingen.nl/kv-tk-2023Z08012.html',
  writtenAnswer: 'https://zoek.officielebekendmakingen.nl/ah-tk-20222023-2345.html',
  /** What became of questions: open, put off, withdrawn, unknown; and letters that may name two things. */
  openQuestions: 'https://www.tweedekamer.nl/kamerstukken/openstaande_vragen',
  /** A law with numbers that look like codes. */
  statute: 'https://zoek.officielebekendmakingen.nl/stb-2023-118.html',
  withoutCodes: 'https://www.rijksoverheid.nl/onderwerpen/stages/vraag-en-antwoord/wat-is-een-stageovereenkomst',
  /** The Senate: opaque address, names a code in its text. */
  senate: 'https://www.eerstekamer.nl/behandeling/20230606/brief_stagediscriminatie',
  /** Served with `default-src 'none'`. */
  strictPolicy: 'https://open.overheid.nl/documenten/5c1f6f0e-93a7-4d1e-8c64-7f2a90b1d3e8/nota',
  /** Names documents in the addresses of its links alone. */
  linksOnly: 'https://www.tweedekamer.nl/kamerstukken/brieven_regering',
  /** Links files that come slowly, break off, are sent on elsewhere or do not exist. */
  troubledFiles: 'https://www.tweedekamer.nl/kamerstukken/bijlagen',
  /** Frames of every kind: of its own site, of another official one, without an address, shut off, tiny, foreign. */
  frames: 'https://www.tweedekamer.nl/kamerstukken/ingesloten',
} as const

/** The list of questions again, at another official address. */
export const questionListElsewhere = 'https://zoek.officielebekendmakingen.nl/dossier/36360-VIII/kst-36360-VIII-5'

/** A site that is none of the official ones. */
export const otherHost = 'nieuws.example'
export const otherAddresses = {
  news: `https://${otherHost}/politiek/stagediscriminatie`,
  withoutCodes: `https://${otherHost}/sport/uitslagen`,
  /** Shows an official page in a frame. */
  framesOfficial: `https://${otherHost}/politiek/ingesloten`,
} as const

export type PageName = keyof typeof addresses
