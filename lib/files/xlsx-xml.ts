import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Archive } from './xlsx-archive'
import { Refusal, XLSX_LIMITS } from './xlsx-limits'

export type Attributes = Readonly<Record<string, string | undefined>>
export type Visitor = Readonly<{
  open: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}>

/** Some writers prefix every element (`x:row`); the words behind the colon are the same. */
const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Walks one XML part of the package while it is unpacked.
 *
 * @throws Refusal on broken XML, on a document type (nobody's ledger has one), and past the element budget
 */
export async function walkXml(archive: Archive, part: string, visitor: Visitor): Promise<void> {
  const parser = new SaxesParser({ xmlns: false })
  let elements = 0
  parser.on('doctype', () => {
    throw new Refusal({ code: 'FILE_BROKEN' })
  })
  parser.on('error', () => {
    throw new Refusal({ code: 'FILE_BROKEN' })
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const name = local(tag.name)
    // Empty formatted rows down to the end of the sheet are a habit of spreadsheets, not an attack; bytes bound them.
    if (name !== 'row' && ++elements > XLSX_LIMITS.elements) throw new Refusal({ code: 'TOO_COMPLEX' })
    visitor.open(name, tag.attributes)
  })
  const { text, close } = visitor
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close) parser.on('closetag', (tag) => close(local(tag.name)))
  let written = false
  await archive.stream(part, (piece) => {
    written = true
    parser.write(piece)
  })
  if (written) parser.close()
}
