import { vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

export const button = (name: string | RegExp) => page.getByRole('button', { name })

export const group = () => page.getByRole('group', { name: 'Keuze' })

export const said = (text: string | RegExp) => page.getByText(text).first()

/** Files that were offered for saving, by their names. */
export function caught(): Map<string, Blob> {
  const files = new Map<string, Blob>()
  let last = new Blob()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob
    return 'blob:none'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.set(this.download, last)
  })
  return files
}

export const exportAs = async (item: string) => {
  await userEvent.click(group().getByRole('button', { name: 'Exporteren' }))
  await userEvent.click(page.getByRole('menuitem', { name: item }))
}

export const textOf = async (files: ReadonlyMap<string, Blob>, ending: string) =>
  [...files].find(([name]) => name.endsWith(ending))?.[1].text()
