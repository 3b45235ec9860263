import { crc32 } from 'node:zlib'
import { ATTACHMENT_LIMITS, FileRefused } from './attachment-limits'

const SIGNATURE = 8
/** Chunks an image is drawn from; texts, times and camera data are not among them. */
const DRAWS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'bKGD'])

/**
 * A PNG put together anew from the chunks that draw it; what hangs behind its end is left out.
 *
 * @throws FileRefused FILE_BROKEN (cut short as well), FILE_PIXELS
 */
export function cleanPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, SIGNATURE)]
  let data = 0
  for (let at = SIGNATURE; ; ) {
    if (at + 12 > bytes.length) throw new FileRefused('FILE_BROKEN')
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw new FileRefused('FILE_BROKEN')
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw new FileRefused('FILE_BROKEN')
    if ((at === SIGNATURE) !== (name === 'IHDR')) throw new FileRefused('FILE_BROKEN')
    if (name === 'IHDR') {
      if (end - at !== 25) throw new FileRefused('FILE_BROKEN')
      const pixels = bytes.readUInt32BE(at + 8) * bytes.readUInt32BE(at + 12)
      if (pixels === 0) throw new FileRefused('FILE_BROKEN')
      if (pixels > ATTACHMENT_LIMITS.pixels) throw new FileRefused('FILE_PIXELS')
    }
    if (name === 'IDAT') data++
    if (DRAWS.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') break
    at = end
  }
  if (data === 0) throw new FileRefused('FILE_BROKEN')
  return Buffer.concat(kept)
}
