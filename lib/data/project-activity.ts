import 'server-only'
import { recordedDay } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { MilestoneKind } from '@/lib/domain/project'
import { BASE_FIELDS, TEAM_FIELDS } from '@/lib/domain/project-base'
import type { ActivityLine } from '@/lib/schemas/project-detail'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db } from './db'

const SHOWN = 40

const names = async (userIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(userIds.filter((id) => id !== null))]
  const users = await db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, person: { select: { name: true } } },
  })
  return new Map(users.map((u) => [u.id, u.person.name]))
}

/** Names of those who approved something: they are kept as people, whatever account they have. */
const approverNames = async (personIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(personIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map((p) => [p.id, p.name]))
}

/**
 * What happened at a project 动态, newest first: moves, colours, updates, stages, moved plans, handovers, edits.
 *
 * @param only procedures a reader of the card is told about: with them come their own moves and plans and the project's
 *   colours, and nothing else
 */
export async function loadActivity(
  projectId: string,
  only: Prisma.ProcedureWhereInput | null = null,
): Promise<ActivityLine[]> {
  const newest = { orderBy: { at: 'desc' as const }, take: SHOWN }
  const procedure = only && { AND: [only, { projectId }] }
  const [moves, levels, updates, stages, plans, handovers, edits] = await Promise.all([
    db.procedureEvent.findMany({
      where: { procedure: procedure ?? { projectId }, move: { notIn: ['OPEN', 'BLOCK'] } },
      include: { procedure: { select: { item: { select: { nameZh: true, nameEn: true } } } } },
      ...newest,
    }),
    db.levelChange.findMany({ where: { projectId, procedureId: null }, ...newest }),
    only ? [] : db.weeklyUpdate.findMany({ where: { projectId }, ...newest }),
    only ? [] : db.stageChange.findMany({ where: { projectId }, ...newest }),
    db.planChange.findMany({
      where: procedure ? { procedure } : { projectId },
      include: {
        procedure: { select: { item: { select: { nameZh: true, nameEn: true } } } },
        milestone: { select: { kind: true } },
      },
      ...newest,
    }),
    only
      ? []
      : db.handover.findMany({
          where: { projectId, state: 'ACCEPTED' },
          include: { from: true, to: true },
          orderBy: { decidedAt: 'desc' },
          take: SHOWN,
        }),
    only
      ? []
      : db.auditEntry.findMany({
          where: { projectId, ok: true, action: { in: ['project.edit', 'project.assign', 'project.milestone'] } },
          select: { id: true, at: true, action: true, actorName: true, detail: true },
          ...newest,
        }),
  ])
  const [who, approvers] = await Promise.all([
    names([...moves, ...levels, ...updates, ...stages, ...plans].map((row) => row.actorId)),
    approverNames([...moves, ...stages, ...plans].map((row) => row.approverId)),
  ])
  const gone = new Set(moves.flatMap((m) => (m.takesBack === null ? [] : [`${m.procedureId}/${m.takesBack}`])))
  const approved = (id: string | null) => (id ? approvers.get(id) : undefined)
  const by = (id: string | null) => (id ? (who.get(id) ?? null) : null)
  const lines: ActivityLine[] = [
    ...moves.map(
      (m): ActivityLine => ({
        id: m.id,
        at: m.at.toISOString(),
        on: fromDb(m.on),
        recordedOn: fromDb(m.recordedOn),
        kind: 'MOVE',
        who: by(m.actorId),
        move: m.move,
        item: m.procedure.item,
        takenBack: gone.has(`${m.procedureId}/${m.seq}`),
        approver: approved(m.approverId),
        text: m.reason,
      }),
    ),
    ...levels.map(
      (l): ActivityLine => ({ ...stamp(l), kind: 'LEVEL', who: null, from: l.from ?? undefined, to: l.to, text: null }),
    ),
    ...updates.map(
      (u): ActivityLine => ({
        ...stamp(u),
        kind: u.kind === 'CHANGED' ? 'UPDATE' : 'UNCHANGED',
        who: by(u.actorId),
        text: u.text,
        money:
          u.completedFen === null ? undefined : { from: u.replacedFen?.toString() ?? null, to: String(u.completedFen) },
      }),
    ),
    ...updates.flatMap((u): ActivityLine[] =>
      u.withdrawnAt
        ? [
            {
              ...stamp(u),
              id: `${u.id}-back`,
              at: u.withdrawnAt.toISOString(),
              kind: 'WITHDRAWN',
              who: by(u.actorId),
              text: null,
            },
          ]
        : [],
    ),
    ...stages.map(
      (s): ActivityLine => ({
        ...stamp(s),
        kind: 'STAGE',
        who: by(s.actorId),
        from: s.fromStatus === s.toStatus ? (s.fromStage ?? undefined) : (s.fromStatus ?? undefined),
        to: s.fromStatus === s.toStatus ? s.toStage : s.toStatus,
        approver: approved(s.approverId),
        text: s.reason,
      }),
    ),
    ...plans.map(
      (p): ActivityLine => ({
        ...stamp(p),
        kind: 'PLAN',
        who: by(p.actorId),
        item: p.procedure?.item,
        milestone: p.milestone?.kind,
        plan: p.target === 'MILESTONE' ? undefined : p.target === 'PROCEDURE_SUBMIT' ? 'SUBMIT' : 'FINISH',
        approver: approved(p.approverId),
        from: dayOrNull(p.fromOn) ?? undefined,
        to: dayOrNull(p.toOn) ?? undefined,
        nth: p.nth,
        text: p.reason,
      }),
    ),
    ...handovers.map((h): ActivityLine => {
      const at = h.decidedAt ?? h.proposedAt
      const on = recordedDay(at)
      return {
        id: h.id,
        at: at.toISOString(),
        on,
        recordedOn: on,
        kind: 'HANDOVER',
        who: null,
        from: h.from.name,
        to: h.to.name,
        text: h.note,
      }
    }),
  ]
  lines.push(...edits.flatMap((edit) => (edit.action === 'project.milestone' ? reachedLines(edit) : editLine(edit))))
  return lines.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, SHOWN)
}

/** Actual days of milestones as the audit log remembers them: recorded, corrected, or taken back. */
function reachedLines(edit: { id: bigint; at: Date; actorName: string; detail: unknown }): ActivityLine[] {
  const { kind, before, after, earlier, reason } = edit.detail as Readonly<{
    kind: MilestoneKind
    before?: Readonly<{ actualOn?: PlainDate | null }>
    after?: Readonly<{ actualOn?: PlainDate | null }>
    earlier?: Readonly<Partial<Record<MilestoneKind, PlainDate>>>
    reason?: string
  }>
  const [from, to] = [before?.actualOn ?? undefined, after?.actualOn ?? undefined]
  if (from === to) return []
  const on = recordedDay(edit.at)
  const line = { at: edit.at.toISOString(), on, recordedOn: on, kind: 'REACHED' as const, who: edit.actorName }
  return [
    { ...line, id: `reached-${edit.id}`, milestone: kind, from, to, text: from ? (reason ?? null) : null },
    ...Object.entries(earlier ?? {}).map(([milestone, day]) => ({
      ...line,
      id: `reached-${edit.id}-${milestone}`,
      milestone: milestone as MilestoneKind,
      to: day,
      text: null,
    })),
  ]
}

/** An edit as the audit log remembers it; one that only took over what was there changed nothing. */
function editLine(edit: { id: bigint; at: Date; actorName: string; detail: unknown }): ActivityLine[] {
  const { before = {}, after = {} } = edit.detail as Record<'before' | 'after', Record<string, string> | undefined>
  const fields = [...BASE_FIELDS, ...TEAM_FIELDS].filter((field) => field in after)
  if (fields.length === 0) return []
  const on = recordedDay(edit.at)
  const changes = fields.map((field) => ({ field, from: before[field] ?? '', to: after[field] ?? '' }))
  return [
    {
      id: `edit-${edit.id}`,
      at: edit.at.toISOString(),
      on,
      recordedOn: on,
      kind: 'EDIT',
      who: edit.actorName,
      changes,
      text: null,
    },
  ]
}

const stamp = (row: { id: string; at: Date; on: Date }) => ({
  id: row.id,
  at: row.at.toISOString(),
  on: fromDb(row.on),
  recordedOn: fromDb(row.on),
})
