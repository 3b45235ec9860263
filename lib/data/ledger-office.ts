import 'server-only'
import { err, ok, type Result } from '@/lib/domain/result'
import { db } from './db'

/**
 * The account a command line imports as: the oldest working account of the district's office.
 *
 * @param code administrative code; not needed while only one district has such an account
 * @returns the user name; err DISTRICT_NEEDED with the codes to choose from, DISTRICT_UNKNOWN, OFFICE_MISSING
 */
export async function findOfficeAccount(code: string | undefined): Promise<Result<string>> {
  const offices = await db.user.findMany({
    where: { role: 'OFFICE', disabledAt: null, ...(code ? { district: { code } } : {}) },
    select: { username: true, districtId: true, district: { select: { code: true, name: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const first = offices[0]
  if (!first) {
    const known =
      code === undefined || (await db.district.findUnique({ where: { code }, select: { id: true } })) !== null
    return known ? err({ code: 'OFFICE_MISSING' }) : err({ code: 'DISTRICT_UNKNOWN', text: code })
  }
  const districts = new Map(offices.map(({ district }) => [district.code, `${district.code} ${district.name}`]))
  return districts.size > 1
    ? err({ code: 'DISTRICT_NEEDED', codes: [...districts.values()].join(' / ') })
    : ok(first.username)
}
