import { describe, expect, test } from 'vitest'
import { chosenParts } from '../../../scripts/bench/chosen.ts'
import { parseCommandLine, wholeNumber } from '../../../scripts/command-line.ts'

describe('The words behind a script’s name', () => {
  const parse = (...args: string[]) => parseCommandLine(args, { only: { type: 'string' } }, 1)

  test('are options that the script knows, and as many names as it takes', () => {
    expect(parse('pdf', '--only', 'node')).toMatchObject({ type: 'run', values: { only: 'node' }, names: ['pdf'] })
  })

  test('ask for its usage, wherever that stands', () => {
    expect([parse('--help'), parse('pdf', '-h')]).toEqual([{ type: 'help' }, { type: 'help' }])
  })

  test('are told where they are none', () => {
    expect(parse('--fast')).toEqual({ type: 'wrong', reason: "Unknown option '--fast'" })
    expect(parse('pdf', 'search')).toEqual({ type: 'wrong', reason: 'nothing is known of search' })
    expect(parse('--only')).toMatchObject({ type: 'wrong' })
  })

  test('are counts from 1 where a count is meant', () => {
    expect([wholeNumber('rounds', '30'), wholeNumber('rounds', undefined)]).toEqual([30, undefined])
    for (const written of ['0', 'x', '-1', '2.5', '']) expect(() => wholeNumber('rounds', written)).toThrow('--rounds')
  })
})

describe('What `--only` names of a bench', () => {
  const parts = [
    ['dense', ['detect', 'floor', 'paint']],
    ['none', ['detect']],
  ] as const

  test('is a part, or some of what is measured in one, in the order of the bench', () => {
    expect(chosenParts(parts, undefined)).toBe(parts)
    expect(chosenParts(parts, 'none')).toEqual([['none', ['detect']]])
    expect(chosenParts(parts, 'dense:paint,detect')).toEqual([['dense', ['detect', 'paint']]])
  })

  test('is told at once, with what there is, where it is nothing of it', () => {
    expect(() => chosenParts(parts, 'page:unknown')).toThrow('There is no part page. There are: dense, none.')
    expect(() => chosenParts(parts, 'dense:floor,x')).toThrow(
      'There is no measurement of dense x. There are: detect, floor, paint.',
    )
    expect(() => chosenParts([], 'node')).toThrow('There is no part node. There are: none.')
  })
})
