import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { lastDataLine } from '@/lib/domain/escalation'
import { addDays, mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { REPORTED_STAGES } from '@/lib/domain/project'
import type { Movement, OfficeDay } from '@/lib/schemas/day'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { loadPending, loadUnreported, remindables, withLines } from './day-parts'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { inLedger } from './project-where'
import { loadInbox, loadSent } from './reminder-inbox'
import { loadTurned } from './turned'
import { visibleProjects } from './visible'

const TURNED_SHOWN = 12
const UNREPORTED_SHOWN = 8
const TURNING_SHOWN = 30
const MOVEMENTS_SHOWN = 12

/** What turns red by the end of this week if no fact changes. */
export const turningRed = (today: PlainDate): Prisma.ProjectWhereInput => ({
  level: { not: 'RED' },
  nextLevel: 'RED',
  nextLevelOn: { gt: toDb(today), lte: toDb(addDays(mondayOf(today), 6)) },
})

/** Which projects came into the library, left it or rest, since a day was over; latest first. */
async function loadMovements(actor: Actor, since: PlainDate): Promise<Movement[]> {
  const [entered, changes] = await Promise.all([
    db.project.findMany({
      where: { AND: [visibleProjects(actor), { enteredOn: { gt: toDb(since) } }] },
      select: { id: true, name: true, enteredOn: true },
      orderBy: { enteredOn: 'desc' },
      take: MOVEMENTS_SHOWN,
    }),
    db.stageChange.findMany({
      where: { on: { gt: toDb(since) }, fromStatus: { not: null }, project: visibleProjects(actor) },
      select: {
        id: true,
        projectId: true,
        fromStatus: true,
        toStatus: true,
        on: true,
        reason: true,
        project: { select: { name: true } },
      },
      orderBy: [{ on: 'desc' }, { at: 'desc' }],
      take: MOVEMENTS_SHOWN,
    }),
  ])
  return [
    ...changes.flatMap(({ fromStatus, toStatus, project, on, ...row }): Movement[] =>
      fromStatus === toStatus
        ? []
        : [{ ...row, project: project.name, kind: toStatus === 'ACTIVE' ? 'BACK' : toStatus, on: fromDb(on) }],
    ),
    ...entered.map(
      ({ id, name, enteredOn }): Movement => ({
        id,
        projectId: id,
        project: name,
        kind: 'ENTERED',
        on: fromDb(enteredOn),
        reason: null,
      }),
    ),
  ].sort((a, b) => (a.on < b.on ? 1 : -1))
}

/**
 * What the office finds first: who has not reported, what turned since the last data line, what turns red this week, what
 * became of its reminders.
 *
 * Every number is that of a list: the ledger's view, the board between the same days, or the rows on the page.
 */
export async function loadOfficeDay(actor: Actor, today: PlainDate): Promise<OfficeDay> {
  await freshenLevels(actor.districtId, today)
  const own: Prisma.ProjectWhereInput = { AND: [visibleProjects(actor), inLedger] }
  const [inbox, sent, reporting, unreported, turned, turning, handovers, movements] = await Promise.all([
    loadInbox(actor, today),
    loadSent(actor, today),
    db.project.count({ where: { AND: [own, { status: 'ACTIVE', stage: { in: [...REPORTED_STAGES] } }] } }),
    loadUnreported(actor, own, today, UNREPORTED_SHOWN),
    loadTurned(actor, own, lastDataLine(today), today, TURNED_SHOWN),
    remindables(actor, { AND: [own, { status: 'ACTIVE' }, turningRed(today)] }, today, TURNING_SHOWN),
    loadPending(actor, own),
    loadMovements(actor, lastDataLine(today)),
  ])
  const alarmed = turned.worse.filter(({ now }) => now === 'RED' || now === 'YELLOW')
  return {
    inbox,
    sent,
    reporting,
    ...unreported,
    turned: { ...turned, worse: await withLines(actor, alarmed, today) },
    turning,
    handovers,
    movements,
  }
}
