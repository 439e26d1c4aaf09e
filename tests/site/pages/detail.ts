import { addresses } from '../addresses.ts'
import { html, type Markup } from '../markup.ts'
import { pageOf } from './shell.ts'

/** A detail page of the Tweede Kamer: what it shows is known by its address, then by its labels (DOMAIN §2). */
export function detailPage(): Markup {
  return pageOf({
    title: 'Plannen tegen discriminatie bij stages',
    site: 'Tweede Kamer der Staten-Generaal',
    main: html`<main id="main"><article>
<h1><span>Schriftelijke vragen</span> Plannen tegen discriminatie bij stages</h1>
<ul class="meta">
<li><span class="h-visually-hidden">Nummer:</span> 2023D19158</li>
<li><span class="h-visually-hidden">Datum:</span> 3 mei 2023</li>
<li><span class="h-visually-hidden">Zaak:</span> 2023Z08012</li>
</ul>
<p><a href="/downloads/document?id=2023D19158" aria-label="Download kamerstuk: Plannen tegen discriminatie bij stages">Download</a></p>
<div class="m-modal__content">
<p>Vragen van het lid Van Zuilen aan de minister van Onderwijs, Cultuur en Wetenschap over gelijke kansen bij het
zoeken van een stage. De vragen zijn als <a href="${addresses.writtenQuestion}">kv-tk-2023Z08012</a> gepubliceerd.</p>
</div></article></main>`,
  })
}

/** The list of letters: the documents are named in the addresses of the links alone. */
export function letterListPage(): Markup {
  return pageOf({
    title: 'Brieven van de regering',
    site: 'Tweede Kamer der Staten-Generaal',
    main: html`<main id="main"><h1>Brieven van de regering</h1><ul>
<li><a href="/kamerstukken/detail?did=2023D20951&amp;id=2023Z08555">Antwoorden over het jaarverslag</a></li>
<li><a href="/downloads/document?id=2023D20951">Dezelfde antwoorden als bestand</a></li>
<li><a href="${addresses.questionList}">Een eerdere lijst van vragen en antwoorden</a></li>
</ul></main>`,
  })
}

/** Files with the faults that the real sites show, each behind a link of its own. */
export function troubledFilesPage(): Markup {
  return pageOf({
    title: 'Bijlagen',
    site: 'Tweede Kamer der Staten-Generaal',
    main: html`<main id="main"><h1>Bijlagen</h1><ul>
<li><a href="/downloads/document?id=2023D20951&amp;slow=500">Bijlage die langzaam komt</a></li>
<li><a href="/downloads/document?id=2023D20951&amp;slow=20000">Bijlage waar niemand op wacht</a></li>
<li><a href="/downloads/document?id=2023D20952&amp;fault=cut-off">Bijlage die halverwege afbreekt</a></li>
<li><a href="/downloads/document?id=2023D20953&amp;fault=foreign">Bijlage die elders staat</a></li>
<li><a href="/downloads/document?id=2023D99999">Bijlage die er niet is</a></li>
</ul></main>`,
  })
}
