import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { later } from '#components/store/later.tsx'
import { plainOpening } from '#components/store/opening.ts'
import type { Codes, Services } from '#components/store/services.ts'
import type { World } from './kept-world.ts'
import { codesOf, officialSite, popup } from './screens.tsx'
import { quiet, stage } from './stage.tsx'

const Greeting = ({ name }: { name: string }) => <p>Dag {name}</p>

test('a part that is loaded when it is shown says so where that takes long, and then stands there', async () => {
  const script = Promise.withResolvers<typeof Greeting>()
  const load = vi.fn(() => script.promise)
  const Part = later(load)
  expect(load).not.toHaveBeenCalled()
  await stage(() => <Part name="lezer" />)
  expect(page.getByText('Laden…').query()).toBeNull()
  await expect.element(page.getByText('Laden…')).toBeVisible()
  script.resolve(Greeting)
  await expect.element(page.getByText('Dag lezer')).toBeVisible()
  expect(page.getByText('Laden…').query()).toBeNull()
  expect(load).toHaveBeenCalledOnce()
})

test('a part that was loaded before stands there at once', async () => {
  const Part = later(async () => Greeting)
  expect(Part.isLoaded()).toBe(false)
  await Part.load()
  await stage(() => <Part name="lezer" />)
  expect(page.getByText('Dag lezer').query()).not.toBeNull()
})

test('a part that arrives right after it was drawn as loading stands there too', async () => {
  const script = Promise.withResolvers<typeof Greeting>()
  const Part = later(() => script.promise)
  void Part.load()
  await stage(() => {
    script.resolve(Greeting)
    return <Part name="lezer" />
  })
  await expect.element(page.getByText('Dag lezer')).toBeVisible()
})

test('a part that can’t be loaded says what that means, and what to do', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const failure = new TypeError('Failed to fetch dynamically imported module')
  const Part = later<{ name: string }>(() => Promise.reject(failure))
  await stage(() => <Part name="lezer" />)
  await expect.element(page.getByRole('alert').getByText(/kon niet worden geladen/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Venster opnieuw laden' })).toBeVisible()
  expect(said).toHaveBeenCalledWith(failure)
  said.mockRestore()
})

test('a window whose way to what is kept can’t be loaded says so, and has itself loaded again', async () => {
  await stage((world) => popup(world, { type: 'loading' }, plainOpening, 'not-loaded'))
  await expect.element(page.getByRole('alert').getByText(/kon niet worden geladen/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Venster opnieuw laden' })).toBeVisible()
})

test('what could not be loaded beforehand is loaded again when it is shown', async () => {
  const load = vi.fn(async () => Greeting)
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const Part = later(load)
  await expect(Part.load()).rejects.toThrow('Failed to fetch')
  await stage(() => <Part name="lezer" />)
  await expect.element(page.getByText('Dag lezer')).toBeVisible()
})

/** Shows the popup before its readers of codes are loaded; the answer has them arrive. */
async function stageEarly(): Promise<() => void> {
  let arrive = () => {}
  await stage((world) => {
    const all = Promise.withResolvers<Codes>()
    arrive = () => all.resolve(world.codes)
    const codes: Codes = { ...world.codes, readTyped: () => null, all: () => all.promise }
    const services: Services = { ...world, codes }
    return popup(services as World, { type: 'codes', codes: codesOf(world), site: officialSite })
  })
  await quiet()
  return arrive
}

const field = () => page.getByRole('searchbox', { name: 'Zoek een code, dossier of woord…' })
const opened = () => page.getByRole('heading', { name: '2023D19158', exact: true })

test('a code that is confirmed before codes can be read opens once they can', async () => {
  const arrive = await stageEarly()
  await userEvent.keyboard('2023D19158{Enter}')
  expect(opened().query()).toBeNull()
  arrive()
  await expect.element(opened()).toBeVisible()
})

/** Pastes a text, as a browser does: nobody knows yet what it is, so it comes into the field. */
async function paste(text: string): Promise<void> {
  const data = new DataTransfer()
  data.setData('text/plain', text)
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
  field().element().dispatchEvent(event)
  expect(event.defaultPrevented).toBe(false)
  await userEvent.fill(field(), text)
}

test('so does one that is pasted, and leaves nothing in the field', async () => {
  const arrive = await stageEarly()
  await paste('2023d19158')
  arrive()
  await expect.element(opened()).toBeVisible()
  await expect.element(field()).toHaveValue('')
})

test('what is typed right behind a pasted code stays in the field, and nothing opens over it', async () => {
  const arrive = await stageEarly()
  await paste('2023d19158')
  await userEvent.keyboard(' en meer')
  arrive()
  await quiet()
  await expect.element(field()).toHaveValue('2023d19158 en meer')
  expect(opened().query()).toBeNull()
})

test.for(['2023D19158', 'zomaar iets'])('«%s» that was confirmed and then taken away opens nothing', async (typed) => {
  const arrive = await stageEarly()
  await userEvent.keyboard(`${typed}{Enter}`)
  await userEvent.clear(field())
  arrive()
  await quiet()
  expect(page.getByRole('button', { name: 'Terug', exact: true }).elements()).toEqual([])
})
