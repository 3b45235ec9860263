import sharp from 'sharp'
import { err, ok, type Result } from '@/lib/domain/result'
import { FileRefused } from './attachment-limits'
import { cleanJpeg } from './clean-jpeg'
import { cleanPng } from './clean-png'

/** What one photo of the public page may cost, and the longest side that is kept: a paper is still read at it. */
export const PHOTO = { bytes: 15_000_000, pixels: 40_000_000, side: 2_000, quality: 80 } as const

export type PhotoRefusal = 'PHOTO_TYPE' | 'PHOTO_HEIC' | 'PHOTO_BROKEN' | 'PHOTO_PIXELS' | 'PHOTO_LARGE'

// Nothing but these three readers may touch what a stranger sent.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const HEIC = /^(hei[cxms]|hev[cxms]|mif1|msf1|avif|avis)$/

/** What a file is by its first bytes, taken apart as far as that costs nothing: budget before any reader. */
function sniff(bytes: Buffer): Buffer {
  if (bytes.length > PHOTO.bytes) throw new Refused('PHOTO_LARGE')
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return cleanJpeg(bytes)
  if (bytes.subarray(0, 8).equals(PNG)) return cleanPng(bytes)
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    // What hangs behind the picture is no part of it.
    return bytes.subarray(0, Math.min(bytes.length, bytes.readUInt32LE(4) + 8))
  if (bytes.toString('latin1', 4, 8) === 'ftyp' && HEIC.test(bytes.toString('latin1', 8, 12)))
    throw new Refused('PHOTO_HEIC')
  throw new Refused('PHOTO_TYPE')
}

class Refused extends Error {
  constructor(readonly code: PhotoRefusal) {
    super(code)
  }
}

function codeOf(error: unknown): PhotoRefusal {
  if (error instanceof Refused) return error.code
  if (error instanceof FileRefused && error.code === 'FILE_PIXELS') return 'PHOTO_PIXELS'
  if (error instanceof Error && /exceeds pixel limit/i.test(error.message)) return 'PHOTO_PIXELS'
  return 'PHOTO_BROKEN'
}

/**
 * A photo made anew from its pixels 照片: no place, no camera, no time, no name, and nothing that was hung behind it. Turned
 * the way it was taken, and no larger than it has to be read.
 *
 * @returns err of `PhotoRefusal`; never throws for any bytes
 * @source SECURITY H-14 to H-16, 检举控告工作规则 29
 */
export async function cleanPhoto(
  bytes: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, Readonly<{ code: PhotoRefusal }>>> {
  try {
    const options = { limitInputPixels: PHOTO.pixels, failOn: 'error', sequentialRead: true } as const
    const drawn = await sharp(sniff(Buffer.from(bytes)), options)
      .timeout({ seconds: 20 })
      .autoOrient()
      .resize({ width: PHOTO.side, height: PHOTO.side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: PHOTO.quality })
      .toBuffer()
    return ok(new Uint8Array(drawn))
  } catch (error) {
    return err({ code: codeOf(error) })
  }
}
