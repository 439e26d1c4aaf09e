import { useEffect, useState } from 'preact/hooks'
import { keyMessages } from '#locales/keys.ts'
import { useStore } from '../store/use-store.ts'
import { keyName } from './key-name.ts'
import type { CommandKey, OptionsActions } from './options.ts'

/** The keys as they are set now, and the way to where the browser has them changed. */
export function OptionsKeys({ options }: { options: OptionsActions }) {
  const t = useStore(keyMessages)
  const [all, setAll] = useState<readonly CommandKey[]>([])
  useEffect(() => {
    const read = () => {
      options.commandKeys().then(setAll, (error: unknown) => console.error(error))
    }
    read()
    // The browser's page is another tab: they may have been changed there.
    addEventListener('focus', read)
    return () => removeEventListener('focus', read)
  }, [options])
  // Browsers list them by the alphabet.
  const places = Object.keys(t)
  const shown = all
    .filter(({ command }) => places.includes(command))
    .toSorted((one, other) => places.indexOf(one.command) - places.indexOf(other.command))
  return (
    <>
      {shown.length > 0 && (
        <table class="kl-options__keys">
          <thead class="kl-visually-hidden">
            <tr>
              <th scope="col">{t.does}</th>
              <th scope="col">{t.key}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ command, keys }) => (
              <tr key={command}>
                <th scope="row">{t[command as keyof typeof t]}</th>
                <td>{keys === '' ? <span class="kl-muted">{t.none}</span> : <kbd>{keyName(keys)}</kbd>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <button type="button" class="kl-button" onClick={() => void options.changeKeys()}>
          {t.change}
        </button>
      </p>
    </>
  )
}
