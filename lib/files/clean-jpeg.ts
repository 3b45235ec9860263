import { ATTACHMENT_LIMITS, FileRefused } from './attachment-limits'

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee]
const EXIF = Buffer.from('Exif\0\0')
const PROFILE = Buffer.from('ICC_PROFILE\0')
/** Tables and frames an image is drawn from: SOF0–15 with DHT and DAC, DQT, DNL, DRI. */
const draws = (marker: number) => (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xdb && marker <= 0xdd)
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** The way up, from 2 to 8, a camera noted in its EXIF; null for the usual one. */
function orientationOf(body: Buffer): number | null {
  const tiff = body.subarray(EXIF.length)
  if (tiff.length < 14) return null
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return null
  const count = u16(first)
  for (let i = 0; i < count; i++) {
    const at = first + 2 + i * 12
    if (at + 12 > tiff.length) return null
    const value = u16(at + 8)
    if (u16(at) === 0x0112) return value >= 2 && value <= 8 ? value : null
  }
  return null
}

/** An EXIF block that says which way is up and nothing else. */
function exifOf(orientation: number): Buffer {
  const block = Buffer.alloc(36)
  block.writeUInt16BE(0xff00 | APP1, 0)
  block.writeUInt16BE(34, 2)
  EXIF.copy(block, 4)
  block.write('MM\0*', 10, 'latin1')
  block.writeUInt32BE(8, 14)
  block.writeUInt16BE(1, 18)
  block.writeUInt16BE(0x0112, 20)
  block.writeUInt16BE(3, 22)
  block.writeUInt32BE(1, 24)
  block.writeUInt16BE(orientation, 28)
  return block
}

/** End of the coded lines that begin here: the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw new FileRefused('FILE_BROKEN')
}

/**
 * A JPEG put together anew from what draws it: place, camera, time, thumbnails, comments and whatever hangs behind its end
 * are left out; which way is up is kept.
 *
 * @throws FileRefused FILE_BROKEN (cut short as well), FILE_PIXELS
 */
export function cleanJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let orientation: number | null = null
  let frames = 0
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) throw new FileRefused('FILE_BROKEN')
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (marker === EOI) break
    if (marker === undefined || marker === 0 || marker === SOI || at + 4 > bytes.length)
      throw new FileRefused('FILE_BROKEN')
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end < at + 4 || end > bytes.length) throw new FileRefused('FILE_BROKEN')
    const segment = bytes.subarray(at, end)
    const body = segment.subarray(4)
    const starts = (mark: Buffer) => body.subarray(0, mark.length).equals(mark)
    if (isFrame(marker)) {
      if (body.length < 6) throw new FileRefused('FILE_BROKEN')
      const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)]
      if (width === 0 || height === 0) throw new FileRefused('FILE_BROKEN')
      if (width * height > ATTACHMENT_LIMITS.pixels) throw new FileRefused('FILE_PIXELS')
      frames++
    }
    if (marker === APP1 && starts(EXIF)) orientation ??= orientationOf(body)
    if (marker === SOS) {
      if (frames === 0) throw new FileRefused('FILE_BROKEN')
      at = endOfScan(bytes, end)
      kept.push(segment, bytes.subarray(end, at))
      continue
    }
    if (draws(marker) || marker === APP0 || marker === APP14 || (marker === APP2 && starts(PROFILE))) kept.push(segment)
    at = end
  }
  if (frames === 0) throw new FileRefused('FILE_BROKEN')
  const [start, ...rest] = kept
  return Buffer.concat([
    start ?? Buffer.alloc(0),
    ...(orientation === null ? [] : [exifOf(orientation)]),
    ...rest,
    Buffer.from([0xff, EOI]),
  ])
}
