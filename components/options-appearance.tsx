import { useStore } from '@nanostores/preact'
import { optionsMessages } from '#locales/options.ts'
import type { Appearance } from '#utils/browser/appearance.ts'
import { OneOf } from './one-of.tsx'
import type { OptionsActions, OptionsView } from './options.ts'

interface OptionsAppearanceProps {
  readonly chosen: Appearance
  readonly fixed: OptionsView['fixed']
  readonly options: OptionsActions
}

/** In which language, and how light. */
export function OptionsAppearance({ chosen, fixed, options }: OptionsAppearanceProps) {
  const t = useStore(optionsMessages)
  return (
    <div class="kl-options__pair">
      <OneOf
        label={t.language}
        chosen={chosen.language ?? 'browser'}
        fixed={fixed.has('language') ? t.fixed : undefined}
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
        fixed={fixed.has('looks') ? t.fixed : undefined}
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
