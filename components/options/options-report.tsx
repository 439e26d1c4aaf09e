import { useState } from 'preact/hooks'
import { optionsMessages } from '#locales/options.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { useStore } from '../store/use-store.ts'
import type { OptionsActions } from './options.ts'

/** A report for whoever looks into a fault: shown whole before it can be copied. */
export function OptionsReport({ options }: { options: OptionsActions }) {
  const t = useStore(optionsMessages)
  const [report, setReport] = useState<string | null>(null)
  return (
    <>
      {report !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section class="kl-options__report" tabIndex={0} aria-label={t.report}>
          <pre>{report}</pre>
        </section>
      )}
      <p class="kl-options__buttons">
        <button type="button" class="kl-button" onClick={async () => setReport(await options.report())}>
          {report === null ? t.makeReport : t.makeReportAgain}
        </button>
        {report !== null && <CopyButton text={report} label={t.copyReport} />}
      </p>
    </>
  )
}
