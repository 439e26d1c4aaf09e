import { describe, expect, it } from 'vitest'
import { locale } from '#locales/i18n.ts'
import { sourceMessages, sourceSentence } from '#locales/sources.ts'
import { type Fault, faults } from '#tests/site/faults.ts'
import type { SourceError } from '#utils/sources/http/errors.ts'
import { ends } from './fault-ends.ts'
import { lookUps } from './look-up.ts'
import { hosts } from './network.ts'

const every = Object.keys(faults) as Fault[]

describe.each([
  ['the open data', '2023A01234', [hosts.openData]],
  ['the publications', 'stcrt-2023-4711', [hosts.metadata, hosts.search]],
] as const)('every fault of %s', (_, id, broken) => {
  it.each(every)('ends in one error: %s', async (fault) => {
    const { world, resolver } = lookUps()
    for (const host of broken) world.fail(host, fault)
    await expect(world.run(resolver.lookUp(id))).rejects.toMatchObject({ code: ends[fault] })
    expect(world.asked.length).toBeLessThanOrEqual(broken.length * 6)
    for (const { url } of world.asked) expect(broken).toContain(new URL(url).host)
  })

  it('is over when the service is well again', async () => {
    for (const fault of every) {
      const { world, resolver } = lookUps()
      for (const host of broken) world.fail(host, fault)
      await world.run(resolver.lookUp(id).catch(() => undefined))
      for (const host of broken) world.fail(host, null)
      world.pass(24 * 60 * 60_000)
      expect((await world.run(resolver.lookUp(id))).document.id).toBe(id)
    }
  })
})

it('says each in one sentence, in both languages, with when to try again', () => {
  const codes = [...new Set(Object.values(ends))]
  const all: readonly SourceError[] = [...codes, 'refused', 'not-found', 'withheld']
  const sentences = (language: 'nl' | 'en') => {
    locale.set(language)
    const texts = sourceMessages.get()
    return all.map((code) => sourceSentence(texts, { code, retryAt: 0 }, () => '14:02'))
  }
  const dutch = sentences('nl')
  expect(new Set([...dutch, ...sentences('en')]).size).toBe(all.length * 2)
  locale.set('nl')
  for (const sentence of dutch) expect(sentence).toMatch(/^De officiële dienst(?:en)? .*\.$/)
  expect(dutch[all.indexOf('busy')]).toContain('na 14:02')
  expect(sourceSentence(sourceMessages.get(), { code: 'busy', retryAt: null }, () => '?')).toContain('later opnieuw')
  // Who need not do anything is told so, and nothing else.
  for (const [code, retryAt] of [
    ['offline', null],
    ['busy', null],
    ['busy', 0],
  ] as const) {
    const sentence = sourceSentence(sourceMessages.get(), { code, retryAt }, () => '14:02', true)
    expect(sentence).toMatch(/\. Kamerlens vraagt het .*vanzelf opnieuw.*\.$/)
    expect(sentence).not.toContain('probeer')
  }
})
