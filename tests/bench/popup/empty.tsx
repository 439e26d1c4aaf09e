import { render } from 'preact'

/** The least that a popup in Preact can be: what the real one is compared with. */
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')
render(<p data-shown>Kamerlens</p>, root)
