import { createHash, X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'

export interface Certificate {
  readonly key: string
  readonly cert: string
  /** The hash of its public key (SHA-256, Base64), by which Chromium can be told to take it for a good one. */
  readonly keyHash: string
}

/** Names on the certificate: only the browsers of the tests, told to accept any certificate, ever see it. */
const names = [
  '*.tweedekamer.nl',
  '*.officielebekendmakingen.nl',
  '*.eerstekamer.nl',
  '*.rijksoverheid.nl',
  '*.overheid.nl',
]

/** A self-signed certificate, made anew at each start so that no key lies in the repository. */
export async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Kamerlens tests/site' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) }],
  })
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' })
  const keyHash = createHash('sha256').update(publicKey).digest('base64')
  return { key: made.private, cert: made.cert, keyHash }
}
