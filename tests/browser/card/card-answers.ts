import { expect } from 'vitest'
import type { CardLookup } from '#utils/browser/protocol/card.ts'
import type { Result } from '#utils/browser/protocol/result.ts'
import { soon } from '../soon.ts'
import { card, list, nothingKept, question } from './rig.ts'

export const ok = (value: CardLookup): Result<CardLookup> => ({ ok: true, value })

export const printed = (notes: CardLookup['notes'] = []): CardLookup => ({
  ...nothingKept('2023D19158'),
  printed: [{ question, list }],
  notes,
})

export const opened = (): Promise<void> => soon(() => expect(card()?.getAttribute('aria-busy')).toBe('false'))
