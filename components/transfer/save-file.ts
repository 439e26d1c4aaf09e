/** Milliseconds until the address of a file is given back; the browser has long begun to save it by then. */
const addressTime = 60_000

/** Offers a file for saving, without the permission that the downloads API asks for. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), addressTime)
}
