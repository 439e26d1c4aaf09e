import fc from 'fast-check'

/** What breaks formats: halves of a sign, U+0000, direction controls, line ends of every kind, and what formats part by. */
const oddPieces = [
  ...['\ud83d', '\ude00', '😀', '\0', '\u0085', '\u202e', '\u2066', '\u2028', '\ufeff', '\uffff', 'e\u0301', 'ﬁ'],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '\u00a0',
    '---\ntitle: x\n---\n',
    '],\n"notes": [\n',
    '{"format": "kamerlens-export"',
  ],
  ...['"', "'", '\\', ',', ';', '/', '#', '%', '~', '=1+1', '@', '<b>', '[[x]]', '`', '__proto__', 'constructor'],
]

/** Texts in which anything may stand that a text can hold. */
export const oddText = (maxLength = 12): fc.Arbitrary<string> =>
  fc.string({ unit: fc.oneof(fc.constantFrom(...oddPieces), fc.string({ unit: 'binary', maxLength: 3 })), maxLength })
