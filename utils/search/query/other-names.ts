import type { IndexedField } from './query.ts'

/**
 * Names of one thing, folded as values of fields are (`fieldValue`): a ministry is printed in full and asked for by its letters, of a
 * party the services say now one name, now the other. Those of earlier cabinets stay, since their papers do; to be looked through when a
 * cabinet takes office or a party gets another name.
 */
const sameNames: Readonly<Partial<Record<IndexedField, readonly (readonly string[])[]>>> = {
  ministerie: [
    ['az', 'algemene zaken'],
    ['aenm', 'a m', 'asiel en migratie'],
    ['bz', 'buza', 'buitenlandse zaken'],
    ['bzk', 'binnenlandse zaken'],
    ['eli', 'el i', 'eleni', 'economische zaken landbouw en innovatie'],
    ['ez', 'economische zaken'],
    ['ezk', 'economische zaken en klimaat'],
    ['fin', 'financien'],
    ['ienm', 'i m', 'infrastructuur en milieu'],
    ['ienw', 'i w', 'iw', 'infrastructuur en waterstaat'],
    ['jenv', 'j v', 'jv', 'justitie en veiligheid'],
    ['venj', 'v j', 'veiligheid en justitie'],
    ['venw', 'v w', 'vw', 'verkeer en waterstaat'],
    ['kgg', 'klimaat en groene groei'],
    ['lnv', 'landbouw natuur en voedselkwaliteit'],
    ['lvvn', 'landbouw visserij voedselzekerheid en natuur'],
    ['ocw', 'oc w', 'onderwijs cultuur en wetenschap'],
    ['szw', 'sociale zaken en werkgelegenheid'],
    ['vro', 'volkshuisvesting en ruimtelijke ordening'],
    ['vrom', 'volkshuisvesting ruimtelijke ordening en milieubeheer'],
    ['vws', 'volksgezondheid welzijn en sport'],
  ],
  partij: [
    ['bbb', 'boerburgerbeweging'],
    ['cda', 'christen democratisch appel'],
    ['cu', 'christenunie'],
    ['d66', 'democraten 66'],
    ['fvd', 'forum voor democratie'],
    ['gl', 'groenlinks'],
    ['gl pvda', 'groenlinks pvda'],
    ['nsc', 'nieuw sociaal contract'],
    ['pvda', 'partij van de arbeid'],
    ['pvdd', 'partij voor de dieren'],
    ['pvv', 'partij voor de vrijheid'],
    ['sgp', 'staatkundig gereformeerde partij'],
    ['sp', 'socialistische partij'],
    ['vvd', 'volkspartij voor vrijheid en democratie'],
  ],
}

/** What a value of a field may be called, itself first. */
export function namesOfValue(field: IndexedField, value: string): readonly string[] {
  const same = sameNames[field]?.find((names) => names.includes(value)) ?? []
  return [...new Set([value, ...same])]
}
