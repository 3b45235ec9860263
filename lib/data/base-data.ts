import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { PUBLISHED_YEARS } from '@/lib/domain/published-years'
import { DEFAULT_PARAMETERS } from '@/lib/domain/rule-parameters'
import { toDb } from './date'
import type { Tx } from './db'
import type { Stamp } from './stamp'

/**
 * What every district needs before its first project: the published holiday years and version 1 of the colour rules.
 *
 * Years and versions that are there stay as they are, so that a second run changes nothing.
 *
 * @param effectiveOn first day the rules hold; a day before it is judged by the defaults, which are the same
 * @param stamp ids and instants to write, for a seed that must come out the same; the database's own otherwise
 * @source State Council holiday notices (PUBLISHED_YEARS); four-colours §8 (DEFAULT_PARAMETERS)
 */
export async function loadBaseData(tx: Tx, districtId: string, effectiveOn: PlainDate, stamp?: Stamp): Promise<void> {
  await tx.holidayYear.createMany({
    data: PUBLISHED_YEARS.map(({ year, noticeUrl, off, work }) => ({
      year,
      noticeUrl: noticeUrl ?? null,
      off: { ...off },
      work: { ...work },
      ...(stamp ? { importedAt: stamp.at } : {}),
    })),
    skipDuplicates: true,
  })
  await tx.rulesVersion.createMany({
    data: [
      {
        ...(stamp ? { id: stamp.newId(), createdAt: stamp.at } : {}),
        districtId,
        number: 1,
        effectiveOn: toDb(effectiveOn),
        params: { ...DEFAULT_PARAMETERS },
      },
    ],
    skipDuplicates: true,
  })
}
