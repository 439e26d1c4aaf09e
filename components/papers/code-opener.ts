import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Code } from '#utils/references/types.ts'

const opener = createContext<(code: Code) => void>(({ url }) => void open(url, '_blank', 'noopener'))

/** Around parts whose texts may name codes: what opens one there. */
export const CodeOpener = opener.Provider

/** Opens a code where this part stands; its official page where nothing else can. */
export const useCodeOpener = (): ((code: Code) => void) => useContext(opener)
