import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { RuleParameters } from '@/lib/domain/rule-parameters'
import { fromDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'

/** One version of the parameters, as the page of rules names it. */
export type RulesVersionLine = Readonly<{ number: number; effectiveOn: PlainDate; note: string | null }>

/**
 * The parameters in force in the actor's district on a day, with the versions there are, newest first 规则参数版本.
 *
 * Everybody of the district may read them; they say nothing about a project.
 *
 * @returns `current` null while the district has no version and the delivered parameters hold
 */
export async function loadRules(
  actor: Actor,
  today: PlainDate,
): Promise<
  Readonly<{ parameters: RuleParameters; current: RulesVersionLine | null; versions: readonly RulesVersionLine[] }>
> {
  const { districtId } = actor
  const [{ parameters, rulesVersion }, rows] = await Promise.all([
    loadLevelContext(db, districtId, today),
    db.rulesVersion.findMany({
      where: { districtId },
      select: { number: true, effectiveOn: true, note: true },
      orderBy: { number: 'desc' },
    }),
  ])
  const versions = rows.map((row) => ({ ...row, effectiveOn: fromDb(row.effectiveOn) }))
  return { parameters, current: versions.find((v) => v.number === rulesVersion) ?? null, versions }
}
