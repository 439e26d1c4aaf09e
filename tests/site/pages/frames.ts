import { addresses, otherAddresses } from '../addresses.ts'
import { html, type Markup } from '../markup.ts'
import { pageOf } from './shell.ts'

/** The codes of `addresses.frames`, in the order in which the keyboard walks them. */
export const framesWalk = ['2023D19158', '2023Z08012', '2023D19159', 'kst-36360-VIII-5', '2023A01234', '2023D19158']

const inner = '<p>Dit hoort bij kst-36360-VIII-5.</p>'
const hidden = '<p>En 2022D00001.</p>'
const shutOff = '<p>Dit noemt 2024Z17972.</p>'

/** A page whose own text comes first, and then frames of every kind, below the window's edge. */
export function framesPage(): Markup {
  return pageOf({
    title: 'Ingesloten stukken',
    site: 'Tweede Kamer der Staten-Generaal',
    main: html`<main><h1>Ingesloten stukken</h1><p>De brief is 2023D19158.</p>
<div style="height: 1600px"></div>
<iframe id="own" src="${addresses.frames}/venster" width="600" height="200"></iframe>
<iframe id="srcdoc" srcdoc="${inner}" width="600" height="100"></iframe>
<iframe id="blank" width="600" height="100"></iframe>
<iframe id="official" src="${addresses.senate}" width="600" height="200"></iframe>
<iframe id="foreign" src="${otherAddresses.news}" width="600" height="100"></iframe>
<iframe id="shut-off" srcdoc="${shutOff}" sandbox width="600" height="100"></iframe>
<iframe id="tiny" srcdoc="${shutOff}" width="10" height="10"></iframe>
<iframe id="hidden" srcdoc="${hidden}" width="600" height="100" style="display: none"></iframe>
<script>document.getElementById('blank').contentDocument.body.append('Zie de activiteit 2023A01234.')</script>
</main>`,
  })
}

/** What the first frame shows: codes far apart in a window of its own. */
export function framedPage(): Markup {
  return pageOf({
    title: 'Venster',
    site: 'Tweede Kamer der Staten-Generaal',
    main: html`<main><p>Eerst 2023Z08012.</p><div style="height: 900px"></div><p>En dan 2023D19159.</p></main>`,
  })
}

/** A page of another site with an official one in a frame. */
export function framesOfficialPage(): Markup {
  return pageOf({
    title: 'Wat de Kamer schrijft',
    site: 'Nieuws.example',
    main: html`<main><h1>Wat de Kamer schrijft</h1><iframe src="${addresses.senate}" width="800" height="400"></iframe></main>`,
  })
}
