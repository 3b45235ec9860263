import { expect, test } from 'vitest'
import { factsOf, projectOf } from '@/lib/domain/ranking/bulletin.fixture'
import { bulletinOf } from '@/lib/domain/ranking/bulletin-text'
import { writeBulletin } from './write-bulletin'
import { openArchive } from './xlsx-archive'

async function documentOf(draft: boolean, facts = factsOf()): Promise<string> {
  const archive = await openArchive(await writeBulletin(bulletinOf(facts), draft, ['数据截至 2026-10-31 24:00']))
  let text = ''
  await archive.stream('word/document.xml', (piece) => {
    text += piece
  })
  return text
}
const textOf = (xml: string) => xml.replace(/<[^>]+>/g, '')

test('a bulletin keeps the page of the standard and says what the sheet says', async () => {
  const xml = await documentOf(false)
  expect(xml).toContain('w:w="11906" w:h="16838"')
  const text = textOf(xml)
  for (const words of ['项目月通报', '一、总体情况', '部门办理时效', '住建局', '附表', '数据截至 2026-10-31 24:00'])
    expect(text).toContain(words)
  expect(text).not.toContain('底稿')
  expect(textOf(await documentOf(true))).toContain('〔2026〕10号（底稿）')
})

test('a table fills the sheet, repeats its head and cuts no row', async () => {
  const xml = await documentOf(false)
  const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
  expect(tables.length).toBe(6)
  for (const table of tables) {
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 1588 - 1474)
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(table.match(/<w:cantSplit\/>/g)?.length).toBe(table.match(/<w:tr>/g)?.length)
  }
})

test('what people typed stays text', async () => {
  const projects = [projectOf(1, {}, { name: '<w:p>&"\u0007项目' })]
  const text = textOf(await documentOf(false, factsOf({ projects })))
  expect(text).toContain('&lt;w:p&gt;&amp;')
})

test('what no document can hold is left out', async () => {
  const projects = [projectOf(1, {}, { name: '甲\u0007乙' })]
  expect(await documentOf(false, factsOf({ projects }))).not.toContain('\u0007')
})
