import { afterEach, expect, test, vi } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { type DocxBriefing, writeBriefing } from './write-briefing'
import { openArchive } from './xlsx-archive'

const paper: DocxBriefing = {
  body: {
    head: { mark: '二七区“双轮驱动”工作简报', number: '〔2026〕第1期', unit: '区领导小组办公室', on: on('2026-11-23') },
    title: '工作情况',
    sections: [
      {
        key: 'drive',
        heading: '产业项目推进情况',
        paragraphs: [
          {
            key: 'drive-stock',
            template: '全区谋划产业项目{projects.inLibrary}个',
            runs: [
              { text: '全区谋划产业项目', figure: null },
              { text: '142', figure: 'projects.inLibrary' },
              { text: '个', figure: null },
            ],
          },
        ],
      },
    ],
    figures: [],
  },
  note: '更正了签约数',
  draft: false,
  foot: ['数据截至 2026-11-23 09:00', '校验 7F3A-91C2'],
  asOf: '2026-11-23T01:00:00.000Z',
}
const partOf = async (bytes: Buffer, name: string) => (await openArchive(bytes)).text(name)

afterEach(() => vi.useRealTimers())

test('written again on another day it is the same file, byte for byte', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T01:00:00Z') })
  const first = await writeBriefing(paper)
  vi.setSystemTime(new Date('2027-03-01T13:37:00Z'))
  const second = await writeBriefing(paper)
  expect(second.equals(first)).toBe(true)
  expect(await partOf(first, 'docProps/core.xml')).toContain('>2026-11-23T01:00:00.000Z</dcterms:created>')
})

test('it says what the sheet says, figures among its words, in the fonts of the standard', async () => {
  const xml = await partOf(await writeBriefing(paper), 'word/document.xml')
  const lines = [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([line]) =>
    [...line.matchAll(/<w:t[^>]*>([^<]*)</gu)].map((found) => found[1]).join(''),
  )
  expect(lines).toEqual([
    '二七区“双轮驱动”工作简报',
    '〔2026〕第1期',
    expect.stringContaining('2026年11月23日'),
    '工作情况',
    '一、产业项目推进情况',
    '全区谋划产业项目142个',
    '更正说明：更正了签约数',
    '数据截至 2026-11-23 09:00',
    '校验 7F3A-91C2',
  ])
  expect(xml).toContain('仿宋_GB2312')
  expect(xml).toContain('黑体')
})

test('a draft says that it is one', async () =>
  expect(await partOf(await writeBriefing({ ...paper, draft: true }), 'word/document.xml')).toContain('（底稿）'))
