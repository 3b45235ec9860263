import { crc32, deflateRawSync } from 'node:zlib'
import { assembleZip } from '../zip'

export type Part = Readonly<{ name: string; body: string | Buffer; declared?: number }>

/** Packs parts as a zip file; `declared` is the size its directory claims instead of the true one. */
export const zip = (parts: readonly Part[]): Buffer =>
  assembleZip(
    parts.map(({ name, body, declared }) => {
      const raw = Buffer.from(body)
      return { name, packed: deflateRawSync(raw, { level: 9 }), size: declared ?? raw.length, crc: crc32(raw) }
    }),
  )

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...targets: string[]) =>
  `<Relationships>${targets.map((target, i) => `<Relationship Id="r${i}" Type="${RELATIONS}/${target.split(' ')[0]}" Target="${target.split(' ')[1]}"/>`).join('')}</Relationships>`

/** The parts of a workbook of one sheet with this content. */
export const sheetParts = (sheetData: string | Buffer): Part[] => [
  { name: '_rels/.rels', body: relations('officeDocument xl/workbook.xml') },
  {
    name: 'xl/workbook.xml',
    body: `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="台账" r:id="r0"/></sheets></workbook>`,
  },
  { name: 'xl/_rels/workbook.xml.rels', body: relations('worksheet worksheets/sheet1.xml') },
  { name: 'xl/worksheets/sheet1.xml', body: sheetData },
]

export const sheetXml = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
