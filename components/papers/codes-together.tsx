import type { Lookup } from '#utils/browser/protocol/lookup.ts'
import type { Code } from '#utils/references/types.ts'
import { FollowUnanswered } from '../following/follow-unanswered.tsx'
import { LookUpAll } from '../official/look-up-all.tsx'
import { NotFoundAmong } from '../official/not-found-among.tsx'
import { CopyCodes } from './copy-codes.tsx'

export interface CodesTogetherProps {
  readonly codes: readonly Code[]
  readonly known: ReadonlyMap<string, Lookup>
}

/** What can be done with all codes of a list, below it: of a page, or of a text that was typed or pasted. */
export function CodesTogether(props: CodesTogetherProps) {
  if (props.codes.length < 2) return null
  return (
    <div class="kl-codes-together">
      <NotFoundAmong {...props} />
      <LookUpAll {...props} />
      <CopyCodes {...props} />
      <FollowUnanswered {...props} />
    </div>
  )
}
