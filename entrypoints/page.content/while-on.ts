import { readSwitches, type Switches, watchSwitches } from '#utils/browser/switches.ts'

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
  watchSwitches(host, apply)
  signal.addEventListener('abort', () => running?.abort())
  // Settings that can't be read switch nothing off.
  readSwitches(host).then(apply, () => apply({ everywhere: true, site: true }))
}
