import type { PlainDate } from '@/lib/domain/plain-date'
import { isoWeekOf, mondayOf } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import type { TestDistrict } from './district.fixture'

let decided = 0

/** A meeting that was held on a day, and what it decided: tasks of the agency, raised by the steward, handed out that day. */
export async function decide(
  d: TestDistrict,
  on: PlainDate,
  tasks: readonly Partial<Prisma.TaskUncheckedCreateInput>[] = [{}],
  /** Nobody has issued their papers yet. */
  drafts = false,
) {
  const { year, week } = isoWeekOf(on)
  const weekOf = toDb(mondayOf(on))
  const key = { districtId: d.districtId, weekOf }
  const meeting = await db.meeting.upsert({
    where: { districtId_weekOf: key },
    create: { ...key, year, week, on: toDb(on), hour: 9, state: 'HELD' },
    update: {},
  })
  const before = await db.task.count({ where: { meetingId: meeting.id } })
  const made = []
  for (const [i, task] of tasks.entries()) {
    decided += 1
    made.push(
      await db.task.create({
        data: {
          districtId: d.districtId,
          meetingId: meeting.id,
          projectId: d.projectId,
          year,
          week,
          nth: before + i + 1,
          text: `议定事项${decided}`,
          tier: 'TASKFORCE',
          leadOrgId: d.agency.orgId,
          raisedById: d.steward.personId,
          issuedOn: toDb(on),
          dueOn: toDb(on),
          ...task,
          slips: { create: { kind: 'ASSIGN', draftedOn: toDb(on), issuedOn: drafts ? null : toDb(on) } },
        },
        include: { slips: true },
      }),
    )
  }
  return { meeting, tasks: made }
}

/** The papers a task has, in their order. */
export const slipKindsOf = async (taskId: string) =>
  (await db.slip.findMany({ where: { taskId }, orderBy: { kind: 'asc' } })).map(({ kind }) => kind)
