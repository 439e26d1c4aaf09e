import { useEffect, useState } from 'preact/hooks'
import { commonMessages } from '#locales/common.ts'
import { useServices } from '../store/services.ts'
import { useStore } from '../store/use-store.ts'
import { announce } from './announce.tsx'
import { Icon } from './icons.tsx'

/** Milliseconds that the button says «Gekopieerd». */
const copiedTime = 2_000

/** Copies a text, with its layout where it has one (HTML), and says whether that worked. */
export function CopyButton({ text, rich, label }: { text: string; rich?: string | null; label: string }) {
  const t = useStore(commonMessages)
  const { actions } = useServices()
  const [result, setResult] = useState<boolean | null>(null)
  useEffect(() => {
    if (result === null) return
    const timer = setTimeout(() => setResult(null), copiedTime)
    return () => clearTimeout(timer)
  }, [result])
  const copy = async () => {
    const copied = await actions.copy(text, rich)
    setResult(copied)
    announce(copied ? t.copied : t.copyFailed)
  }
  return (
    <button type="button" class="kl-button kl-button--plain" onClick={copy}>
      <Icon name={result ? 'check' : 'copy'} />
      {result === null ? label : result ? t.copied : t.copyFailed}
    </button>
  )
}
