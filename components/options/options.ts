import type { Result, StoreError } from '#utils/browser/protocol/result.ts'
import type { Appearance } from '#utils/browser/settings/appearance.ts'
import type { AddedSite, SiteList } from '#utils/browser/settings/site-list.ts'
import type { RowCounts } from '#utils/database/library/count-rows.ts'
import type { RemovedNote } from '#utils/database/library/removed-notes.ts'
import type { Watched } from '../following/use-watched.ts'

/** The settings, as the screen sees them. */
export interface OptionsView {
  readonly sites: SiteList
  /** Whether a card looks its code up by itself. */
  readonly lookUp: boolean
  /** Whether the browser may show notifications. */
  readonly mayNotify: boolean
  readonly appearance: Appearance
  /** What an administrator has fixed: shown as it is, and not to be changed. */
  readonly fixed: ReadonlySet<FixedSetting>
}

export type FixedSetting = 'language' | 'looks' | 'everywhere' | 'lookUp'

/** A command of Kamerlens and the keys that it has now; empty where it has none. */
export interface CommandKey {
  readonly command: string
  readonly keys: string
}

/** What Kamerlens takes on this device. */
export interface StorageUse {
  /** Null where the browser does not tell. */
  readonly bytes: number | null
  /** Whether the browser promised not to clear it by itself. */
  readonly isPersisted: boolean
}

/** What a user can set. Those that ask the browser's permission are called straight from a click. */
export interface OptionsActions extends Watched<OptionsView> {
  /** Of Kamerlens, as in its manifest. */
  readonly version: string
  /** Works at once in all open screens, and in pages with the next card. */
  choose(appearance: Partial<Appearance>): Promise<void>
  turnEverywhere(on: boolean): Promise<void>
  /** @param host an official site by its domain, any other by its host name */
  turnSite(host: string, on: boolean): Promise<void>
  turnLookUp(on: boolean): Promise<void>
  allowOfficialSites(): Promise<boolean>
  /** Gives an added site back; false where the browser keeps the permission. */
  removeSite(site: AddedSite): Promise<boolean>
  /** Undoes `removeSite`: the browser may ask. */
  putSiteBack(site: AddedSite): Promise<Result<true, StoreError | 'site-refused'>>
  /** False where the user refused. */
  turnNotifications(on: boolean): Promise<boolean>
  /** In the order of the manifest. */
  commandKeys(): Promise<readonly CommandKey[]>
  /** Opens the browser's page of shortcuts. */
  changeKeys(): Promise<void>
  counts(): Promise<RowCounts>
  /** Removed notes, the one that was removed last first, at most so many. */
  removedNotes(most: number): Promise<readonly RemovedNote[]>
  storageUse(): Promise<StorageUse>
  /** Erases all that Kamerlens holds here; nothing brings it back. */
  eraseEverything(): Promise<Result<true, StoreError | 'half-erased'>>
  /** What helps to find a fault, as JSON; no addresses, and nothing that was read or written. */
  report(): Promise<string>
  /** Asks the browser not to clear it by itself; false where it promises nothing. */
  askToPersist(): Promise<boolean>
}
