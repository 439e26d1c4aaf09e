/**
 * Extension pages run under `require-trusted-types-for 'script'`: the address of a worker must be a `TrustedScriptURL`.
 * The one policy that the manifest allows makes such addresses of our own workers and of nothing else. What a worker loads later are modules,
 * which no such address is asked of: the policy for content (`script-src`) lets it have the extension's own files alone.
 */
const workers = ['/reading.js', '/pdf-worker.js', '/journal.js', '/facets.js'] as const

export type WorkerScript = (typeof workers)[number]

interface Policy {
  createScriptURL(address: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy
}

let policy: Policy | null = null

/** Starts one of our own workers. A policy may be made once a context, and only where the browser knows them. */
export function startWorker(script: WorkerScript): Worker {
  policy ??= makePolicy()
  return new Worker(policy.createScriptURL(script), { type: 'module' })
}

function makePolicy(): Policy {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  return factory ? factory.createPolicy('kamerlens', { createScriptURL: ownScript }) : { createScriptURL: ownScript }
}

/** The address itself when it is one of our workers; throws for any other. */
export function ownScript(address: string): string {
  if (!workers.some((script) => script === address)) throw new TypeError(`not a worker of Kamerlens: ${address}`)
  return address
}
