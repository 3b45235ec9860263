import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { CODE_HALF, lettersOf, readPlateCode } from '@/lib/domain/plate-code'
import { db } from './db'

/** Where a plate hangs: what its mark is made from, so that it fits no other point. */
type Place = Readonly<{ districtId: string; pointId: string }>

/**
 * The key plates are signed with. It may be a key of its own: what hangs on walls must outlive a change of the key that
 * sessions are signed with.
 */
function key(): string {
  const secret = process.env.PLATE_SECRET || process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('neither PLATE_SECRET nor NEXTAUTH_SECRET is set: no plate can be signed')
  return secret
}

const markOf = (serial: string, { districtId, pointId }: Place): string =>
  lettersOf(createHmac('sha256', key()).update(`plate:${districtId}:${pointId}:${serial}`).digest(), CODE_HALF)

/**
 * A code for a plate of a point 码牌编码: a serial nobody can guess, and its mark (HMAC-SHA256) for this very point.
 *
 * @param bytes what the serial is made of; four of them, random where nothing else is said
 */
export function newPlateCode(place: Place, bytes: Uint8Array = randomBytes(4)): string {
  const serial = lettersOf(bytes, CODE_HALF)
  return serial + markOf(serial, place)
}

/** Whether a code was signed for this point, with the key the server has now. */
export function isSignedFor(code: string, place: Place): boolean {
  const [given, right] = [code.slice(CODE_HALF), markOf(code.slice(0, CODE_HALF), place)]
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
}

/** What a code on a wall stands for. */
export type ResolvedPlate =
  | Readonly<{
      state: 'GOOD'
      districtId: string
      districtName: string
      pointId: string
      pointName: string
      pointNo: number
    }>
  | Readonly<{ state: 'REVOKED'; districtId: string }>

/**
 * The place a scanned or typed code stands for. It tells the point, never who asks: nothing is written or counted.
 *
 * A plate that was replaced, revoked or whose point is closed says no more than its district. Reads the unique index of codes.
 *
 * @returns null where nobody knows the code, it was not signed for its point, or with another key
 * @source SECURITY.md H-22
 */
export async function resolvePlate(code: string): Promise<ResolvedPlate | null> {
  const read = readPlateCode(code)
  const plate =
    read &&
    (await db.codePlate.findUnique({
      where: { code: read },
      select: {
        endedOn: true,
        point: { select: { id: true, number: true, name: true, district: { select: { id: true, name: true } } } },
      },
    }))
  if (!plate) return null
  const { district, ...point } = plate.point
  if (!isSignedFor(read, { districtId: district.id, pointId: point.id })) return null
  if (plate.endedOn !== null) return { state: 'REVOKED', districtId: district.id }
  return {
    state: 'GOOD',
    districtId: district.id,
    districtName: district.name,
    pointId: point.id,
    pointName: point.name,
    pointNo: point.number,
  }
}
