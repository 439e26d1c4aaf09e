/** The signs that browsers spell out in English in a command's keys (`commands.getAll`), as they stand on the keyboard. */
const signs: Readonly<Record<string, string>> = { Comma: ',', Period: '.' }

/** A command's keys as the user knows them: `Alt+Period` is «Alt+.». */
export function keyName(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) => (Object.hasOwn(signs, key) ? signs[key] : key))
    .join('+')
}
