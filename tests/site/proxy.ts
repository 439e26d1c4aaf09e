import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { isOfficialHost } from '#utils/references/addresses/sites.ts'
import { otherHost } from './addresses.ts'

export interface Proxy {
  readonly port: number
  /** Hosts that were asked for and refused, in order: what the browser or the extension tried to reach beside the stand-in's. */
  readonly refused: string[]
  readonly stop: () => Promise<void>
}

const isServed = (host: string): boolean => isOfficialHost(host) || host === otherHost

/**
 * A proxy that brings the official host names, and that of one other site, to the server on loopback and refuses and
 * remembers every other: the browser needs no changed name resolution, and the list of refusals is the network check.
 *
 * @param serverPort port of the https server on loopback
 */
export async function startProxy(serverPort: number): Promise<Proxy> {
  const refused: string[] = []
  const open = new Set<Socket>()
  const remember = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '')
    if (url && isServed(url.hostname)) {
      url.protocol = 'https:'
      response.writeHead(301, { location: url.href }).end()
      return
    }
    refused.push(url?.host ?? request.headers.host ?? '')
    response.writeHead(403).end()
  })
  server.on('connection', remember)
  server.on('connect', (request, client: Socket, head: Buffer) => {
    const host = request.url ?? ''
    const [name = '', port = '443'] = host.split(':')
    if (!isServed(name) || port !== '443') {
      refused.push(host)
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const upstream = connect(serverPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    remember(upstream)
    upstream.on('error', () => client.destroy())
    client.on('error', () => upstream.destroy())
    // Who hangs up wants no answer any more; the other side would go on with half a connection.
    client.on('end', () => upstream.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
