import { inspect } from 'node:util'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issueToken, questionOf } from '@/lib/auth/form-token'
import { type ComplaintDraft, cleanText, complaintProblem } from '@/lib/domain/public-form'
import { eachOf, ok } from '@/lib/domain/result'
import { type Received, receive } from './receive'

const T = Date.parse('2026-11-23T02:00:00Z')
const CODE = '7K3M2-9XQ4T'
const SECRET_WORD = '绝不能留下的话'

beforeAll(() => {
  process.env.NEXTAUTH_SECRET ??= 'a-secret-of-the-tests-that-is-long-enough'
})
beforeEach(() => {
  const memory = globalThis as { visitorRate?: unknown; sentOnce?: unknown; keptPhotos?: unknown }
  memory.visitorRate = memory.sentOnce = memory.keptPhotos = undefined
})

type Filed = { draft: ComplaintDraft; photos: number; nonce: string }
/** A desk that files into a list. */
function desk(filed: Filed[]) {
  return {
    door: 'complaint' as const,
    draftOf: (fields: ReadonlyMap<string, string>): ComplaintDraft => ({
      text: cleanText(fields.get('text') ?? '', true),
      place: cleanText(fields.get('place') ?? ''),
      kind: 'APPEAL',
      contact: '',
      agreed: false,
    }),
    problemOf: complaintProblem,
    file: async (draft: ComplaintDraft, photos: readonly unknown[], nonce: string) => {
      filed.push({ draft, photos: photos.length, nonce })
      return ok({ lookupCode: `CODE-${filed.length}` })
    },
  }
}

type Sent = Readonly<{
  fields?: Readonly<Record<string, string>>
  photos?: readonly Uint8Array<ArrayBuffer>[]
  token?: string
  address?: string | null
  at?: number
}>
/** A form as a browser sends it, a minute after it was opened. */
function send(filed: Filed[], { fields = {}, photos = [], token, address = '203.0.113.9', at = T }: Sent = {}) {
  const form = new FormData()
  form.set('token', token ?? issueToken('complaint', CODE, at - 60_000))
  form.set('topic2', '')
  for (const [name, value] of Object.entries({ text: '窗口不收材料', place: '马寨', ...fields })) form.set(name, value)
  for (const [i, bytes] of photos.entries())
    form.append('photos', new File([bytes], `IMG_${i}.jpg`, { type: 'image/jpeg' }))
  const request = new Request('http://localhost/r/x', { method: 'POST', body: form })
  return receive({ request, code: CODE, address, nowMs: at }, desk(filed))
}

const codes = (received: Received<ComplaintDraft>) =>
  'lookupCode' in received
    ? received.lookupCode
    : received.failure
      ? eachOf(received.failure).map(({ code }) => code)
      : []
const refused = (received: Received<ComplaintDraft>) => {
  if ('lookupCode' in received) throw new Error(`taken: ${received.lookupCode}`)
  return received
}
const photo = async (width = 60) =>
  new Uint8Array(
    await sharp({ create: { width, height: 40, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer(),
  )

describe('one form is one case', () => {
  test('pressed twice at once: one is filed, and both presses get its code', async () => {
    const filed: Filed[] = []
    const token = issueToken('complaint', CODE, T - 60_000)
    const both = await Promise.all([send(filed, { token }), send(filed, { token })])
    expect([both.map(codes), filed.length]).toEqual([['CODE-1', 'CODE-1'], 1])
  })

  test('loaded anew, the receipt is the same, even where the browser has lost the photos by then', async () => {
    const filed: Filed[] = []
    const token = issueToken('complaint', CODE, T - 60_000)
    const [one, two] = [await photo(), await photo(120)]
    await send(filed, { token, photos: [one] })
    for (const photos of [[one], []]) expect(codes(await send(filed, { token, photos, at: T + 5_000 }))).toBe('CODE-1')
    expect(codes(await send(filed, { token, photos: [one, two], at: T + 5_000 }))).toEqual(['USED'])
    expect(filed).toHaveLength(1)
  })

  test('gone back to and changed, it is another one: its words come back under a token of their own', async () => {
    const filed: Filed[] = []
    const token = issueToken('complaint', CODE, T - 60_000)
    await send(filed, { token })
    const back = refused(await send(filed, { token, fields: { text: '另一件事' } }))
    expect([codes(back), back.draft.text, filed.length]).toEqual([['USED'], '另一件事', 1])
    expect(codes(await send(filed, { token: back.token, fields: { text: '另一件事' }, at: T + 10_000 }))).toBe('CODE-2')
  })

  test.each([
    ['filled in no time', { token: () => issueToken('complaint', CODE, T) }, 'TOO_YOUNG'],
    ['open since this morning', { token: () => issueToken('complaint', CODE, T - 7_300_000) }, 'TOO_OLD'],
    ['of the other door', { token: () => issueToken('report', CODE, T - 60_000) }, 'TOO_OLD'],
    ['of another plate', { token: () => issueToken('complaint', 'AAAAA-AAAAA', T - 60_000) }, 'TOO_OLD'],
    ['made up', { token: () => 'abc.def.ghi' }, 'TOO_OLD'],
  ])('a token %s files nothing and loses nothing', async (_, { token }, code) => {
    const filed: Filed[] = []
    const back = refused(await send(filed, { token: token() }))
    expect([codes(back), back.draft.text, filed.length]).toEqual([[code], '窗口不收材料', 0])
    expect(codes(await send(filed, { token: back.token, at: T + 60_000 }))).toBe('CODE-1')
  })

  test('a machine fills in what nobody sees', async () => {
    const filed: Filed[] = []
    expect(codes(await send(filed, { fields: { topic2: 'http://spam.example' } }))).toEqual(['TRAP'])
    expect(filed).toEqual([])
  })
})

describe('many', () => {
  test('2,000 from one address: five are filed, the others are told how long to wait, with their words', async () => {
    const filed: Filed[] = []
    let late = 0
    for (let i = 0; i < 2_000; i++) {
      const received = await send(filed, { at: T + i })
      if ('lookupCode' in received) continue
      late += 1
      expect([received.status, codes(received), received.draft.text]).toEqual([429, ['WAIT'], '窗口不收材料'])
    }
    expect([filed.length, late]).toEqual([5, 1_995])
    // Everybody else is served, and is asked nothing.
    for (let i = 0; i < 100; i++)
      expect(codes(await send(filed, { address: `198.51.100.${i}`, at: T + 3_000 }))).toMatch(/^CODE/)
  })

  test('all at once, not one more gets through', async () => {
    const filed: Filed[] = []
    await Promise.all(Array.from({ length: 60 }, () => send(filed)))
    expect(filed).toHaveLength(5)
  })

  test('under attack a question in words is asked of everybody, and its answer lets in', async () => {
    const filed: Filed[] = []
    for (let i = 0; i < 300; i++) await send(filed, { address: `198.18.0.${i % 250}/${i}`, at: T })
    const back = refused(await send(filed, { address: '192.0.2.1' }))
    expect([codes(back), back.draft.text]).toEqual([['QUESTION'], '窗口不收材料'])
    const [first, second] = back.question ?? [0, 0]
    expect([first, second]).toEqual(questionOf(back.token))
    const again = { token: back.token, address: '192.0.2.1', at: T + 10_000 }
    expect(codes(await send(filed, { ...again, fields: { answer: '99' } }))).toEqual(['QUESTION'])
    expect(codes(await send(filed, { ...again, fields: { answer: String(first + second) } }))).toBe('CODE-301')
  })
})

describe('nothing typed is lost', () => {
  test('fifty kilobytes of text come back whole', async () => {
    const text = '很长'.repeat(12_500)
    const back = refused(await send([], { fields: { text } }))
    expect([codes(back), back.draft.text]).toEqual([['TOO_LONG'], text])
  })

  test('photos too large together: the words at the head of the form are kept', async () => {
    const back = refused(await send([], { photos: Array.from({ length: 4 }, () => new Uint8Array(12_000_000)) }))
    expect([codes(back), back.status, back.draft.text, back.draft.place]).toEqual([
      ['TOO_LARGE'],
      413,
      '窗口不收材料',
      '马寨',
    ])
  })

  test('twenty photos: six are kept for the next press, and it needs no choosing again', async () => {
    const filed: Filed[] = []
    const one = await photo()
    const back = refused(await send(filed, { photos: Array.from({ length: 20 }, () => one) }))
    expect([codes(back), back.kept?.count, filed.length]).toEqual([['TOO_MANY'], 6, 0])
    expect(codes(await send(filed, { fields: { kept: back.kept?.ticket ?? '' }, at: T + 5_000 }))).toBe('CODE-1')
    expect(filed[0]?.photos).toBe(6)
  })

  test('another photo comes beside those that are here; who wants none of those ticks a box', async () => {
    const filed: Filed[] = []
    const ticketOf = async () =>
      refused(await send(filed, { fields: { text: '' }, photos: [await photo()] })).kept?.ticket
    const beside = { kept: (await ticketOf()) ?? '' }
    expect(codes(await send(filed, { fields: beside, photos: [await photo(90)], at: T + 5_000 }))).toBe('CODE-1')
    const instead = { kept: (await ticketOf()) ?? '', drop: '1' }
    expect(codes(await send(filed, { fields: instead, photos: [await photo(90)], at: T + 6_000 }))).toBe('CODE-2')
    expect(filed.map(({ photos }) => photos)).toEqual([2, 1])
  })

  test('one of three is no photo: it is named, and the others are kept', async () => {
    const one = await photo()
    const heic = new Uint8Array(Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'))
    const back = refused(await send([], { photos: [one, heic, one] }))
    expect(back.failure).toMatchObject({ code: 'PHOTO_HEIC', n: 2 })
    expect(back.kept?.count).toBe(2)
  })

  test('a form cut off on the way says so, and keeps what had come', async () => {
    const boundary = 'xyz'
    const part = (name: string, value: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const body = `${part('text', '窗口不收')}${part('place', '马寨')}--${boundary}\r\ncontent-disposition: form-data; name="pho`
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': '900000' }
    const request = new Request('http://localhost/r/x', { method: 'POST', body, headers })
    const back = refused(await receive({ request, code: CODE, address: null, nowMs: T }, desk([])))
    expect(codes(back)).toContain('BROKEN')
    expect([back.draft.text, back.draft.place]).toEqual(['窗口不收', '马寨'])
  })
})

test('photos that wait are locked: memory holds neither them nor the key, nor a word that was typed', async () => {
  const back = refused(await send([], { fields: { text: SECRET_WORD, place: '' }, photos: [await photo()] }))
  const held = globalThis as { keptPhotos?: Map<string, { sealed: Buffer }>; sentOnce?: unknown; visitorRate?: unknown }
  const [kept] = [...(held.keptPhotos?.values() ?? [])]
  expect(kept?.sealed.includes('JFIF')).toBe(false)
  const all = inspect([held.keptPhotos, held.sentOnce, held.visitorRate], { depth: 9, maxStringLength: null })
  for (const word of [SECRET_WORD, '203.0.113.9', back.kept?.ticket.split('.')[1] ?? 'x'])
    expect(all).not.toContain(word)
})
