import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from '../../../entrypoints/page.content/card/excerpt.ts'
import { placeCard } from '../../../entrypoints/page.content/card/place-card.ts'
import { cases } from '../../unit/cases.ts'

const viewport = { width: 1000, height: 700 }
const line = (left: number, top: number, width = 90, height = 18) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

test('below the reference, above where there is more room, at its side in a low viewport', () => {
  expect(placeCard([line(100, 100)], 300, viewport)).toMatchObject({ left: 100, top: 124, width: 380 })
  expect(placeCard([line(100, 600)], 300, viewport)).toMatchObject({ left: 100, top: 294 })
  expect(placeCard([line(100, 90)], 300, { width: 1000, height: 200 }).left).toBeGreaterThan(190)
  // At 200 %: a card of half its height below would show little more than its title.
  expect(placeCard([line(100, 150)], 400, { width: 1000, height: 330 })).toMatchObject({ left: 196, maxHeight: 314 })
  expect(placeCard([line(100, 150)], 400, { width: 320, height: 330 })).toMatchObject({ top: 174 })
})

test('wherever the reference is seen, the card lies on the screen and not on it', () => {
  fc.assert(
    fc.property(
      fc.record({ width: fc.integer({ min: 280, max: 2000 }), height: fc.integer({ min: 200, max: 1400 }) }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 60, max: 900 }),
      (screen, x, y, height) => {
        const reference = line(x * (screen.width - 90), y * (screen.height - 18))
        const place = placeCard([reference], height, screen)
        const bottom = place.top + Math.min(height, place.maxHeight)
        expect(place.left).toBeGreaterThanOrEqual(0)
        expect(place.left + place.width).toBeLessThanOrEqual(screen.width)
        expect(place.top).toBeGreaterThanOrEqual(0)
        expect(bottom).toBeLessThanOrEqual(screen.height)
        const beside = place.left >= reference.right || place.left + place.width <= reference.left
        expect(beside || place.top >= reference.bottom || bottom <= reference.top).toBe(true)
      },
    ),
    cases(100),
  )
})

test('a text is cut between words, and only where it is worth a press', () => {
  expect(excerpt('een twee drie', 12)).toEqual({ text: 'een twee drie', cut: false })
  expect(excerpt('een twee, drie vier vijf zes', 11)).toEqual({ text: 'een twee …', cut: true })
})
