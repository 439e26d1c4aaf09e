import { expect, test } from 'vitest'
import { useNamedCodes } from '#components/search/use-named-codes.ts'
import { ServicesProvider } from '#components/store/services.ts'
import { stage } from './stage.tsx'

test('of a text longer than is read no code is taken that its border cuts in two', async () => {
  const typed = `2023D19158 ${'x '.repeat(9_985)}36360-VIII-12 en 36360-VIII-13`
  const whole = typed.indexOf('36360-VIII-12') + '36360-VIII-1'.length
  const long = `${' '.repeat(20_000 - whole)}${typed}`
  const Named = ({ text }: { text: string }) => <output>{useNamedCodes(text).map(({ id }) => `${id};`)}</output>
  await stage((world) => (
    <ServicesProvider value={world}>
      <Named text={long} />
    </ServicesProvider>
  ))
  await expect.poll(() => document.querySelector('output')?.textContent).toBe('2023D19158;')
})
