import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { manyRecords, records } from '#tests/fixtures/pdf/records.ts'
import { seedLayoutPdf } from '#tests/fixtures/pdf/seed-layout.ts'

let made: Promise<Uint8Array> | null = null

/** The answers of the ministry in the seed's table layout (DOMAIN §0), made once a run. */
export function answersPdf(): Promise<Uint8Array> {
  made ??= seedLayoutPdf(records)
  return made
}

/** A PDF that would run scripts and lead anywhere: by an action when it opens, and by its links. */
export async function hostilePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  page.drawText('Een bestand met koppelingen', { x: 80, y: 760, size: 12 })
  const { context, catalog } = document
  const script = context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert("x"); this.print()') })
  catalog.set(PDFName.of('OpenAction'), script)
  const addresses = [
    'javascript:alert(1)',
    'http://nieuws.example/',
    'file:///etc/passwd',
    'https://nieuws.example/politiek',
  ]
  const links = addresses.map((address, index) =>
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [80, 700 - 30 * index, 300, 720 - 30 * index],
      A: { Type: 'Action', S: 'URI', URI: PDFString.of(address) },
    }),
  )
  page.node.set(PDFName.of('Annots'), context.obj(links))
  return document.save()
}

/** A letter of the ministry without a single question. */
export function letterPdf(): Promise<Uint8Array> {
  return seedLayoutPdf([])
}

let long: Promise<Uint8Array> | null = null

/** Answers on so many pages that the first of them are read long before the last. */
export function longPdf(): Promise<Uint8Array> {
  long ??= seedLayoutPdf(manyRecords(1_000))
  return long
}
