import { optionsMessages } from '#locales/options.ts'
import type { Appearance } from '#utils/browser/settings/appearance.ts'
import { OneOf } from '../parts/one-of.tsx'
import { useStore } from '../store/use-store.ts'
import { LanguageChoice } from './language-choice.tsx'
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
      <LanguageChoice
        chosen={chosen.language}
        isFixed={fixed.has('language')}
        onChoose={(language) => void options.choose({ language })}
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
