import 'server-only'
import { retryAfter } from '@/lib/domain/delivery'
import type { LadderMessage } from '@/lib/domain/escalation-ladder'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import { DIGEST_AT, type Moment } from '@/lib/domain/message-hours'
import type { PlainDate } from '@/lib/domain/plain-date'
import { supervisionNumber } from '@/lib/domain/supervision/slip-number'
import type { DeliveryBody, DeliveryLine, DueDelivery, MailSettings, RobotSettings, Sent } from '@/lib/schemas/channel'
import type { Delivery, Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db, type Tx } from './db'
import type { OpenItem } from './ladder-items'
import { itemNames } from './live-reasons'
import { noticePath } from './notice-inbox'
import { unseal } from './secret-box'

/** Lines of one message; how many more there are is said below them. */
const LINES = 20
/** Messages taken at a time, and minutes after which whoever took them is thought dead. */
const TAKEN = 50
const LEASE_MINUTES = 10
const ERROR_MAX = 300
/** Who a robot's message goes to. */
const ROBOT = 'ROBOT'

type Draft = Prisma.DeliveryCreateManyInput
const minutesLater = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)
const bodyOf = (lines: readonly DeliveryLine[], total = lines.length) =>
  ({ lines: lines.slice(0, LINES), total }) satisfies DeliveryBody as unknown as Prisma.InputJsonObject

/** Names of what some messages are about. */
async function namesOf(tx: Tx, districtId: string, items: readonly OpenItem[]) {
  const procedures = await tx.procedure.findMany({
    where: { id: { in: items.flatMap(({ procedureId }) => procedureId ?? []) } },
    select: { id: true, code: true },
  })
  const projects = await tx.project.findMany({
    where: { id: { in: items.flatMap(({ projectId }) => projectId ?? []) } },
    select: { id: true, name: true },
  })
  const codes = new Map(procedures.map(({ id, code }) => [id, code]))
  const names = await itemNames(districtId, [...new Set(codes.values())], tx)
  const project = new Map(projects.map(({ id, name }) => [id, name]))
  const matters = await mattersByNumber(tx, items)
  return (message: LadderMessage, item: OpenItem): DeliveryLine => ({
    project: project.get(item.projectId ?? '') ?? '',
    matter: matters.get(item.id) ?? null,
    item: names.get(codes.get(item.procedureId ?? '') ?? '') ?? null,
    level: message.level,
    step: message.step,
    as: message.as,
    answerBy: message.answerBy,
    path: noticePath({
      procedureId: item.procedureId,
      projectId: item.projectId,
      issueId: item.matter === 'ISSUE' ? item.id : null,
      factorId: item.matter === 'FACTOR' ? item.id : null,
      taskId: item.matter === 'TASK' ? item.id : null,
      complaintId: item.matter === 'COMPLAINT' ? item.id : null,
      financingId: item.financingId ?? null,
      // The ladder tells of no slip.
      supervisionId: null,
    }),
  })
}

type MatterNumber = NonNullable<DeliveryLine['matter']>

/** Numbers of the problems and tasks and kinds of the needs among some items: no word anybody wrote leaves the system. */
async function mattersByNumber(tx: Tx, items: readonly OpenItem[]): Promise<ReadonlyMap<string, MatterNumber>> {
  const ids = (kind: OpenItem['matter']) => ({ in: items.flatMap((item) => (item.matter === kind ? item.id : [])) })
  const issues = await tx.issue.findMany({ where: { id: ids('ISSUE') }, select: { id: true, number: true } })
  const needs = await tx.factorNeed.findMany({ where: { id: ids('FACTOR') }, select: { id: true, kind: true } })
  const tasks = await tx.task.findMany({
    where: { id: ids('TASK') },
    select: { id: true, year: true, week: true, nth: true },
  })
  const complaints = await tx.complaint.findMany({
    where: { id: ids('COMPLAINT') },
    select: { id: true, number: true },
  })
  const financing = await tx.financingNeed.findMany({
    where: { id: { in: items.flatMap(({ financingId }) => financingId ?? []) } },
    select: { id: true, number: true },
  })
  const numbers = new Map(financing.map(({ id, number }) => [id, String(number)]))
  return new Map<string, MatterNumber>([
    ...items.flatMap(({ id, financingId }) =>
      financingId ? [[id, { kind: 'OFFER', no: numbers.get(financingId) ?? '' }] as const] : [],
    ),
    ...issues.map(({ id, number }) => [id, { kind: 'ISSUE', no: String(number) }] as const),
    ...needs.map(({ id, kind }) => [id, { kind: 'FACTOR', no: kind }] as const),
    ...tasks.map((task) => [task.id, { kind: 'TASK', no: taskNumber(task) }] as const),
    ...complaints.map(({ id, number }) => [id, { kind: 'COMPLAINT', no: String(number) }] as const),
  ])
}

/** What rings at once: one message for each person and run, and one for the robot, which hears of each thing once. */
async function urgentDrafts(
  tx: Tx,
  districtId: string,
  items: ReadonlyMap<string, OpenItem>,
  messages: readonly LadderMessage[],
  channels: ReadonlySet<string>,
  period: string,
): Promise<Draft[]> {
  const urgent = messages.filter(({ channel }) => channel === 'URGENT')
  if (urgent.length === 0) return []
  const spoken = new Map<string, OpenItem>()
  for (const { itemId } of urgent) {
    const item = items.get(itemId)
    if (item) spoken.set(itemId, item)
  }
  const lineOf = await namesOf(tx, districtId, [...spoken.values()])
  const lines = new Map<string, DeliveryLine[]>()
  const add = (receiver: string, line: DeliveryLine) => lines.set(receiver, [...(lines.get(receiver) ?? []), line])
  const heard = new Set<string>()
  for (const message of urgent) {
    const item = spoken.get(message.itemId)
    if (!item) continue
    const line = lineOf(message, item)
    add(message.personId, line)
    if (heard.has(message.itemId)) continue
    heard.add(message.itemId)
    // What an enterprise wants to borrow is not for a whole group to read.
    if (item.financingId) continue
    add(ROBOT, { ...line, as: 'OFFICE' })
  }
  const addressed = await addressedPeople(tx, districtId)
  return [...lines].flatMap(([receiver, own]) => {
    const channel = receiver === ROBOT ? 'ROBOT' : 'EMAIL'
    if (!channels.has(channel) || (channel === 'EMAIL' && !addressed.has(receiver))) return []
    return { districtId, channel, kind: 'URGENT', period, receiver, body: bodyOf(own) }
  })
}

async function addressedPeople(tx: Tx, districtId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.mailAddress.findMany({ where: { districtId, failure: null }, select: { personId: true } })
  return new Set(rows.map(({ personId }) => personId))
}

type Unseen = Readonly<{
  personId: string | null
  total: number
  nth: number
  projectId: string | null
  procedureId: string | null
  issueId: string | null
  factorId: string | null
  taskId: string | null
  complaintId: string | null
  complaintNo: number | null
  financingId: string | null
  financingNo: number | null
  supervisionId: string | null
  slipNo: number | null
  slipIssuedOn: Date | null
  issueNo: number | null
  factorKind: string | null
  taskYear: number | null
  taskWeek: number | null
  taskNth: number | null
  level: DeliveryLine['level']
  step: DeliveryLine['step']
  as: DeliveryLine['as']
  answerBy: Date | null
  project: string | null
  code: string | null
}>

function numberOf({
  issueNo,
  factorKind,
  taskYear,
  taskWeek,
  taskNth,
  complaintNo,
  financingNo,
  slipNo,
  slipIssuedOn,
}: Unseen): MatterNumber | null {
  if (financingNo !== null) return { kind: 'OFFER', no: String(financingNo) }
  if (slipNo !== null && slipIssuedOn !== null)
    return { kind: 'SLIP', no: supervisionNumber({ number: slipNo, issuedOn: fromDb(slipIssuedOn) }) }
  if (issueNo !== null) return { kind: 'ISSUE', no: String(issueNo) }
  if (factorKind !== null) return { kind: 'FACTOR', no: factorKind }
  if (complaintNo !== null) return { kind: 'COMPLAINT', no: String(complaintNo) }
  if (taskYear === null || taskWeek === null || taskNth === null) return null
  return { kind: 'TASK', no: taskNumber({ year: taskYear, week: taskWeek, nth: taskNth }) }
}

/** What each person with an address has not looked at, the worst first; and what the district was told today, for the robot: of no need of credit and no slip. */
async function digestDrafts(
  tx: Tx,
  districtId: string,
  channels: ReadonlySet<string>,
  day: PlainDate,
): Promise<Draft[]> {
  const done = await tx.delivery.findFirst({ where: { districtId, kind: 'DIGEST', period: day }, select: { id: true } })
  if (done) return []
  const rows = await tx.$queryRaw<Unseen[]>`
    WITH unseen AS (
      SELECT DISTINCT ON (n."personId", n."itemId") n.*
      FROM "Notice" n JOIN "MailAddress" m ON m."personId" = n."personId" AND m."failure" IS NULL
      WHERE n."districtId" = ${districtId}::uuid AND n."endedOn" IS NULL AND n."seenAt" IS NULL AND ${channels.has('EMAIL')}
      ORDER BY n."personId", n."itemId", n.at DESC, n.level DESC),
    today AS (
      SELECT DISTINCT ON (n."itemId") n.* FROM "Notice" n
      WHERE n."districtId" = ${districtId}::uuid AND n."endedOn" IS NULL AND n."financingId" IS NULL AND n."supervisionId" IS NULL AND n."on" = ${day}::date AND ${channels.has('ROBOT')}
      ORDER BY n."itemId", n.level DESC),
    every AS (
      SELECT "personId", "projectId", "procedureId", "issueId", "factorId", "taskId", "complaintId", "financingId", "supervisionId", level, step, "as", "answerBy",
        count(*) OVER w::int AS total, row_number() OVER (w ORDER BY level DESC, at DESC, id)::int AS nth
      FROM unseen WINDOW w AS (PARTITION BY "personId")
      UNION ALL
      SELECT NULL, "projectId", "procedureId", "issueId", "factorId", "taskId", "complaintId", "financingId", "supervisionId", level, step, 'OFFICE', "answerBy",
        count(*) OVER ()::int, row_number() OVER (ORDER BY level DESC, id)::int
      FROM today)
    SELECT e.*, p.name AS project, c.code, i.number AS "issueNo", f.kind::text AS "factorKind", k.year AS "taskYear",
      k.week AS "taskWeek", k.nth AS "taskNth", g.number AS "complaintNo", b.number AS "financingNo", s.number AS "slipNo", s."issuedOn" AS "slipIssuedOn"
    FROM every e
    LEFT JOIN "Project" p ON p.id = e."projectId" LEFT JOIN "Procedure" c ON c.id = e."procedureId"
    LEFT JOIN "Issue" i ON i.id = e."issueId" LEFT JOIN "FactorNeed" f ON f.id = e."factorId"
    LEFT JOIN "Task" k ON k.id = e."taskId" LEFT JOIN "Complaint" g ON g.id = e."complaintId"
    LEFT JOIN "FinancingNeed" b ON b.id = e."financingId" LEFT JOIN "SupervisionSlip" s ON s.id = e."supervisionId"
    WHERE e.nth <= ${LINES} ORDER BY e."personId", e.nth`
  const names = await itemNames(districtId, [...new Set(rows.flatMap(({ code }) => code ?? []))], tx)
  const lines = new Map<string, { total: number; lines: DeliveryLine[] }>()
  for (const row of rows) {
    const receiver = row.personId ?? ROBOT
    const own = lines.get(receiver) ?? { total: row.total, lines: [] }
    const { project, level, step, as } = row
    own.lines.push({
      project: project ?? '',
      matter: numberOf(row),
      item: names.get(row.code ?? '') ?? null,
      level,
      step,
      as,
      answerBy: dayOrNull(row.answerBy),
      path: noticePath(row),
    })
    lines.set(receiver, own)
  }
  return [...lines].map(([receiver, own]) => ({
    districtId,
    channel: receiver === ROBOT ? 'ROBOT' : 'EMAIL',
    kind: 'DIGEST',
    period: day,
    receiver,
    body: bodyOf(own.lines, own.total),
  }))
}

/**
 * Lays ready what goes out besides the bell 摘要、督办消息: what rings, of this run; and once a working day, from 08:30 on, what
 * everybody has not looked at. A message is unique by its receiver and its run or day, so no instance sends it twice.
 *
 * @returns how many were laid ready
 */
export async function layDeliveries(
  tx: Tx,
  districtId: string,
  items: ReadonlyMap<string, OpenItem>,
  messages: readonly LadderMessage[],
  now: Moment,
  writes: boolean,
  at: Date,
): Promise<number> {
  const on = await tx.messageChannel.findMany({ where: { districtId, enabled: true }, select: { kind: true } })
  if (on.length === 0 || !writes) return 0
  const channels = new Set(on.map(({ kind }) => kind))
  const period = `${now.day} ${String(now.minute).padStart(4, '0')}`
  const urgent = await urgentDrafts(tx, districtId, items, messages, channels, period)
  const digests = now.minute >= DIGEST_AT ? await digestDrafts(tx, districtId, channels, now.day) : []
  const data = [...urgent, ...digests].map((draft) => ({ ...draft, createdAt: at, nextTryAt: at }))
  const { count } = await tx.delivery.createMany({ data, skipDuplicates: true })
  return count
}

/** Takes what is due for this process; another one leaves it alone until the lease has run out. */
const takeDue = (districtIds: readonly string[], at: Date) => db.$queryRaw<Delivery[]>`
  UPDATE "Delivery" SET "tries" = "tries" + 1, "nextTryAt" = ${minutesLater(at, LEASE_MINUTES)}
  WHERE id IN (
    SELECT id FROM "Delivery" WHERE "districtId" = ANY(${districtIds}::uuid[]) AND "deliveredAt" IS NULL AND "failedAt" IS NULL
      AND "nextTryAt" <= ${at}
    ORDER BY "nextTryAt" FOR UPDATE SKIP LOCKED LIMIT ${TAKEN})
  RETURNING *`

/** What is needed to send some deliveries; one that cannot be sent now is null. */
async function prepared(taken: readonly Delivery[]) {
  const districtId = { in: [...new Set(taken.map((one) => one.districtId))] }
  const people = taken.flatMap(({ channel, receiver }) => (channel === 'EMAIL' ? receiver : []))
  const [channels, addresses] = await Promise.all([
    db.messageChannel.findMany({ where: { districtId, enabled: true } }),
    db.mailAddress.findMany({
      where: { personId: { in: people }, failure: null },
      include: { person: { select: { user: { select: { locale: true } } } } },
    }),
  ])
  return (one: Delivery): DueDelivery | null => {
    const channel = channels.find(({ districtId: of, kind }) => of === one.districtId && kind === one.channel)
    if (!channel) return null
    const secret = JSON.parse((channel.secret && unseal(channel.secret)) || '{}') as Record<string, string>
    const common = { id: one.id, kind: one.kind as DueDelivery['kind'], body: one.body as unknown as DeliveryBody }
    if (channel.kind === 'ROBOT') {
      const settings = channel.settings as unknown as RobotSettings
      return secret.url
        ? { ...common, to: { channel: 'ROBOT', settings, url: secret.url, key: secret.key ?? '' } }
        : null
    }
    const address = addresses.find(({ personId }) => personId === one.receiver)
    if (!address) return null
    const settings = channel.settings as unknown as MailSettings
    const locale = address.person.user?.locale ?? null
    return {
      ...common,
      to: { channel: 'EMAIL', address: address.address, locale, settings, password: secret.password ?? '' },
    }
  }
}

async function keepOutcome(one: Delivery, sent: Sent, at: Date, today: PlainDate): Promise<void> {
  if (sent.ok) {
    await db.delivery.update({ where: { id: one.id }, data: { deliveredAt: at, error: null } })
    return
  }
  const error = sent.error.slice(0, ERROR_MAX)
  const wait = sent.refused ? null : retryAfter(one.tries, (at.getTime() - one.createdAt.getTime()) / 60_000)
  await db.delivery.update({
    where: { id: one.id },
    data: { error, ...(wait === null ? { failedAt: at } : { nextTryAt: minutesLater(at, wait) }) },
  })
  if (sent.refused && one.channel === 'EMAIL')
    await db.mailAddress.updateMany({
      where: { personId: one.receiver },
      data: { failure: error, failedOn: toDb(today) },
    })
}

/**
 * Sends what is due. What nobody takes is tried again, ever more seldom, for two days; no write ever waits for it.
 *
 * @param districtIds those in which anybody may be written to now
 * @param send takes a message to where it goes; it never throws
 * @returns how many arrived, and how many did not
 */
export async function sendDue(
  districtIds: readonly string[],
  send: (delivery: DueDelivery) => Promise<Sent>,
  now: () => Date,
  today: PlainDate,
): Promise<{ sent: number; unsent: number }> {
  let [sent, unsent] = [0, 0]
  for (;;) {
    const taken = await takeDue(districtIds, now())
    if (taken.length === 0) return { sent, unsent }
    const prepare = await prepared(taken)
    for (const one of taken) {
      const due = prepare(one)
      const outcome: Sent = due ? await send(due) : { ok: false, error: 'CHANNEL_OFF', refused: false }
      await keepOutcome(one, outcome, now(), today)
      if (outcome.ok) sent++
      else unsent++
    }
  }
}
