import { readSwitches, type Switches, watchSwitches } from '#utils/browser/settings/switches.ts'
import { whenShownAgain } from './shown-again.ts'

/**
 * Runs Kamerlens on this page while both switches are on. The settings themselves are watched, so a switch works at once
 * in every open tab, whether or not a background is there to tell of it.
 *
 * @param host host name of the page in the tab
 * @param run ended by its signal
 * @param stopped after a switch ended it
 */
export function whileOn(
  host: string,
  run: (signal: AbortSignal) => void,
  stopped: () => void,
  signal: AbortSignal,
): void {
  let running: AbortController | null = null
  const apply = ({ everywhere, site }: Pick<Switches, 'everywhere' | 'site'>): void => {
    if (signal.aborted || (everywhere && site) === (running !== null)) return
    if (running === null) {
      running = new AbortController()
      run(running.signal)
    } else {
      running.abort()
      running = null
      stopped()
    }
  }
  let asked = 0
  let applied = 0
  /** Two looks may end in another order than they began in: nothing older is applied over what is newer. */
  const look = async (): Promise<void> => {
    asked += 1
    const turn = asked
    try {
      const switches = await readSwitches(host)
      if (turn < applied) return
      applied = turn
      apply(switches)
    } catch {
      // Settings that can't be read switch nothing off.
      if (applied === 0) apply({ everywhere: true, site: true })
    }
  }
  watchSwitches(host, look)
  // A page that rests in the back/forward cache hears of no change (Firefox).
  whenShownAgain(look, signal)
  signal.addEventListener('abort', () => running?.abort())
  look()
}
