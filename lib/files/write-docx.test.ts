import { expect, test } from 'vitest'
import { madeParagraph, type PaperBody, type PaperKind } from '@/lib/domain/meeting/paper'
import { on } from '@/lib/domain/plain-date'
import { writeDocx } from './write-docx'
import { openArchive } from './xlsx-archive'

const figure = { id: 'n', text: '1项', rows: { of: 'TASKS', ids: ['t'] } } as const
const body: PaperBody = {
  head: { mark: '二七区“双轮驱动”周例会纪要', number: '〔2026〕48号', unit: '区办公室', on: on('2026-03-05') },
  paragraphs: [
    madeParagraph('title', 'TITLE', '产业项目第48周调度会议纪要'),
    madeParagraph('opening', 'TEXT', '议定【1项】。现纪要如下：', [figure]),
    madeParagraph('a:head', 'HEADING', '规划许可问题'),
    madeParagraph('a', 'TEXT', '会议议定，核发许可证。\n（一）会审\n1. 提意见'),
    madeParagraph('present', 'PEOPLE', '出席：林副区长，区财政局。'),
  ],
}

async function partsOf(kind: PaperKind, more = {}): Promise<ReadonlyMap<string, string>> {
  const archive = await openArchive(await writeDocx({ kind, body, note: null, draft: false, ...more }))
  const found = new Map<string, string>()
  for (const name of archive.names) {
    let text = ''
    await archive.stream(name, (piece) => {
      text += piece
    })
    found.set(name, text)
  }
  return found
}
const documentOf = async (kind: PaperKind, more = {}) => (await partsOf(kind, more)).get('word/document.xml') ?? ''
const textOf = (xml: string) => xml.replace(/<w:tab\/>/g, '\t').replace(/<[^>]+>/g, '')
/** Paragraphs of a document, as markup. */
const paragraphs = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
const holding = (xml: string, words: string) => paragraphs(xml).find((p) => textOf(p).includes(words)) ?? ''
const attribute = (xml: string, tag: string, name: string) =>
  new RegExp(`<${tag} [^>]*?${name}="([^"]*)"`).exec(xml)?.[1]

// GB/T 9704-2012 as design/UX.md §2 has it.
test('page, margins and grid are the standard’s: 22 lines of 28 signs', async () => {
  const xml = await documentOf('MINUTES')
  const at = (tag: string, ...names: string[]) => names.map((name) => attribute(xml, tag, `w:${name}`))
  expect(at('w:pgSz', 'w', 'h')).toEqual(['11906', '16838'])
  expect(at('w:pgMar', 'top', 'bottom', 'left', 'right')).toEqual(['2098', '1984', '1588', '1474'])
  expect(at('w:docGrid', 'type', 'linePitch', 'charSpace')).toEqual(['linesAndChars', '579', '-849'])
  // 156 × 225 mm to the millimetre, and the lines and signs they hold.
  const [width, height] = [11906 - 1588 - 1474, 16838 - 2098 - 1984]
  expect([Math.round(width / 56.69), Math.round(height / 56.69)]).toEqual([156, 225])
  expect(Math.floor(height / 579)).toBe(22)
  expect(Math.floor(width / (16 * 20 - (849 / 4096) * 20))).toBe(28)
})

// LibreOffice set 17 signs on a line while the grid alone said how many: its cells are those of Normal.
test('28 signs fit a line whatever a program makes of the grid', async () => {
  const parts = await partsOf('MINUTES')
  const styles = parts.get('word/styles.xml') ?? ''
  expect(styles).toContain('<w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault>')
  expect(/w:styleId="Normal">.*?<w:sz w:val="(\d+)"/s.exec(styles)?.[1]).toBe('32')
  const spacing = Number(
    /<w:rPr>(?:(?!<\/w:rPr>).)*<w:spacing w:val="(-?\d+)"/s.exec(
      holding(parts.get('word/document.xml') ?? '', '现纪要如下'),
    )?.[1],
  )
  const [width, sign] = [11906 - 1588 - 1474, 16 * 20 + spacing]
  expect(Math.floor(width / sign)).toBe(28)
  // A brief has as many as its size gives.
  const brief = holding(await documentOf('BRIEF'), '现纪要如下')
  expect(brief).not.toMatch(/<w:rPr>(?:(?!<\/w:rPr>).)*<w:spacing/s)
})

test('fonts go by name, 3号 text is indented by two signs, levels have their own', async () => {
  const xml = await documentOf('MINUTES')
  const look = (words: string) => {
    const p = holding(xml, words)
    return [attribute(p, 'w:rFonts', 'w:eastAsia'), attribute(p, 'w:sz', 'w:val')]
  }
  expect(look('产业项目第48周')).toEqual(['方正小标宋简体', '44'])
  expect(look('现纪要如下')).toEqual(['仿宋_GB2312', '32'])
  expect(look('一、规划许可问题')).toEqual(['黑体', '32'])
  expect(look('（一）会审')).toEqual(['楷体_GB2312', '32'])
  expect(look('1. 提意见')).toEqual(['仿宋_GB2312', '32'])
  // Two lines of 28.95 pt between the red line and the title.
  expect(attribute(holding(xml, '产业项目第48周'), 'w:spacing', 'w:before')).toBe('1158')
  const text = holding(xml, '现纪要如下')
  expect(attribute(text, 'w:ind', 'w:firstLineChars')).toBe('200')
  expect([attribute(text, 'w:spacing', 'w:line'), attribute(text, 'w:spacing', 'w:lineRule')]).toEqual(['579', 'exact'])
})

test('the red head: mark 35 mm below the edge of the text, number, unit and a day without zeros above a red line', async () => {
  const xml = await documentOf('MINUTES')
  const mark = holding(xml, '周例会纪要')
  expect([attribute(mark, 'w:color', 'w:val'), attribute(mark, 'w:spacing', 'w:before')]).toEqual(['A8121A', '1984'])
  expect(Math.round(1984 / 56.69)).toBe(35)
  const line = holding(xml, '区办公室')
  expect(textOf(line)).toBe('区办公室\t2026年3月5日')
  expect(attribute(line, 'w:bottom', 'w:color')).toBe('A8121A')
  expect(textOf(xml)).toContain('〔2026〕48号')
})

test('出席 is 3号黑体, the names 3号仿宋', async () => {
  const present = holding(await documentOf('MINUTES'), '林副区长')
  const runs = (present.match(/<w:r>.*?<\/w:r>/gs) ?? []).map((run) => [
    textOf(run),
    attribute(run, 'w:rFonts', 'w:eastAsia'),
    attribute(run, 'w:sz', 'w:val'),
  ])
  expect(runs).toEqual([
    ['出席：', '黑体', '32'],
    ['林副区长，区财政局。', '仿宋_GB2312', '32'],
  ])
})

test('page numbers stand between dashes, odd ones right, even ones left, 4号 宋体', async () => {
  const parts = await partsOf('MINUTES')
  expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders')
  const xml = parts.get('word/document.xml') ?? ''
  expect([...xml.matchAll(/<w:footerReference [^>]*w:type="(\w+)"/g)].map(([, type]) => type).toSorted()).toEqual([
    'default',
    'even',
  ])
  const footers = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, text]) => text)
  expect(footers).toHaveLength(2)
  for (const footer of footers) {
    expect(textOf(footer)).toMatch(/^—\s*PAGE\s*—$/)
    expect(attribute(footer, 'w:rFonts', 'w:eastAsia')).toBe('宋体')
    expect(attribute(footer, 'w:sz', 'w:val')).toBe('28')
  }
  expect(footers.map((footer) => attribute(footer, 'w:jc', 'w:val')).toSorted()).toEqual(['left', 'right'])
})

test('what was counted is a word like any other; a draft says that it is one, a correction what it corrects', async () => {
  const xml = await documentOf('MINUTES', { draft: true, note: '48-03的时限写错' })
  expect(textOf(xml)).toContain('议定1项。')
  expect(textOf(xml)).not.toMatch(/[【】]/)
  expect(textOf(xml)).toContain('〔2026〕48号（底稿）')
  expect(textOf(xml)).toContain('更正说明：48-03的时限写错')
})

test('a brief fits one page: its text is a size smaller', async () => {
  const text = holding(await documentOf('BRIEF'), '现纪要如下')
  expect([attribute(text, 'w:sz', 'w:val'), attribute(text, 'w:spacing', 'w:line')]).toEqual(['28', '480'])
})

test('the properties name the unit, as who wrote it and as who changed it last', async () => {
  const core = (await partsOf('MINUTES')).get('docprops/core.xml') ?? ''
  expect(core).toContain('<dc:creator>区办公室</dc:creator>')
  expect(core).toContain('<cp:lastModifiedBy>区办公室</cp:lastModifiedBy>')
})
