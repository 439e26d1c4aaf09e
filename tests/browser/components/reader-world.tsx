import { page } from 'vitest/browser'

export const size = { width: 1280, height: 800 }

export const question = (number: number) => page.getByRole('button', { name: new RegExp(`^Vraag ${number}\\b`) })

export const current = () => document.querySelector('.kl-reader__question[aria-current]')?.textContent ?? null

export const noteOf = (subject: string) => page.getByRole('textbox', { name: `Notitie bij ${subject}`, exact: true })
