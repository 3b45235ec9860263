import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { cleanPhoto } from './photo'

const draw = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#3366aa' } })

/** A photo as a phone takes it: where, when, with what, lying on its side, and with a thumbnail's worth of comment. */
const phonePhoto = () =>
  draw(400, 300)
    .withExif({
      IFD0: { Make: 'Erqi Phone', Model: 'X1', ImageDescription: 'Zhang San' },
      IFD2: { DateTimeOriginal: '2026:11:23 10:15:30' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '34/1 43/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '113/1 38/1 1/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** A PNG whose head promises so many pixels, in a few bytes. */
function flood(width: number, height: number): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const lines = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const code = async (bytes: Uint8Array) => {
  const done = await cleanPhoto(bytes)
  return done.ok ? 'KEPT' : done.error.code
}

describe('a photo keeps what it shows and nothing else', () => {
  test('place, time, camera and names are gone from every byte, and it stands upright', async () => {
    const taken = await phonePhoto()
    expect(taken.includes('Erqi Phone')).toBe(true)
    const done = await cleanPhoto(taken)
    if (!done.ok) throw new Error(done.error.code)
    const kept = Buffer.from(done.value)
    for (const word of ['Exif', 'Erqi', 'X1', 'Zhang', '2026', 'GPS', 'http', 'Adobe', 'ICC_PROFILE', 'XMP'])
      expect(kept.includes(word), word).toBe(false)
    const { width, height, exif, icc, xmp, iptc } = await sharp(kept).metadata()
    expect({ width, height, exif, icc, xmp, iptc }).toEqual({ width: 300, height: 400 })
  })

  test('a large one becomes as large as it is read', async () => {
    const done = await cleanPhoto(await draw(6_000, 4_000).jpeg().toBuffer())
    if (!done.ok) throw new Error(done.error.code)
    expect(await sharp(Buffer.from(done.value)).metadata()).toMatchObject({
      width: 2_000,
      height: 1_333,
      format: 'jpeg',
    })
  })

  test.each(['png', 'webp'] as const)('a %s is a photo too', async (format) =>
    expect(await code(await draw(40, 30).toFormat(format).toBuffer())).toBe('KEPT'),
  )

  test('what hangs behind a photo is left behind', async () => {
    const script = Buffer.from('<script>alert(1)</script>')
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const both = Buffer.concat([
        await draw(40, 30).toFormat(format).toBuffer(),
        Buffer.from('PK\u0003\u0004'),
        script,
      ])
      const done = await cleanPhoto(both)
      if (!done.ok) throw new Error(`${format}: ${done.error.code}`)
      expect(Buffer.from(done.value).includes('script')).toBe(false)
    }
  })
})

describe('what is no photo is refused for what it is', () => {
  test.each<[string, Buffer, string]>([
    ['30,000 by 30,000 pixels in a few kilobytes', flood(30_000, 30_000), 'PHOTO_PIXELS'],
    ['a page called .jpg', Buffer.from('<html><script>alert(1)</script>'), 'PHOTO_TYPE'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'PHOTO_TYPE'],
    ['a GIF that is an archive', Buffer.from('GIF89a\u0001\u0000\u0001\u0000;PK\u0003\u0004', 'latin1'), 'PHOTO_TYPE'],
    ['HEIC of an iPhone', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), 'PHOTO_HEIC'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PHOTO_TYPE'],
    ['nothing', Buffer.alloc(0), 'PHOTO_TYPE'],
    ['the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'PHOTO_BROKEN'],
    ['WebP that says a script', Buffer.from('RIFF\u0010\0\0\0WEBP<script>1</script>', 'latin1'), 'PHOTO_BROKEN'],
    ['sixteen megabytes', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(16_000_000)]), 'PHOTO_LARGE'],
  ])('%s', async (_, bytes, refusal) => expect(await code(bytes)).toBe(refusal))

  test('a photo that was cut off on the way', async () => {
    const whole = await draw(800, 600).jpeg().toBuffer()
    expect(await code(whole.subarray(0, whole.length - 200))).toBe('PHOTO_BROKEN')
  })

  test('no bytes at all make it fall over', async () => {
    const whole = await phonePhoto()
    for (let i = 0; i < 300; i++) {
      const hurt = Buffer.from(whole)
      for (let k = 0; k < 8; k++) hurt[(i * 7_919 + k * 104_729) % hurt.length] = (i * 31 + k * 17) % 256
      expect(['KEPT', 'PHOTO_BROKEN', 'PHOTO_TYPE', 'PHOTO_PIXELS']).toContain(await code(hurt))
    }
  })
})
