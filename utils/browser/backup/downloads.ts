import { type Browser, browser } from 'wxt/browser'
import { backupName, type CopyNames, withoutOldest } from '../../database/export/backup-file.ts'
import { BackupFailure } from './failure.ts'

/** Copies among the downloads (Firefox, which has no folders of the user's choice). They can't be read back. */

const folder = 'Kamerlens'
const permission = { permissions: ['downloads'] } satisfies Browser.permissions.Permissions

/** Milliseconds that a download of our own may take. */
const downloadTimeout = 120_000

export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains(permission)
}

/** Asks the user for downloads; call it straight from a click. */
export function requestDownloads(): Promise<boolean> {
  return browser.permissions.request(permission)
}

export async function giveDownloadsBack(): Promise<void> {
  await browser.permissions.remove(permission)
}

/**
 * Saves a copy in `Kamerlens` among the downloads, waits until it is there and checks its size; only then the oldest of those made
 * before goes, where the browser still knows it.
 *
 * @param made whole paths of the copies that we made, oldest first: nothing else is touched
 * @returns the paths of those that are there now
 * @throws BackupFailure
 */
export async function saveToDownloads(
  files: readonly Blob[],
  moment: Date,
  made: readonly CopyNames[],
): Promise<readonly CopyNames[]> {
  if (!(await mayDownload())) throw new BackupFailure('no-permission')
  const paths: string[] = []
  for (const content of files) paths.push(await saved(content, backupName(moment, paths.length + 1)))
  const { kept, old } = withoutOldest([...made, paths])
  for (const path of old.flat()) await removeDownload(path)
  return kept
}

/** Saves one file and gives its path. */
async function saved(content: Blob, name: string): Promise<string> {
  const url = URL.createObjectURL(content)
  try {
    const { fileSize, exists, filename } = await downloaded(url, `${folder}/${name}`)
    if (fileSize !== content.size || exists === false) throw new BackupFailure('not-same', filename)
    return filename
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Downloads to a path below the folder of downloads, and what the browser then says of it. */
async function downloaded(url: string, filename: string): Promise<Browser.downloads.DownloadItem> {
  const ended = new Map<number, string>()
  let wake = () => {}
  const onChanged = ({ id, state }: Browser.downloads.DownloadDelta) => {
    if (state?.current === undefined || state.current === 'in_progress') return
    ended.set(id, state.current)
    wake()
  }
  browser.downloads.onChanged.addListener(onChanged)
  try {
    const id = await browser.downloads.download({ url, filename, saveAs: false, conflictAction: 'uniquify' })
    const itemOf = async () => (await browser.downloads.search({ id }))[0]
    if (!ended.has(id) && (await itemOf())?.state === 'in_progress') {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, downloadTimeout)
        wake = () => {
          if (!ended.has(id)) return
          clearTimeout(timer)
          resolve()
        }
        wake()
      })
    }
    const item = await itemOf()
    if (item?.state !== 'complete') throw new BackupFailure('not-finished', item?.error ?? '')
    return item
  } finally {
    browser.downloads.onChanged.removeListener(onChanged)
  }
}

/** Removes a file that we made, by the path that the browser gave it. What it does not know any more stays. */
async function removeDownload(path: string): Promise<void> {
  const [item] = await browser.downloads.search({ filenameRegex: `^${escaped(path)}$` })
  if (item?.filename !== path || item.state !== 'complete' || item.byExtensionId !== browser.runtime.id) return
  await browser.downloads.removeFile(item.id).catch(() => {})
  await browser.downloads.erase({ id: item.id })
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
