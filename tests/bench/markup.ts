import { citation, splitCitation, trap } from './citations.ts'
import { clause, sentence } from './prose.ts'
import { Dice } from './random.ts'

export interface PageSize {
  /** Bytes of text, about. */
  readonly text: number
  readonly citations: number
}

/**
 * A page as the official sites write them: indented markup, so white space between all blocks; paragraphs with links,
 * emphasis and note anchors; lists; tables full of numbers that look like codes. About 30 characters a text node,
 * white space included. A tenth of the citations is split over inline nodes.
 */
export function makePage(size: PageSize, seed = 7): string {
  const dice = new Dice(seed)
  const parts: string[] = []
  let text = 0
  let written = 0
  /** Citations are spread evenly: the next one is due when so much text stands. */
  const due = (): boolean => size.citations > 0 && written < ((text + 1) / size.text) * size.citations
  const cite = (): string => {
    if (!due()) return clause(dice, 3)
    written += 1
    return dice.once(10) ? splitCitation(dice) : citation(dice)
  }
  const add = (block: string): void => {
    parts.push(block)
    text += block.replace(/<[^>]*>/g, '').length
  }
  while (text < size.text) {
    const draw = dice.between(1, 20)
    if (draw === 1) add(heading(dice))
    else if (draw <= 4) add(list(dice, cite))
    else if (draw <= 6) add(table(dice, cite))
    else add(paragraph(dice, cite))
  }
  return document(parts.join(''))
}

function paragraph(dice: Dice, cite: () => string): string {
  const pieces = Array.from({ length: dice.between(2, 5) }, () => piece(dice, cite))
  return `          <p class="al">\n            ${pieces.join('\n            ')}\n          </p>\n`
}

function piece(dice: Dice, cite: () => string): string {
  const draw = dice.between(1, 10)
  if (draw <= 2) return `${sentence(dice)} Zie ${cite()}.`
  if (draw <= 4) return `<a href="/onderwerpen/${dice.between(1, 999)}">${clause(dice, 3)}</a> ${sentence(dice)}`
  if (draw === 5) return `${clause(dice, 6)} <em>${clause(dice, 2)}</em> ${clause(dice, 4)} (${cite()}).`
  if (draw === 6)
    return `${sentence(dice)}<sup><a class="nootnum" href="#n${dice.between(1, 99)}">${dice.between(1, 99)}</a></sup>`
  if (draw === 7)
    return `<strong>${clause(dice, 3)}</strong> ${clause(dice, 5)}: <a href="/kamerstukken/lijst">${cite()}</a>.`
  return `${sentence(dice)} <b>${clause(dice, 2)}</b> ${clause(dice, 5)}, ${cite()}, ${clause(dice, 4)}.`
}

function heading(dice: Dice): string {
  return `        <h2 class="kop">\n          <span class="nr">${dice.between(1, 40)}.</span>\n          ${clause(dice, 4)}\n        </h2>\n`
}

function list(dice: Dice, cite: () => string): string {
  const item = () =>
    `            <li>\n              <span class="li.nr">–</span>\n              <p>${clause(dice, 8)}; ${cite()}</p>\n            </li>\n`
  return `          <ul>\n${Array.from({ length: dice.between(2, 6) }, item).join('')}          </ul>\n`
}

function table(dice: Dice, cite: () => string): string {
  const cell = (column: number) => (column === 1 ? `<p>${clause(dice, 4)} ${cite()}</p>` : trap(dice))
  const row = () =>
    `              <tr>\n${[0, 1, 2, 3].map((column) => `                <td>${cell(column)}</td>\n`).join('')}              </tr>\n`
  const rows = Array.from({ length: dice.between(2, 6) }, row).join('')
  return `          <table>\n            <tbody>\n${rows}            </tbody>\n          </table>\n`
}

function document(body: string): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>Verslag</title>
<style>body{font:16px/1.5 sans-serif;margin:2rem}td{border:1px solid #999;padding:4px}.kop{font-size:1.2em}</style></head>
<body>
  <header>
    <nav>
      <ul>
        <li><a href="/">Home</a></li>
        <li><a href="/kamerstukken">Kamerstukken</a></li>
      </ul>
    </nav>
  </header>
  <main>
    <article>
      <div id="broodtekst" class="stuk">
${body}      </div>
    </article>
  </main>
  <script>var gegevens = { pagina: 1 };</script>
</body>
</html>
`
}
