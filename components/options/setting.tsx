import type { ComponentChildren } from 'preact'
import './setting.css'

export interface SettingProps {
  readonly text: string
  /** Whether the text is a host name or the like. */
  readonly isCode?: boolean
  readonly hint?: string | undefined
  /** What can be done, at the end of the line. */
  readonly children?: ComponentChildren
}

/** A line of a list of settings (`kl-settings`): what it is about, and what can be done. */
export function Setting({ text, isCode = false, hint, children }: SettingProps) {
  return (
    <div class="kl-setting">
      <div class="kl-setting__text">
        <p class={isCode ? 'kl-code' : undefined}>{text}</p>
        {hint !== undefined && <p class="kl-small kl-muted">{hint}</p>}
      </div>
      {children}
    </div>
  )
}
