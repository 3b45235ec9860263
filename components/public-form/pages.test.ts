import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { PUBLIC_NOTICE } from '@/lib/domain/public-form'
import { LOCALES } from '@/lib/i18n/locale'
import { MESSAGES } from '@/lib/i18n/messages'
import { translator } from '@/lib/i18n/translator'
import type { ComplaintView } from '@/lib/schemas/complaint'
import { answerPage } from './answer-page'
import { complaintCasePage, findPage } from './case-page'
import { complaintPage } from './complaint-page'
import { privacyPage, troublePage, unknownPage } from './other-pages'
import type { Frame } from './page'
import { reportPage, stopPage } from './report-page'
import { SCRIPT } from './script'

const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
const frame = (locale: (typeof LOCALES)[number]): Frame => ({
  locale,
  t: translator(locale),
  code: '7K3M2-9XQ4T',
  district: '二七区',
  path: '/r/7K3M2-9XQ4T',
  demo: true,
  line: '0371-00000000',
  higher: '市纪委监委信访室',
})
const sheet = { token: 'token', question: [3, 4] as const, kept: { ticket: 'a.b', count: 2 } }
const failure = {
  code: 'MISSING',
  field: 'text',
  also: [
    { code: 'TOO_LONG', field: 'place', max: 100, length: 200 },
    { code: 'PHOTO_HEIC', field: 'photo2', n: 2 },
    { code: 'PHOTO_HEIC', field: 'photo3', n: 3 },
    { code: 'AGREE', field: 'agree' },
  ],
}
const complaint = { text: EVIL, place: EVIL, kind: 'DELAY', contact: EVIL, agreed: true }
const report = { text: EVIL, about: EVIL, name: EVIL, contact: EVIL, agreed: true }
const spot = { number: 7, name: `马寨产业园服务站${EVIL}` }

const DAY = on('2026-11-23')
const step = (kind: 'FILE' | 'PASS' | 'ANSWER', unit: string | null) => ({ kind, unit, on: DAY, text: EVIL })
const inHand: ComplaintView = {
  number: 1,
  kind: 'DELAY',
  state: 'IN_HAND',
  filedOn: DAY,
  receivedOn: DAY,
  passedOn: DAY,
  unit: EVIL,
  dueOn: on('2026-12-23'),
  daysLeft: 22,
  extended: false,
  answer: null,
  answeredOn: null,
  rating: null,
  mayRate: false,
  mayAdd: true,
  mayUrge: true,
  refusal: null,
  merged: null,
  closedOn: null,
  steps: [step('FILE', null), step('PASS', EVIL)],
}
const ofCase = (f: Frame, view: Partial<ComplaintView>) => {
  const shown = { code: EVIL, token: 'token', done: null, failure: null, typed: { text: EVIL, rating: '' } }
  return complaintCasePage(f, { ...shown, view: { ...inHand, ...view } }, DAY)
}

const pages = (f: Frame): readonly (readonly [string, string])[] => [
  ['doors', complaintPage(f, spot, { ...sheet, draft: complaint, failure: null })],
  ['refused', complaintPage(f, null, { ...sheet, kept: null, draft: complaint, failure })],
  ['report', reportPage(f, { ...sheet, draft: report, failure: { code: 'HALF_NAME', field: 'name' } })],
  ['stop', stopPage(f, report, true, { ...sheet, problems: new Map() })],
  ['sent', answerPage(f, 'complaint', '7K4M-92Q-X3D')],
  ['sealed', answerPage(f, 'report', '7K4M-92Q-X3D-AAAA')],
  ['find', findPage(f, EVIL, { code: 'CODE_UNKNOWN', field: 'code' })],
  ['in hand', ofCase(f, {})],
  ['answered', ofCase(f, { state: 'ANSWERED', mayRate: true, steps: [step('ANSWER', EVIL)] })],
  ['merged', ofCase(f, { state: 'REFUSED', merged: { state: 'IN_HAND', unit: EVIL, dueOn: DAY } })],
  ['unknown', unknownPage({ ...f, code: null, district: null })],
  ['privacy', privacyPage(f)],
  ['trouble', troublePage(f, [EVIL])],
]

describe.each(LOCALES)('public pages in %s', (locale) => {
  test.each(pages(frame(locale)))('%s: one round trip, and nothing typed is read as markup', (_, whole) => {
    // The one script of ours is in every page, word for word.
    const text = whole.replace(`<script>${SCRIPT}</script>`, '')
    expect(whole).not.toBe(text)
    expect(Buffer.byteLength(whole)).toBeLessThan(20_000)
    expect(gzipSync(whole).length).toBeLessThan(8_000)
    expect(text).not.toMatch(/<script|<img|javascript:|\son\w+=["']| style="|undefined|\[object/)
    expect(text).not.toMatch(/https?:\/\/(?!www\.12388\.gov\.cn\/)/)
    // Whatever is opened is closed.
    for (const tag of ['form', 'section', 'label', 'p', 'div', 'ul', 'ol', 'fieldset', 'main', 'textarea', 'a', 'b'])
      expect([tag, text.split(new RegExp(`<${tag}[ >]`)).length]).toEqual([tag, text.split(`</${tag}>`).length])
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBe(new Set(ids).size)
  })

  test('the head of a case says what is wanted of whoever reads it', () => {
    const headOf = (view: Partial<ComplaintView>) => /<h1>([^<]+)/.exec(ofCase(frame(locale), view))?.[1]
    const asks = headOf({ state: 'ANSWERED' })
    const heads = [
      asks,
      ...[4, 2].map((rating) => headOf({ state: 'ANSWERED', rating })),
      ...[22, 0, -1].map((daysLeft) => headOf({ daysLeft })),
    ]
    expect(new Set(heads).size).toBe(heads.length)
    expect(heads.join(' ')).not.toMatch(/ 0 |0个|-1/)
  })

  test('two fields are required behind each door', () => {
    const [doors, , second] = pages(frame(locale))
    // The third is the question that is asked while many come at once.
    for (const page of [doors, second]) expect(page?.[1].match(/ required/g)).toHaveLength(3)
  })
})

test('another wording of the notice is another day of its coming into use', () => {
  const words = LOCALES.map((locale) => MESSAGES[locale].publicForm.notice)
  const mark = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)
  expect([PUBLIC_NOTICE, mark]).toEqual(['2026-11-27', 'cff1d262de841ce6'])
})

test('the window says first that something has to be put right', () => {
  const title = (page: string) => page.slice(page.indexOf('<title>') + 7, page.indexOf(' - '))
  const f = frame('zh-CN')
  const first = title(complaintPage(f, spot, { ...sheet, draft: complaint, failure: null }))
  expect(title(complaintPage(f, spot, { ...sheet, draft: complaint, failure: failure as never }))).toBe(
    `请改正：${first}`,
  )
})
