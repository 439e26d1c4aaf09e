import { useStore } from '@nanostores/preact'
import { optionsMessages } from '#locales/options.ts'
import type { Appearance } from '#utils/browser/appearance.ts'
import { OneOf } from './one-of.tsx'
import type { OptionsActions } from './options.ts'

/** In which language, and how light. */
export function OptionsAppearance({ chosen, options }: { chosen: Appearance; options: OptionsActions }) {
  const t = useStore(optionsMessages)
  return (
    <div class="kl-options__pair">
      <OneOf
        label={t.language}
        chosen={chosen.language ?? 'browser'}
        choices={[
          { value: 'browser', label: t.languageBrowser },
          { value: 'nl', label: 'Nederlands', lang: 'nl' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
        onChoose={(value) => void options.choose({ language: value === 'browser' ? null : value })}
      />
      <OneOf
        label={t.looks}
        chosen={chosen.looks ?? 'system'}
        choices={[
          { value: 'system', label: t.looksSystem },
          { value: 'light', label: t.looksLight },
          { value: 'dark', label: t.looksDark },
        ]}
        onChoose={(value) => void options.choose({ looks: value === 'system' ? null : value })}
      />
    </div>
  )
}
