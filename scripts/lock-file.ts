import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './programs.ts'

interface LockedPackage {
  readonly version: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface Lock {
  packages: Record<string, LockedPackage>
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32']

/** What a package's name says of the machines that it is for: the convention of all such families of packages. */
function machineOf(name: string) {
  const words = name.split(/[/-]/)
  const among = (known: readonly string[]) => known.filter((each) => words.includes(each))
  const musl = words.some((word) => word.startsWith('musl')) ? ['musl'] : []
  const glibc = words.some((word) => word.startsWith('gnu')) ? ['glibc'] : []
  return { os: among(systems), cpu: among(processors), libc: [...musl, ...glibc] }
}

/** A locked package in npm's own order of keys, so that npm leaves it as it is. */
function lockedFor(name: string, version: string, dev: boolean): LockedPackage {
  const { os, cpu, libc } = machineOf(name)
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  }
}

/** Where npm looks for a package that one at `path` asks for: in its own folder first, then in those around it. */
function isLocked(packages: Lock['packages'], path: string, name: string): boolean {
  const folders = path
    .split('/node_modules/')
    .map((_, index, all) => all.slice(0, all.length - index).join('/node_modules/'))
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some(
    (place) => place in packages,
  )
}

export const lockFile = join(root, 'package-lock.json')

export function readLock(): Lock {
  return JSON.parse(readFileSync(lockFile, 'utf8')) as Lock
}

/**
 * The packages of other systems and processors (`@biomejs/cli-darwin-arm64`) that the lock does not name, as it should
 * name them. npm leaves them out when it makes the lock from what is installed, or when the registry in use does not
 * serve them, and `npm ci` then fails, also on the very systems that need them. They have no checksum, since nobody
 * here has seen them.
 */
export function missingPackages({ packages }: Lock): [string, LockedPackage][] {
  return Object.entries(packages).flatMap(([path, { dev = false, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(packages, path, name))
      .map(([name, version]): [string, LockedPackage] => [`node_modules/${name}`, lockedFor(name, version, dev)]),
  )
}
