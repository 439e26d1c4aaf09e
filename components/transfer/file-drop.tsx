import { useEffect, useRef, useState } from 'preact/hooks'
import { libraryMessages } from '#locales/library.ts'
import { FileChoice } from '../parts/file-choice.tsx'
import { Icon } from '../parts/icons.tsx'
import { useStore } from '../store/use-store.ts'
import './file-drop.css'

const documents = [
  ...['.pdf', '.docx', '.docm', '.xml', '.html', '.htm', '.txt', '.csv'],
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/xml',
  ...['text/xml', 'text/html', 'text/plain', 'text/csv'],
].join(',')

/** Takes files: dropped anywhere on the page, or chosen. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useStore(libraryMessages)
  const [over, setOver] = useState(false)
  const take = useRef(onFile)
  take.current = onFile
  useEffect(() => {
    // A file that is dropped beside the box would otherwise replace the page.
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      // Against what the page refuses everywhere else.
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      for (const file of event.dataTransfer?.files ?? []) take.current(file)
    }
    addEventListener('dragover', drag)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', drag)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return (
    <div class={over ? 'kl-drop kl-drop--over' : 'kl-drop'}>
      <Icon name="upload" />
      <p>{over ? t.dropNow : t.dropHere}</p>
      <FileChoice label={t.chooseFile} accept={documents} multiple onFile={onFile} />
    </div>
  )
}
