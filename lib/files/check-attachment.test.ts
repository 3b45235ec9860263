import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ATTACHMENT_LIMITS } from './attachment-limits'
import { checkAttachment } from './check-attachment'
import { exif, jpeg, png } from './testdata/make-image'
import { type Part, zip } from './testdata/make-package'

const pdf = (tail = '') => Buffer.from(`%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n${tail}`)
const TYPES: Part = { name: '[Content_Types].xml', body: '<Types/>' }
const docx = (...more: Part[]) => zip([TYPES, { name: 'word/document.xml', body: '<w/>' }, ...more])
const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_024),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
  ])
const outcome = async (bytes: Buffer) => {
  const checked = await checkAttachment(bytes)
  return checked.ok ? checked.value.type : checked.error.code
}

test.each([
  ['a PDF', pdf(), 'pdf'],
  ['a photo', jpeg(), 'jpeg'],
  ['a screenshot', png(), 'png'],
  ['a Word document', docx(), 'docx'],
  ['a workbook', zip([TYPES, { name: 'xl/workbook.xml', body: '<x/>' }]), 'xlsx'],
  ['a 版式文件', zip([{ name: 'OFD.xml', body: '<OFD/>' }]), 'ofd'],
  ['an old WPS text', ole('WordDocument'), 'wps'],
  ['an old WPS table', ole('Workbook'), 'et'],
])('%s is told by its bytes', async (_, bytes, type) => expect(await outcome(bytes)).toBe(type))

describe('a file that pretends', () => {
  test.each([
    ['a program', Buffer.from('MZ\u0090\0\u0003\0'), 'FILE_TYPE'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'FILE_TYPE'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'FILE_TYPE'],
    ['PHP', Buffer.from('<?php system($_GET[0]);'), 'FILE_TYPE'],
    ['a GIF that is an archive as well', Buffer.concat([Buffer.from('GIF89a'), docx()]), 'FILE_TYPE'],
    ['HEIC', Buffer.from('\0\0\0\u0018ftypheic'), 'FILE_TYPE'],
    ['a page before a PDF', Buffer.concat([Buffer.from('<html>'), pdf()]), 'FILE_TYPE'],
    ['an archive behind a PDF', Buffer.concat([pdf(), docx()]), 'FILE_MIXED'],
    ['a page behind a PDF', pdf('<script>1</script>'), 'FILE_MIXED'],
    ['half a PDF', pdf().subarray(0, 30), 'FILE_BROKEN'],
    ['an archive of anything', zip([{ name: 'a.txt', body: 'a' }]), 'FILE_TYPE'],
    ['a program in a document', docx({ name: 'word/media/a.EXE', body: 'MZ' }), 'FILE_MACROS'],
    ['macros', docx({ name: 'word/vbaProject.bin', body: 'x' }), 'FILE_MACROS'],
    ['macros in an old file', ole('WordDocument', '_VBA_PROJECT'), 'FILE_MACROS'],
    ['a password', ole('EncryptedPackage'), 'FILE_ENCRYPTED'],
    ['an old compound file of something else', ole('PowerPoint Document'), 'FILE_TYPE'],
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['half an archive', docx().subarray(0, 60), 'FILE_BROKEN'],
    ['half a photo', jpeg().subarray(0, 100), 'FILE_BROKEN'],
    ['a photo without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'FILE_BROKEN'],
    ['half a screenshot', png().subarray(0, 50), 'FILE_BROKEN'],
    ['a screenshot with a flipped bit', Buffer.from(png()).fill(9, 20, 21), 'FILE_BROKEN'],
  ])('%s', async (_, bytes, code) => expect(await outcome(bytes)).toBe(code))
})

describe('a file that costs', () => {
  test('too many bytes', async () =>
    expect(await outcome(Buffer.alloc(ATTACHMENT_LIMITS.fileBytes + 1))).toBe('FILE_TOO_LARGE'))

  test('a pixel flood is refused by its header', async () => {
    expect(await outcome(png(30_000, 30_000))).toBe('FILE_PIXELS')
    expect(await outcome(jpeg({ width: 30_000, height: 30_000 }))).toBe('FILE_PIXELS')
    expect(await outcome(png(8_000, 5_000))).toBe('png')
  })

  test('a zip bomb, one that lies about its size, and one of very many parts', async () => {
    const zeros = Buffer.alloc(70_000_000)
    const started = performance.now()
    const memory = process.memoryUsage().rss
    expect(await outcome(docx({ name: 'word/a.xml', body: zeros }))).toBe('FILE_UNPACKED')
    expect(await outcome(docx({ name: 'word/a.xml', body: zeros, declared: 10 }))).toBe('FILE_BROKEN')
    const many = Array.from({ length: ATTACHMENT_LIMITS.entries + 1 }, (_, i) => ({ name: `word/${i}`, body: '' }))
    expect(await outcome(docx(...many))).toBe('FILE_UNPACKED')
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(process.memoryUsage().rss - memory).toBeLessThan(300_000_000)
  })
})

describe('what is kept of a picture', () => {
  const kept = async (bytes: Buffer) => {
    const checked = await checkAttachment(bytes)
    if (!checked.ok) throw new Error(checked.error.code)
    return checked.value.bytes
  }

  test('not where it was taken, nor what hangs behind it; which way is up stays', async () => {
    const photo = jpeg({
      meta: [
        [0xe1, exif(6, 'GPS 34.7466N 113.6253E')],
        [0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>何伟</x:xmpmeta>')],
        [0xfe, Buffer.from('Taken by HUAWEI')],
        [0xed, Buffer.from('Photoshop 3.0\0city')],
        [0xe2, Buffer.from('ICC_PROFILE\0colours')],
      ],
      tail: 'PK\u0003\u0004<script>',
    })
    const clean = await kept(photo)
    for (const gone of ['GPS', 'xmpmeta', '何伟', 'HUAWEI', 'Photoshop', '<script>', 'PK\u0003'])
      expect(clean.includes(gone), gone).toBe(false)
    expect(clean.includes('ICC_PROFILE')).toBe(true)
    // Orientation 6, alone in its block.
    expect(clean.includes(Buffer.from('4578696600004d4d002a000000080001011200030000000100060000', 'hex'))).toBe(true)
    expect(await kept(clean)).toEqual(clean)
  })

  test('of a PNG no text and no tail', async () => {
    const clean = await kept(
      Buffer.concat([
        png(2, 2, [
          ['tEXt', 'Location\0二七区'],
          ['eXIf', 'MM'],
        ]),
        docx(),
      ]),
    )
    expect(clean).toEqual(png())
  })
})

test('no bytes whatever make it throw', async () => {
  const seeds = [jpeg({ meta: [[0xe1, exif(6, 'x')]] }), png(2, 2, [['tEXt', 'a']]), docx(), pdf(), ole('Workbook')]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...seeds), fc.nat(), fc.uint8Array({ maxLength: 8 }), async (seed, at, noise) => {
      const bytes = Buffer.from(seed)
      bytes.set(noise.subarray(0, Math.max(0, bytes.length - (at % bytes.length))), at % bytes.length)
      return typeof (await outcome(bytes)) === 'string'
    }),
    { numRuns: 400 },
  )
})
