import 'server-only'
import { type Actor, allows } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { decideReminder, type ReminderSubject, receiverOf } from '@/lib/domain/reminder'
import { err, ok, type Result } from '@/lib/domain/result'
import type { ProjectFilter } from '@/lib/schemas/project'
import type {
  ReminderAnswerInput,
  ReminderInput,
  ReminderLine,
  RemindersInput,
  RemindPreview,
} from '@/lib/schemas/reminder'
import { REMIND_MAX } from '@/lib/schemas/reminder'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { liveReasons } from './live-reasons'
import { lockProject } from './lock-project'
import { selectionWhere } from './project-selection'
import { loadReminderFacts, partaking } from './reminder-facts'
import { type WriteOptions, write } from './write'

/**
 * Tells whoever holds the matter of a project that it waits 催办; from a leader it is an instruction 批示.
 *
 * Who that is follows from the colour's owner, so nobody chooses a person; an instruction may name a unit: `decideReminder`.
 *
 * @returns err NOT_FOUND, FORBIDDEN, NOTHING_TO_REMIND, REMINDER_NOBODY, REMINDER_OUTSIDE, REMINDER_SELF, REMINDED_TODAY,
 *   NOTE_MISSING
 */
export const sendReminder = write('reminder.send', async (tx, actor, input: ReminderInput, today) => {
  const locked = await lockProject(tx, actor, 'reminder.send', input.projectId)
  if (!locked.ok) return locked
  const found = (await loadReminderFacts(tx, actor, [input.projectId], input.subject, today)).get(input.projectId)
  if (!found) return err({ code: 'NOT_FOUND' })
  const { facts, reason, scope } = found
  if (facts.kind === 'INSTRUCTION' && !input.text) return err({ code: 'NOTE_MISSING' })
  const named = facts.kind === 'INSTRUCTION' && input.toOrgId
  const asked = named ? await partaking(tx, scope, named) : undefined
  const decided = decideReminder(asked === undefined ? facts : { ...facts, asked })
  if (!decided.ok) return decided
  // What another unit is asked is not the procedure the colour speaks of.
  const itemId = !asked || asked.id === facts.people.unit?.id ? found.itemId : null
  const { to } = decided.value
  const { id } = await tx.reminder.create({
    data: {
      districtId: actor.districtId,
      kind: facts.kind,
      projectId: input.projectId,
      procedureId: itemId,
      fromId: actor.personId,
      ...(to.kind === 'PERSON' ? { toId: to.id } : { toOrgId: to.id }),
      text: input.text,
      dueOn: input.dueOn ? toDb(input.dueOn) : null,
      on: toDb(today),
    },
    select: { id: true },
  })
  return ok({
    value: { reminderId: id, projectId: input.projectId, to: to.name },
    subject: id,
    projectId: input.projectId,
    detail: {
      kind: facts.kind,
      about: input.subject,
      to: to.name,
      procedureId: itemId,
      reason: reason ? { rule: reason.rule, code: reason.code, params: { ...reason.params } } : null,
      text: input.text,
    },
  })
})

/** Reminders that went to the actor, to somebody he stands in for, or to his unit. */
export const toActor = (actor: Actor): Prisma.ReminderWhereInput => ({
  districtId: actor.districtId,
  OR: [{ toId: { in: [...actor.standsInFor] } }, ...(actor.orgId ? [{ toOrgId: actor.orgId }] : [])],
})

/**
 * The receiver has read it; with a sentence he answers it. Reading twice changes nothing.
 *
 * @returns err NOT_FOUND when it did not go to him, REMINDER_ANSWERED
 */
export const answerReminder = write('reminder.answer', async (tx, actor, input: ReminderAnswerInput, _today) => {
  await tx.$queryRaw`SELECT 1 FROM "Reminder" WHERE id = ${input.reminderId}::uuid FOR UPDATE`
  const row = await tx.reminder.findFirst({ where: { AND: [{ id: input.reminderId }, toActor(actor)] } })
  if (!row) return err({ code: 'NOT_FOUND' })
  if (row.answeredAt && input.answer) return err({ code: 'REMINDER_ANSWERED' })
  const now = new Date()
  await tx.reminder.update({
    where: { id: row.id },
    data: {
      seenAt: row.seenAt ?? now,
      ...(input.answer ? { answer: input.answer, answeredAt: now, answeredBy: actor.personId } : {}),
      version: { increment: 1 },
    },
  })
  return ok({
    value: { reminderId: row.id },
    subject: row.id,
    projectId: row.projectId,
    detail: { answer: input.answer },
  })
})

/** What would happen to each of some projects, as `sendReminder` decides it; ids out of the district are left out. */
export async function reminderLines(
  actor: Actor,
  projectIds: readonly string[],
  subject: ReminderSubject,
  today: PlainDate,
): Promise<ReadonlyMap<string, ReminderLine>> {
  const found = await loadReminderFacts(db, actor, projectIds, subject, today)
  return new Map(
    [...found].map(([id, { facts, scope, told }]) => {
      const decided = allows(actor, 'reminder.send', scope)
        ? decideReminder(facts)
        : err({ code: 'FORBIDDEN', action: 'reminder.send' })
      const receiver = receiverOf(subject, facts.owner, facts.people)
      const last = told.at(-1)
      return [
        id,
        {
          to: receiver?.to.name ?? null,
          instead: receiver?.instead ?? null,
          told: last
            ? {
                to: last.to?.name ?? last.toOrg?.shortName ?? '',
                by: last.from.name,
                at: last.at.toISOString(),
                seen: last.seenAt !== null,
              }
            : null,
          refusal: decided.ok ? null : decided.error,
        },
      ]
    }),
  )
}

/**
 * What would happen if the ticked projects were reminded of 批量催办: for each, who is told, or why nobody.
 *
 * Who sees what: `visibleProjects`. At most `REMIND_MAX` lines; `total` says how many are ticked.
 */
export async function previewReminders(
  actor: Actor,
  filter: ProjectFilter,
  subject: ReminderSubject,
  today: PlainDate,
): Promise<RemindPreview> {
  const where = await selectionWhere(actor, filter, today)
  const [total, projects] = await Promise.all([
    db.project.count({ where }),
    db.project.findMany({
      where,
      select: { id: true, name: true, level: true, levelReasons: true },
      orderBy: [{ level: 'desc' }, { number: 'asc' }],
      take: REMIND_MAX,
    }),
  ])
  const ids = projects.map((p) => p.id)
  const [lines, live] = await Promise.all([
    reminderLines(actor, ids, subject, today),
    liveReasons(actor.districtId, projects, today),
  ])
  return {
    total,
    lines: projects.flatMap(({ levelReasons: _kept, ...project }) => {
      const line = lines.get(project.id)
      return line
        ? [
            {
              ...project,
              ...(live.get(project.id) ?? { reasons: [], ruler: null, lead: null, deadline: null, turnsBy: null }),
              line,
            },
          ]
        : []
    }),
  }
}

/**
 * Reminds of each project by itself: one that cannot be reminded of holds none of the others up.
 *
 * Each is a `sendReminder` under a key of its own, so that sending the same form again tells nobody twice.
 *
 * @param report told of what went wrong unexpectedly; the remaining projects are tried all the same
 * @returns err NOTE_MISSING when nothing may be said without a sentence; else how the address goes on
 */
export async function remindEach(
  actor: Actor,
  { projectIds, subject, text, query }: RemindersInput,
  { formKey, ...options }: WriteOptions,
  report: (error: unknown) => void,
): Promise<Result<{ query: string; subject: ReminderSubject }>> {
  for (const projectId of projectIds) {
    const key = formKey && `${formKey}:${projectId}`
    try {
      const sent = await sendReminder(
        actor,
        { projectId, subject, text, dueOn: undefined },
        { ...options, formKey: key },
      )
      if (!sent.ok && sent.error.code === 'NOTE_MISSING') return sent
    } catch (error) {
      report(error)
    }
  }
  return ok({ query, subject })
}
