/**
 * What is dropped on a page and no part of it takes must not take the page's place: browsers open a file or a link
 * there. Text, and the address of a link, go into the fields that take them as ever; a box to tick takes none. Who
 * takes files says so (`file-drop.tsx`).
 */
export function refuseDrops(): void {
  const refuse = (event: DragEvent) => {
    const { target, dataTransfer } = event
    const isFile = dataTransfer?.types.includes('Files') ?? false
    if (!isFile && target instanceof Element && target.matches(':read-write')) return
    event.preventDefault()
    if (dataTransfer && event.type === 'dragover') dataTransfer.dropEffect = 'none'
  }
  addEventListener('dragover', refuse)
  addEventListener('drop', refuse)
}
