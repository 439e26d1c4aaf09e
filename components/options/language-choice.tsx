import { optionsMessages } from '#locales/options.ts'
import type { Appearance } from '#utils/browser/settings/appearance.ts'
import { OneOf } from '../parts/one-of.tsx'
import { useStore } from '../store/use-store.ts'

export interface LanguageChoiceProps {
  readonly chosen: Appearance['language']
  /** Whether an administrator has fixed it. */
  readonly isFixed: boolean
  readonly onChoose: (language: Appearance['language']) => void
}

/** In which language: each by its own name. */
export function LanguageChoice({ chosen, isFixed, onChoose }: LanguageChoiceProps) {
  const t = useStore(optionsMessages)
  return (
    <OneOf
      label={t.language}
      chosen={chosen ?? 'browser'}
      fixed={isFixed ? t.fixed : undefined}
      choices={[
        { value: 'browser', label: t.languageBrowser },
        { value: 'nl', label: 'Nederlands', lang: 'nl' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
      onChoose={(value) => onChoose(value === 'browser' ? null : value)}
    />
  )
}
