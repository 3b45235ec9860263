import type { Archive } from './xlsx-archive'
import { Refusal, XLSX_LIMITS } from './xlsx-limits'
import { walkXml } from './xlsx-xml'

export type SheetRef = Readonly<{ name: string; hidden: boolean; part: string }>

/** A target of a relationship, as a name inside the package. */
function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const folderOf = (part: string) => part.slice(0, part.lastIndexOf('/') + 1)

async function readRelations(archive: Archive, part: string) {
  const folder = folderOf(part)
  const relations: { id: string; type: string; part: string }[] = []
  await walkXml(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open: (name, a) => {
      if (name === 'Relationship' && a.TargetMode !== 'External' && a.Id && a.Target)
        relations.push({ id: a.Id, type: (a.Type ?? '').split('/').pop() ?? '', part: resolvePart(folder, a.Target) })
    },
  })
  return relations
}

/** Sheets of the workbook in their order, where its strings and styles are, and which calendar its serials count in. */
export async function readWorkbookParts(archive: Archive) {
  if (archive.names.some((name) => name.endsWith('vbaproject.bin'))) throw new Refusal({ code: 'HAS_MACROS' })
  const root = await readRelations(archive, '')
  const workbook = root.find((r) => r.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!archive.names.includes(workbook.toLowerCase()) || !workbook.endsWith('.xml'))
    throw new Refusal({ code: 'NOT_XLSX' })
  const relations = await readRelations(archive, workbook)
  const partOf = new Map(relations.map((r) => [r.id, r.part]))
  const sheets: SheetRef[] = []
  let date1904 = false
  await walkXml(archive, workbook, {
    open: (name, a) => {
      if (name === 'workbookPr') date1904 = a.date1904 === '1' || a.date1904 === 'true'
      if (name !== 'sheet') return
      const part = partOf.get(Object.entries(a).find(([key]) => key.endsWith(':id'))?.[1] ?? '')
      if (part) sheets.push({ name: a.name ?? '', hidden: a.state === 'hidden' || a.state === 'veryHidden', part })
    },
  })
  if (sheets.length === 0) throw new Refusal({ code: 'NOT_XLSX' })
  const named = (type: string) => relations.find((r) => r.type === type)?.part
  return { sheets, date1904, strings: named('sharedStrings'), styles: named('styles') }
}

/** Shared strings, each cut one character past the limit so that a reader can tell it was longer. */
export async function readSharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = []
  let [current, inText, inPhonetic] = ['', false, false]
  await walkXml(archive, part, {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 't') inText = !inPhonetic
      else if (name === 'rPh') inPhonetic = true
    },
    text: (text) => {
      if (inText && current.length <= XLSX_LIMITS.cellChars)
        current = (current + text).slice(0, XLSX_LIMITS.cellChars + 1)
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'si') {
        if (strings.length >= XLSX_LIMITS.sharedStrings) throw new Refusal({ code: 'TOO_COMPLEX' })
        strings.push(current)
      }
    },
  })
  return strings
}

/** Built-in number formats that show a date; 27–36 and 50–58 are the Chinese ones. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Whether a custom number format shows a day or a month; words in quotes and colours in brackets say nothing. */
const isDateFormat = (code: string) =>
  /[yd]|(?<![hs]:?)m(?!:?s)/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/General/i, ''))

/** For each cell style, whether it shows its number as a date. */
export async function readDateStyles(archive: Archive, part: string): Promise<boolean[]> {
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCellFormats = false
  await walkXml(archive, part, {
    open: (name, a) => {
      if (name === 'numFmt') custom.set(Number(a.numFmtId), isDateFormat(a.formatCode ?? ''))
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(a.numFmtId ?? 0)
        styles.push(custom.get(id) ?? isBuiltInDate(id))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return styles
}
