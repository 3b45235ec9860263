import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { escalationOf, wantsWord } from '@/lib/domain/escalation'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { workdaysBetween } from '@/lib/domain/work-calendar'
import type { Callee, LeaderDay, RedProject } from '@/lib/schemas/day'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { countLevels, dayProjects, withLines } from './day-parts'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { loadLevelContext } from './level-context'
import { turningRed } from './office-day'
import { inLedger, weekBefore } from './project-where'
import { loadInbox, loadSent } from './reminder-inbox'
import { loadTurned } from './turned'
import { visibleProjects } from './visible'

const REDS_SHOWN = 10
const YELLOWS_SHOWN = 10
const TURNED_SHOWN = 8

const reach = { select: { name: true, phone: true } } as const

/** Since when some red projects have been red. */
async function redSince(ids: readonly string[]): Promise<ReadonlyMap<string, PlainDate>> {
  const changes = await db.levelChange.findMany({
    where: { projectId: { in: [...ids] }, procedureId: null, to: 'RED', from: { not: 'RED' } },
    select: { projectId: true, on: true },
    orderBy: [{ on: 'asc' }, { at: 'asc' }],
  })
  return new Map(changes.map((c) => [c.projectId, fromDb(c.on)]))
}

/** Who speaks for a unit: its head, as far as the district has him on its list. */
async function headsOf(orgIds: readonly string[]) {
  const people = await db.person.findMany({
    where: { orgId: { in: [...orgIds] } },
    select: { orgId: true, title: true, name: true, phone: true, user: { select: { role: true } } },
    orderBy: { name: 'asc' },
  })
  return (orgId: string) => {
    const own = people.filter((p) => p.orgId === orgId)
    return own.find((p) => p.user?.role === 'AGENCY_HEAD') ?? own.find((p) => p.title === '主要负责人') ?? own[0]
  }
}

/** Whom a leader calls about each red project: whoever has to move, and of a unit its head. */
async function calleesOf(actor: Actor, reds: readonly { id: string; reasons: RedProject['reasons'] }[]) {
  const lead = new Map(reds.map((p) => [p.id, p.reasons[0]]))
  const named = [...lead.values()].flatMap((r) => (r?.owner?.kind === 'NAMED' && r.owner.name) || [])
  const [rows, procedures, units] = await Promise.all([
    db.project.findMany({
      where: { id: { in: [...lead.keys()] } },
      select: { id: true, contact: reach, stewards: { where: { toOn: null }, select: { person: reach } } },
    }),
    db.procedure.findMany({
      where: { id: { in: [...lead.values()].flatMap((r) => (r?.dimension === 'D1' && r.subjectId) || []) } },
      select: { id: true, agency: { select: { id: true, shortName: true } } },
    }),
    db.org.findMany({
      where: { districtId: actor.districtId, shortName: { in: named } },
      select: { id: true, shortName: true },
    }),
  ])
  const agencyOf = new Map(procedures.map((p) => [p.id, p.agency]))
  const unitFor = (id: string) => {
    const reason = lead.get(id)
    if (reason?.owner?.kind === 'NAMED') return units.find((u) => u.shortName === reason.owner?.name) ?? null
    return reason?.owner?.kind === 'AGENCY' ? (agencyOf.get(reason.subjectId ?? '') ?? null) : null
  }
  const headOf = await headsOf(rows.flatMap((row) => unitFor(row.id)?.id ?? []))
  return new Map(
    rows.map((row): [string, Callee | null] => {
      const unit = unitFor(row.id)
      const head = unit && headOf(unit.id)
      if (unit && head) return [row.id, { name: head.name, phone: head.phone, unit: unit.shortName }]
      const person = lead.get(row.id)?.owner?.kind === 'ENTERPRISE' ? row.contact : row.stewards[0]?.person
      return [row.id, person ? { ...person, unit: null } : null]
    }),
  )
}

async function loadReds(actor: Actor, own: Prisma.ProjectWhereInput, role: 'LEADER' | 'HEAD', today: PlainDate) {
  const where = { AND: [own, { level: 'RED' as Level }] }
  const [ids, { calendar }] = await Promise.all([
    db.project.findMany({ where, select: { id: true } }),
    loadLevelContext(db, actor.districtId, today),
  ])
  const since = await redSince(ids.map((p) => p.id))
  const redWd = (id: string) => {
    const redOn = since.get(id)
    return redOn ? workdaysBetween(calendar, redOn, today) : 0
  }
  // The longest red first: it is furthest on its way up.
  const first = ids.map((p) => p.id).sort((a, b) => redWd(b) - redWd(a))
  const shown = first.slice(0, REDS_SHOWN)
  const rows = await withLines(actor, await dayProjects(actor, { id: { in: shown } }, today, REDS_SHOWN), today)
  const callees = await calleesOf(actor, rows)
  return {
    asks: first.filter((id) => wantsWord(role, escalationOf(redWd(id)))).length,
    reds: rows
      .map((row): RedProject => {
        const step = escalationOf(redWd(row.id))
        return {
          ...row,
          redOn: since.get(row.id) ?? null,
          redWd: redWd(row.id),
          step,
          asks: wantsWord(role, step),
          callee: callees.get(row.id) ?? null,
        }
      })
      .sort((a, b) => shown.indexOf(a.id) - shown.indexOf(b.id)),
  }
}

/**
 * What a leader finds first: his projects by colour, which of them want his own word, what changed this week, and what
 * became of what he said. The head of the group finds the same of the whole district.
 *
 * Every number is that of a list: the ledger's, the board's between the same days, or the rows on the page.
 */
export async function loadLeaderDay(actor: Actor, today: PlainDate): Promise<LeaderDay> {
  await freshenLevels(actor.districtId, today)
  const role = actor.role === 'HEAD' ? 'HEAD' : 'LEADER'
  const own: Prisma.ProjectWhereInput = {
    AND: [visibleProjects(actor), inLedger, role === 'HEAD' ? {} : { leaderId: { in: [...actor.standsInFor] } }],
  }
  const [inbox, sent, levels, { reds, asks }, yellows, soon, turned] = await Promise.all([
    loadInbox(actor, today),
    loadSent(actor, today),
    countLevels(own),
    loadReds(actor, own, role, today),
    dayProjects(actor, { AND: [own, { level: 'YELLOW' }] }, today, YELLOWS_SHOWN),
    db.project.count({ where: { AND: [own, { level: 'YELLOW' }, turningRed(today)] } }),
    loadTurned(actor, own, weekBefore(today), today, TURNED_SHOWN),
  ])
  return {
    inbox,
    sent,
    total: Object.values(levels).reduce((sum, n) => sum + n, 0),
    levels,
    reds,
    asks,
    yellows,
    turningRed: soon,
    turned,
  }
}
