import { expect, test } from 'vitest'
import { JobRows } from '#components/reading/job-rows.tsx'
import { ServicesProvider } from '#components/store/services.ts'
import { jobRow } from './rows.ts'
import { stage } from './stage.tsx'

test('what is fetched slowly says so of a site, and not of a file of the user’s own', async () => {
  const fetching = { phase: 'fetching', done: 0, total: 0, questions: 0 } as const
  const jobs = [
    jobRow({
      id: 'site',
      source: { type: 'url', url: 'https://www.tweedekamer.nl/a.pdf', title: 'Van de site' },
      state: 'running',
      progress: fetching,
    }),
    jobRow({
      id: 'file',
      source: { type: 'file', name: 'eigen.pdf', size: 1 },
      state: 'running',
      progress: fetching,
    }),
  ]
  await stage((world) => (
    <ServicesProvider value={world}>
      <JobRows jobs={jobs} onDocument={() => {}} onClose={() => {}} />
    </ServicesProvider>
  ))
  const told = (id: string) => document.querySelector(`[data-job=${id}] .kl-job__line`)?.textContent
  await expect.poll(() => told('site'), { timeout: 8_000 }).toContain('Ophalen… De site antwoordt traag.')
  expect(told('file')).toMatch(/^Ophalen…(?!.*traag)/)
})
