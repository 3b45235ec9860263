import 'server-only'
import type { ProjectReason } from '@/lib/domain/project-level'
import type { LiveReason } from '@/lib/schemas/project-row'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'
import { itemNames } from './live-reasons'

/** What speaks first for some frozen colours, with the item it is about, by project; the numbers are those of the line. */
export async function frozenReasons(
  tx: Tx,
  districtId: string,
  rows: readonly Readonly<{ id: string; reasons: Prisma.JsonValue }>[],
): Promise<ReadonlyMap<string, LiveReason>> {
  const first = new Map(
    rows.flatMap(({ id, reasons }) => {
      const [reason] = Array.isArray(reasons) ? (reasons as unknown as ProjectReason[]) : []
      return reason ? [[id, reason] as const] : []
    }),
  )
  const subjects = [...first.values()].flatMap((r) => (r.dimension === 'D1' && r.subjectId) || [])
  const procedures = await tx.procedure.findMany({ where: { id: { in: subjects } }, select: { id: true, code: true } })
  const names = await itemNames(districtId, [...new Set(procedures.map((p) => p.code))])
  const itemOf = new Map(procedures.map((p) => [p.id, names.get(p.code) ?? null]))
  return new Map(
    [...first].map(([id, reason]) => [
      id,
      { ...reason, item: reason.dimension === 'D1' ? (itemOf.get(reason.subjectId ?? '') ?? null) : null },
    ]),
  )
}
