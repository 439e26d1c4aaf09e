import { messages, params } from './i18n.ts'

/** What has come of written questions, alike in card, popup, library and reader (`utils/sources/status-words.ts`). */
export const statusMessages = messages(
  'status',
  {
    unanswered: 'Onbeantwoord',
    overdue: 'Te laat',
    postponed: 'Uitgesteld',
    answered: 'Beantwoord',
    withdrawn: 'Ingetrokken',
    settled: 'Afgedaan',
    since: params('sinds {day}'),
    untilTerm: params('antwoord verwacht uiterlijk {day}'),
    afterTerm: params('het antwoord werd uiterlijk {day} verwacht'),
    afterTermOf: params('het antwoord op de vragen van {asked} werd uiterlijk {day} verwacht'),
    postponedOn: params('uitstel gemeld op {day}'),
    postponedUntil: params('tot {day}'),
    answeredOn: params('op {day}'),
    settledWithout: 'het antwoord is nog niet bekend',
  },
  {
    unanswered: 'Not answered',
    overdue: 'Overdue',
    postponed: 'Postponed',
    answered: 'Answered',
    withdrawn: 'Withdrawn',
    settled: 'Dealt with',
    since: 'since {day}',
    untilTerm: 'answer expected by {day}',
    afterTerm: 'the answer was expected by {day}',
    afterTermOf: 'the answer to the questions of {asked} was expected by {day}',
    postponedOn: 'delay reported on {day}',
    postponedUntil: 'until {day}',
    answeredOn: 'on {day}',
    settledWithout: 'the answer is not known yet',
  },
)
