import { JobRows } from '../reading/job-list.tsx'
import { later } from './later.tsx'

/** What a screen shows after its first list: what is opened, found, kept and followed. Together they are most of its script. */
export const DestinationView = later(async () => (await import('../papers/destination-view.tsx')).DestinationView)
export const SearchResults = later(async () => (await import('../search/search-results.tsx')).SearchResults)
export const KeptOverview = later(async () => (await import('../popup/kept-overview.tsx')).KeptOverview)
/** Why something could not be done. */
export const ErrorText = later(async () => (await import('../parts/error-text.tsx')).ErrorText)
export const FollowedList = later(async () => (await import('../following/followed-list.tsx')).FollowedList)

/** Has all of them loaded. One that can't be says so where it is shown. */
export async function loadLaterParts(): Promise<void> {
  await Promise.allSettled(
    [DestinationView, SearchResults, KeptOverview, FollowedList, JobRows, ErrorText].map((part) => part.load()),
  )
}
