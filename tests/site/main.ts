import { addresses } from './addresses.ts'
import { startSite } from './site.ts'

/** `npm run site`: the stand-in alone, for looking at it in a browser of one's own. */
const site = await startSite()
console.log(`Stand-in for the official sites: use the proxy 127.0.0.1:${site.proxyPort} for http and https,`)
console.log('let the browser accept the self-signed certificate, and open')
for (const address of Object.values(addresses)) console.log(`  ${address}`)
console.log('Ctrl+C ends it.')
