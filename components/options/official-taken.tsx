import { optionsMessages } from '#locales/options.ts'
import { Refused, useRefusals } from '../parts/refused.tsx'
import { useStore } from '../store/use-store.ts'

/** That the browser keeps Kamerlens from official sites, and the way to have them: what is there while it does. */
export function OfficialTaken({ onAllow }: { readonly onAllow: () => Promise<boolean> }) {
  const t = useStore(optionsMessages)
  const [refusals, tell] = useRefusals()
  return (
    <div class="kl-notice kl-notice--warning">
      <p>{t.officialTaken}</p>
      <button type="button" class="kl-button" onClick={async () => tell(await onAllow())}>
        {t.allow}
      </button>
      <Refused times={refusals} />
    </div>
  )
}
