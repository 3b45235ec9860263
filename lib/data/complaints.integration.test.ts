import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, ROLES, type Role } from '@/lib/domain/access'
import type { ComplaintKind } from '@/lib/domain/complaint/complaint'
import { addDays, addMonths, on, type PlainDate } from '@/lib/domain/plain-date'
import { PUBLIC_NOTICE } from '@/lib/domain/public-form'
import type { Visitor } from '@/lib/domain/visitor'
import { complaintFilter } from '@/lib/schemas/complaint'
import { findComplaint } from './complaint-detail'
import { enterComplaint } from './complaint-entry'
import { complaintFigures } from './complaint-figures'
import { addToComplaint, complaintByCode, fileComplaint, rateComplaint } from './complaint-filing'
import { listComplaints } from './complaint-list'
import {
  answerComplaint,
  askMoreForComplaint,
  closeComplaint,
  extendComplaint,
  markRepeat,
  noteOnComplaint,
  passComplaint,
  receiveComplaint,
  redoComplaint,
  refuseComplaint,
  relateComplaint,
  reportOnComplaint,
  returnComplaint,
  revisitComplaint,
} from './complaint-moves'
import { readComplaintPhoto } from './complaint-photos'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { escalate } from './escalate'
import { checkInvariants } from './invariants'
import { form } from './issue.fixture'
import { findIssue } from './issue-detail'
import { assignIssue, transferIssue } from './issue-moves'
import { visibleIssues } from './issue-where'
import { listNotices } from './notice-inbox'
import { findProject } from './project-detail'
import { loadExtras } from './project-extras'
import { search } from './search'
import { loadAnalysis } from './supervision-analysis'
import { sweep } from './sweep'
import { topicIssues } from './topic-issues'

let d: TestDistrict
let bizenv: Actor
let discipline: Actor
let other: Actor
let bureauId: string
let pointId: string
let nonces = 0

/** A district of its own, for a test that counts. */
async function fresh() {
  d = await makeDistrict()
  const org = (kind: 'SERVICE_BUREAU' | 'DISCIPLINE' | 'AGENCY' | 'STREET', name: string) =>
    db.org.create({ data: { districtId: d.districtId, kind, name, shortName: name } })
  const bureau = await org('SERVICE_BUREAU', '营商环境办')
  bureauId = bureau.id
  bizenv = await addUser(d.districtId, 'BIZENV', '营办', bureau.id)
  discipline = await addUser(d.districtId, 'DISCIPLINE', '纪检', (await org('DISCIPLINE', '监督岗')).id)
  other = await addUser(d.districtId, 'AGENCY', '城经办', (await org('AGENCY', '城管局')).id)
  const street = await org('STREET', '马寨镇')
  const supervisor = await db.person.create({ data: { districtId: d.districtId, name: '监督员', orgId: street.id } })
  const point = await db.monitorPoint.create({
    data: {
      districtId: d.districtId,
      number: 7,
      name: '马寨服务站',
      kind: 'PARK',
      address: '马寨镇',
      supervisorId: supervisor.id,
      contactId: discipline.personId,
      registeredOn: toDb(START),
      openedOn: toDb(START),
    },
  })
  pointId = point.id
}

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a secret of the tests that is thirty-two bytes'
  await fresh()
})

const at = (day: string) => ({ today: on(day) })
const visitor = () => ({ districtId: d.districtId, pointId }) as unknown as Visitor
const said = (more: object = {}) => ({
  kind: 'APPEAL' as ComplaintKind,
  text: '招牌备案缺什么材料',
  place: '马寨产业园',
  contact: null as string | null,
  photos: [],
  today: START as PlainDate,
  hour: 15,
  tokenNonce: `nonce ${nonces++}`,
  ...more,
})
async function file(more: object = {}) {
  const filed = await fileComplaint(visitor(), said(more))
  if (!filed.ok) throw new Error(filed.error.code)
  const row = await db.complaint.findFirstOrThrow({ where: { districtId: d.districtId }, orderBy: { number: 'desc' } })
  return { code: filed.value.lookupCode, id: row.id }
}
const of = async (id: string, more: object = {}) => {
  const { version } = await db.complaint.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return { complaintId: id, version, text: '', unitId: undefined, againstId: undefined, ...more } as never
}
const state = async (id: string) => (await db.complaint.findUniqueOrThrow({ where: { id } })).state
const good = async (answer: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const { ok, error } = await answer
  expect(ok ? 'ok' : error?.code).toBe('ok')
}
const refused = async (answer: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const { ok, error } = await answer
  return ok ? 'ok' : error?.code
}
/** Accepted on 11-03 and passed on to the agency of the fixture on 11-04: to be answered by 12-03. */
async function passed(more: object = {}) {
  const filed = await file(more)
  await good(receiveComplaint(bizenv, await of(filed.id), at('2026-11-03')))
  await good(passComplaint(bizenv, await of(filed.id, { unitId: d.agency.orgId }), at('2026-11-04')))
  return filed
}
const reads = async (actor: Actor, id: string, day: string) => (await findComplaint(actor, id, on(day))) !== null

describe('somebody at a point', () => {
  test('leaves nothing that tells who he is, and of his code only its hash', async () => {
    await fresh()
    const { code, id } = await file({ contact: '138 0000 0000' })
    const row = await db.complaint.findUniqueOrThrow({ where: { id } })
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/)
    expect(id[14]).toBe('4')
    expect(JSON.stringify(row)).not.toContain(code.replaceAll('-', ''))
    expect(row).toMatchObject({ filedHour: 15, number: 1, pointId, state: 'FILED' })
    const audit = await db.auditEntry.findFirstOrThrow({ where: { subject: id } })
    expect(audit).toMatchObject({
      actorName: '公众',
      actorId: null,
      action: 'complaint.file',
      detail: { notice: PUBLIC_NOTICE },
    })
    expect(audit.at.getUTCMinutes() + audit.at.getUTCSeconds() + audit.at.getUTCMilliseconds()).toBe(0)
    expect(JSON.stringify(audit.detail)).not.toContain('138')
  })

  test('who taps twice has one case and one code', async () => {
    await fresh()
    const once = said()
    const answers = await Promise.all([fileComplaint(visitor(), once), fileComplaint(visitor(), once)])
    const again = await fileComplaint(visitor(), { ...once, text: '别的话' })
    expect(new Set([...answers, again].map((a) => a.ok && a.value.lookupCode)).size).toBe(1)
    expect(await db.complaint.count({ where: { districtId: d.districtId } })).toBe(1)
  })

  test('looks his case up however he writes the code, and nobody by another or in another district', async () => {
    await fresh()
    const { code } = await passed()
    await good(
      reportOnComplaint(
        d.agency,
        await of((await db.complaint.findFirstOrThrow({ where: { districtId: d.districtId } })).id, {
          text: '已电话告知',
        }),
        at('2026-11-05'),
      ),
    )
    const sloppy = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`
    const view = await complaintByCode(d.districtId, sloppy, on('2026-11-05'))
    expect(view).toMatchObject({ state: 'IN_HAND', unit: '住建局', dueOn: '2026-12-03', daysLeft: 20, mayAdd: true })
    expect(view?.steps.map(({ kind, unit, text }) => [kind, unit, text])).toEqual([
      ['FILE', null, null],
      ['RECEIVE', null, null],
      ['PASS', '住建局', null],
      ['REPORT', '住建局', '已电话告知'],
    ])
    expect(await complaintByCode(d.districtId, '0000-000-000', START)).toBeNull()
    expect(await complaintByCode((await makeDistrict()).districtId, code, START)).toBeNull()
  })

  test('never reads what offices say to each other', async () => {
    const { code, id } = await passed()
    await good(noteOnComplaint(bizenv, await of(id, { text: '此人常来' }), at('2026-11-05')))
    await good(askMoreForComplaint(d.agency, await of(id, { text: '要等会' }), at('2026-11-05')))
    expect(JSON.stringify(await complaintByCode(d.districtId, code, on('2026-11-06')))).not.toMatch(/此人常来|要等会/)
  })

  test('urges once a day, adds three times, rates once', async () => {
    const { code, id } = await passed()
    const add = (urge: boolean, day: string) =>
      refused(addToComplaint(visitor(), { code, text: urge ? '' : '还有一件', urge, today: on(day) }))
    expect([await add(true, '2026-11-05'), await add(true, '2026-11-05'), await add(true, '2026-11-06')]).toEqual([
      'ok',
      'COMPLAINT_URGED_TODAY',
      'ok',
    ])
    expect([await add(false, '2026-11-05'), await add(false, '2026-11-05'), await add(false, '2026-11-05')]).toEqual(
      Array(3).fill('ok'),
    )
    expect(await add(false, '2026-11-05')).toBe('COMPLAINT_SAID_ENOUGH')
    await good(answerComplaint(d.agency, await of(id, { text: '已补证' }), at('2026-11-10')))
    const rate = () => refused(rateComplaint(visitor(), { code, rating: 4, text: '', today: on('2026-11-11') }))
    expect([await rate(), await rate()]).toEqual(['ok', 'COMPLAINT_MOVE_ILLEGAL'])
    await good(closeComplaint(bizenv, await of(id), at('2026-11-12')))
    expect(await state(id)).toBe('CLOSED')
  })
})

describe('where it goes', () => {
  test('never to the unit it is about, nor to that of the supervisor of the point; that unit does not read it', async () => {
    const { id } = await file({ kind: 'DELAY', text: '住建局一直没人回' })
    expect((await db.complaint.findUniqueOrThrow({ where: { id } })).againstOrgId).toBe(d.agency.orgId)
    await good(receiveComplaint(bizenv, await of(id), at('2026-11-03')))
    const pass = async (unitId: string | null) =>
      refused(passComplaint(bizenv, await of(id, { unitId }), at('2026-11-04')))
    expect(await pass(d.agency.orgId)).toBe('COMPLAINT_ROUTE_AGAINST')
    const street = await db.org.findFirstOrThrow({ where: { districtId: d.districtId, kind: 'STREET' } })
    expect(await pass(street.id)).toBe('COMPLAINT_ROUTE_SUPERVISOR')
    expect(await pass(other.orgId)).toBe('ok')
    expect([await reads(d.agency, id, '2026-11-05'), await reads(other, id, '2026-11-05')]).toEqual([false, true])
    // Whatever code forgets, the database does not.
    await expect(db.complaint.update({ where: { id }, data: { leadOrgId: d.agency.orgId } })).rejects.toThrow()
  })

  test('what is about the bureau is led by the commission, and the bureau does not read it', async () => {
    const { id } = await file({ kind: 'DELAY', text: '营商环境办收了不办，住建局也不理' })
    expect((await db.complaint.findUniqueOrThrow({ where: { id } })).againstOrgId).toBe(bureauId)
    expect(await reads(bizenv, id, '2026-11-03')).toBe(false)
    expect(await refused(receiveComplaint(bizenv, await of(id), at('2026-11-03')))).toBe('NOT_FOUND')
    await good(receiveComplaint(discipline, await of(id), at('2026-11-03')))
    await good(passComplaint(discipline, await of(id, { unitId: other.orgId }), at('2026-11-04')))
  })

  test('what the bureau finds to be about itself as it accepts it goes out of its sight, and it is told so', async () => {
    const { id } = await file({ kind: 'ATTITUDE', text: '窗口的人态度不好' })
    const input = await of(id, { againstId: bureauId })
    expect(await receiveComplaint(bizenv, input, at('2026-11-03'))).toMatchObject({ value: { handedOver: true } })
    expect([await reads(bizenv, id, '2026-11-03'), await reads(discipline, id, '2026-11-03')]).toEqual([false, true])
    const plain = await file()
    const answer = await receiveComplaint(bizenv, await of(plain.id), at('2026-11-03'))
    expect(answer).toMatchObject({ value: { handedOver: false } })
  })

  test('the commission reads what the bureau leads, and moves none of it but asks afterwards and has it done anew', async () => {
    const { id } = await passed()
    expect(await refused(passComplaint(discipline, await of(id, { unitId: other.orgId }), at('2026-11-05')))).toBe(
      'COMPLAINT_MOVE_ILLEGAL',
    )
    await good(answerComplaint(d.agency, await of(id, { text: '已补证' }), at('2026-11-10')))
    await good(revisitComplaint(discipline, await of(id, { text: '还是老样子', good: 'no' }), at('2026-11-12')))
    expect(await refused(closeComplaint(bizenv, await of(id), at('2026-11-12')))).toBe('COMPLAINT_MOVE_ILLEGAL')
    await good(redoComplaint(discipline, await of(id, { text: '没有解决' }), at('2026-11-12')))
    expect(await db.complaint.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'IN_HAND',
      reopened: 1,
      answer: null,
      dueOn: toDb(on('2026-12-14')),
    })
  })

  test('a unit gives back what is not its own within five days; more time is granted once', async () => {
    const { id } = await passed()
    await good(returnComplaint(d.agency, await of(id, { text: '归城管' }), at('2026-11-06')))
    expect(await reads(d.agency, id, '2026-11-06')).toBe(false)
    await good(passComplaint(bizenv, await of(id, { unitId: other.orgId }), at('2026-11-09')))
    await good(askMoreForComplaint(other, await of(id, { text: '要会审' }), at('2026-11-16')))
    await good(extendComplaint(bizenv, await of(id), at('2026-11-17')))
    expect((await db.complaint.findUniqueOrThrow({ where: { id } })).dueOn).toEqual(toDb(on('2027-01-04')))
    expect(await refused(returnComplaint(other, await of(id, { text: '不归' }), at('2026-11-17')))).toBe(
      'COMPLAINT_MOVE_ILLEGAL',
    )
  })

  test('it becomes a problem of its project, without the way to reach whoever said it', async () => {
    const { id } = await passed({ contact: '13800000000' })
    await good(relateComplaint(bizenv, await of(id, { projectId: d.projectId }), at('2026-11-05')))
    const issue = await db.issue.findFirstOrThrow({ where: { projectId: d.projectId }, include: { moves: true } })
    expect(issue).toMatchObject({ source: 'MONITOR_POINT', leadOrgId: d.agency.orgId, state: 'IN_HAND' })
    expect(JSON.stringify(issue)).not.toContain('13800000000')
    expect(await refused(relateComplaint(bizenv, await of(id, { projectId: d.projectId }), at('2026-11-05')))).toBe(
      'COMPLAINT_RELATED',
    )
    expect([await reads(d.steward, id, '2026-11-05'), await reads(d.successor, id, '2026-11-05')]).toEqual([
      true,
      false,
    ])
  })

  test('as a problem it goes neither to the unit it is about nor to the supervisor’s, and that unit reads no word of it', async () => {
    await fresh()
    const { id } = await file({ kind: 'DELAY', text: '住建局窗口三次没人' })
    await good(receiveComplaint(bizenv, await of(id), at('2026-11-03')))
    await good(relateComplaint(bizenv, await of(id, { projectId: d.projectId }), at('2026-11-04')))
    const { id: issueId } = await db.issue.findFirstOrThrow({ where: { projectId: d.projectId } })
    const street = await db.org.findFirstOrThrow({ where: { districtId: d.districtId, kind: 'STREET' } })
    const barred = async (unitId: string | null, supportIds: (string | null)[] = []) =>
      refused(assignIssue(d.office, await form(issueId, { unitId, supportIds }), at('2026-11-05')))

    const seen = await findIssue(d.office, issueId, on('2026-11-05'))
    expect(seen?.state).toBe('TO_ASSIGN')
    expect(seen?.choices.proposedId).not.toBe(d.agency.orgId)
    const marked = seen?.choices.units.flatMap(({ id: unit, refused: why }) => (why ? [[unit, why]] : []))
    expect(Object.fromEntries(marked ?? [])).toEqual({
      [d.agency.orgId ?? '']: 'COMPLAINT_ROUTE_AGAINST',
      [street.id]: 'COMPLAINT_ROUTE_SUPERVISOR',
    })
    expect([await barred(d.agency.orgId), await barred(street.id)]).toEqual([
      'COMPLAINT_ROUTE_AGAINST',
      'COMPLAINT_ROUTE_SUPERVISOR',
    ])
    expect(await barred(other.orgId, [d.agency.orgId])).toBe('COMPLAINT_ROUTE_AGAINST')

    await good(assignIssue(d.office, await form(issueId, { unitId: other.orgId }), at('2026-11-05')))
    const pass = { unitId: d.agency.orgId, text: '归口' }
    expect(await refused(transferIssue(other, await form(issueId, pass), at('2026-11-06')))).toBe(
      'COMPLAINT_ROUTE_AGAINST',
    )
    expect(
      await refused(transferIssue(other, await form(issueId, { ...pass, unitId: street.id }), at('2026-11-06'))),
    ).toBe('COMPLAINT_ROUTE_SUPERVISOR')

    // Whatever other ties of a role its people have: to the project, as its team, as whoever put it in.
    const day = on('2026-11-06')
    await db.agencyProject.createMany({
      data: [{ projectId: d.projectId, orgId: d.agency.orgId ?? '' }],
      skipDuplicates: true,
    })
    const { personId } = bizenv
    await db.issue.update({ where: { id: issueId }, data: { supportIds: [d.agency.orgId ?? ''] } })
    for (const role of ROLES) {
      if (role === 'CONTACT') continue
      const one = { ...d.agency, role, personId, standsInFor: [personId] } as Actor
      expect([role, await findIssue(one, issueId, day)]).toEqual([role, null])
      expect([role, await db.issue.count({ where: visibleIssues(one) })]).toEqual([role, 0])
      const page = await findProject(one, d.projectId, day)
      expect([role, page?.issues ?? []]).toEqual([role, []])
      expect(JSON.stringify([...(await loadExtras(one, [d.projectId], ['problem'], day)).values()])).not.toContain(
        '三次',
      )
      expect(JSON.stringify([...(await topicIssues(one, [d.projectId], day)).values()])).not.toContain('三次')
    }
    expect(await findIssue(other, issueId, day)).not.toBeNull()
    expect((await findProject(d.office, d.projectId, day))?.issues).toHaveLength(1)
  })

  test('what is about the unit that gives problems out becomes none', async () => {
    await fresh()
    const { id } = await file()
    await good(receiveComplaint(bizenv, await of(id, { againstId: d.office.orgId }), at('2026-11-03')))
    expect(await refused(relateComplaint(bizenv, await of(id, { projectId: d.projectId }), at('2026-11-04')))).toBe(
      'COMPLAINT_RELATE_OFFICE',
    )
  })

  test('a repeat names an earlier one', async () => {
    await fresh()
    const [first, second] = [await passed(), await passed()]
    const repeat = async (id: string, n: number) =>
      refused(markRepeat(bizenv, await of(id, { of: n }), at('2026-11-05')))
    expect([await repeat(first.id, 2), await repeat(second.id, 2), await repeat(second.id, 1)]).toEqual([
      'COMPLAINT_NUMBER_UNKNOWN',
      'COMPLAINT_NUMBER_UNKNOWN',
      'ok',
    ])
    expect(await findComplaint(bizenv, second.id, START)).toMatchObject({ merged: false, repeatOf: { number: 1 } })
  })

  test('what repeats another one before anybody took it up goes on with that one: its code shows how the first one stands', async () => {
    await fresh()
    const first = await passed()
    const { code, id } = await file()
    const later = await file()
    const repeat = async (one: string, n: number) =>
      refused(markRepeat(bizenv, await of(one, { of: n }), at('2026-11-05')))
    expect((await findComplaint(bizenv, id, START))?.mayRepeat).toBe(true)
    expect([await repeat(id, 3), await repeat(id, 1), await repeat(later.id, 2)]).toEqual([
      'COMPLAINT_NUMBER_UNKNOWN',
      'ok',
      'ok',
    ])
    // Nobody refused it: the list says which one it went on with, and leads there.
    const rows = (await listComplaints(bizenv, complaintFilter.parse({ state: 'all' }), START)).rows
    const into = { state: 'REFUSED', merged: true, repeatOf: { id: first.id, number: 1, open: true } }
    expect(rows.filter((row) => row.id !== first.id)).toMatchObject([into, into])
    expect(await findComplaint(bizenv, id, START)).toMatchObject(into)
    const seen = await complaintByCode(d.districtId, code, START)
    expect(seen).toMatchObject({
      state: 'REFUSED',
      merged: { state: 'IN_HAND' },
      mayUrge: false,
      steps: [{ kind: 'FILE' }],
    })
    expect(seen?.merged?.unit).toBeTruthy()
    await good(answerComplaint(d.agency, await of(first.id, { text: '已办好' }), at('2026-11-09')))
    // Of a repeat of a repeat as well; what the first one was answered is not told.
    const last = await complaintByCode(d.districtId, later.code, START)
    expect(last).toMatchObject({ merged: { state: 'ANSWERED' }, answer: null })
    // Neither waits for anybody any more, nor counts twice.
    expect(
      (await listComplaints(bizenv, complaintFilter.parse({ state: 'all', counted: '1' }), START)).counts.all,
    ).toBe(1)
    expect(await repeat(id, 1)).toBe('COMPLAINT_MOVE_ILLEGAL')
  })

  test('what is refused says why, and is not counted', async () => {
    await fresh()
    const { code, id } = await file()
    await good(refuseComplaint(bizenv, await of(id, { text: '属民事纠纷' }), at('2026-11-03')))
    expect(await complaintByCode(d.districtId, code, START)).toMatchObject({ state: 'REFUSED', refusal: '属民事纠纷' })
    const page = await listComplaints(bizenv, complaintFilter.parse({ state: 'all', counted: '1' }), START)
    expect(page.counts.all).toBe(0)
  })
})

describe('who sees what', () => {
  test('each of the fifteen roles', async () => {
    await fresh()
    const { id } = await passed({ contact: '13800000000' })
    const late = '2026-12-15'
    const as = (role: Role): Actor => ({ ...d.office, role }) as Actor
    const seen = []
    for (const role of ROLES) {
      const actor = role === 'BIZENV' ? bizenv : role === 'DISCIPLINE' ? discipline : as(role)
      const page = await listComplaints(actor, complaintFilter.parse({ state: 'all' }), on('2026-11-10'))
      const rows = page.rows.length
      seen.push([role, rows, page.counts.all, await reads(actor, id, '2026-11-10'), await reads(actor, id, late)])
    }
    expect(seen).toEqual(
      ROLES.map((role) => {
        if (role === 'BIZENV' || role === 'DISCIPLINE') return [role, 1, 1, true, true]
        // Totals, and of the head of the district what has turned red.
        if (role === 'HEAD') return [role, 0, 1, false, true]
        return role === 'OFFICE' ? [role, 0, 1, false, false] : [role, 0, 0, false, false]
      }),
    )
  })

  test('how to reach whoever said it: who leads it and who handles it, nobody else', async () => {
    const { id } = await passed({ contact: '13800000000' })
    const contact = async (actor: Actor) => (await findComplaint(actor, id, on('2026-11-10')))?.contact
    expect([await contact(bizenv), await contact(d.agency), await contact(discipline)]).toEqual([
      '13800000000',
      '13800000000',
      null,
    ])
  })

  test('a picture goes to who reads the complaint; its bytes carry a day and no instant', async () => {
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, nonces])
    const { id } = await passed({ photos: [{ name: 'a.jpg', mime: 'image/jpeg', bytes }] })
    const photo = await db.complaintPhoto.findFirstOrThrow({ where: { complaintId: id }, include: { file: true } })
    expect(photo.file?.createdAt).toEqual(toDb(START))
    // It is old enough to be missed, and the complaint is what refers to it.
    const lost = []
    for await (const finding of checkInvariants(START, new Date('2026-12-31T00:00:00Z')))
      if (finding.invariant === 'FILES') lost.push(finding.subject)
    expect(lost).not.toContain(`file ${photo.fileHash}`)
    const read = async (actor: Actor) => (await readComplaintPhoto(actor, photo.id, on('2026-11-10'))) !== null
    expect([await read(d.agency), await read(other), await read(d.office)]).toEqual([true, false, false])
  })

  test('the search finds it for who reads it, by words and number, never by the contact', async () => {
    await fresh()
    await passed({ contact: '13800000000' })
    const hits = async (actor: Actor, q: string) =>
      (await search(actor, { q, page: 1, kind: 'complaints' } as never, on('2026-11-10'))).complaints.total
    expect([await hits(bizenv, '招牌'), await hits(bizenv, '1'), await hits(bizenv, '13800000000')]).toEqual([1, 1, 0])
    expect(await hits(other, '招牌')).toBe(0)
  })

  test('an enterprise reads what it said itself', async () => {
    const enterprise = await db.enterprise.create({ data: { districtId: d.districtId, name: '演示制造有限公司' } })
    const contact = { ...(await addUser(d.districtId, 'CONTACT', '企联', null)), enterpriseId: enterprise.id } as Actor
    const { id } = await passed()
    const entered = await enterComplaint(
      contact,
      { kind: 'DELAY', text: '住建局三次没人接', place: '厂区', contact: '', pointId: undefined },
      at('2026-11-05'),
    )
    if (!entered.ok) throw new Error(entered.error.code)
    expect([
      await reads(contact, id, '2026-11-05'),
      await reads(contact, entered.value.complaintId, '2026-11-05'),
    ]).toEqual([false, true])
    expect(await db.complaint.findUniqueOrThrow({ where: { id: entered.value.complaintId } })).toMatchObject({
      againstOrgId: d.agency.orgId,
      enterpriseId: enterprise.id,
      lookupHash: null,
    })
  })
})

describe('nobody buries it', () => {
  test('what was said cannot be changed or deleted, its history neither', async () => {
    const { id } = await passed()
    await expect(db.complaint.delete({ where: { id } })).rejects.toThrow()
    await expect(db.complaint.update({ where: { id }, data: { text: '没事' } })).rejects.toThrow()
    await expect(db.complaint.update({ where: { id }, data: { filedOn: toDb(addDays(START, -9)) } })).rejects.toThrow()
    await expect(
      db.complaint.update({ where: { id }, data: { answeredOn: toDb(addDays(START, -9)) } }),
    ).rejects.toThrow()
    await expect(
      db.complaintMove.updateMany({ where: { complaintId: id }, data: { on: toDb(START) } }),
    ).rejects.toThrow()
    await expect(db.complaintMove.deleteMany({ where: { complaintId: id } })).rejects.toThrow()
  })

  test('a late one is told of up the ladder; what nobody has looked at wakes nobody', async () => {
    await fresh()
    await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { level: 'GREEN' } })
    await db.project.update({ where: { id: d.projectId }, data: { level: 'GREEN' } })
    const { id } = await passed()
    await file({ today: on('2026-11-04') })
    const run = (day: string) => escalate(d.districtId, { day: on(day), minute: 9 * 60 }, new Date(`${day}T01:00:00Z`))
    expect(await run('2026-11-25')).toMatchObject({ items: 0 })
    await run('2026-12-04')
    await run('2026-12-10')
    const told = await db.notice.findMany({ where: { complaintId: id }, include: { person: true } })
    expect(new Set(told.map(({ step, person }) => `${step} ${person.name}`))).toEqual(
      new Set(['YELLOW_0 吴经办', 'YELLOW_0 营办', 'RED_0 吴经办', 'RED_0 郑局', 'RED_0 营办']),
    )
    expect((await listNotices(d.head, { show: 'open', page: 1 } as never, START)).rows[0]?.matter).toMatchObject({
      kind: 'COMPLAINT',
      no: '1',
    })
    expect(await db.notice.count({ where: { itemId: { not: id }, complaintId: { not: null } } })).toBe(0)
    await good(answerComplaint(d.agency, await of(id, { text: '已补证' }), at('2026-12-10')))
    expect(await run('2026-12-11')).toMatchObject({ ended: told.length })
  })

  test('a contact goes two years after the end, pictures three; the complaint stays', async () => {
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 200])
    const { id } = await file({ contact: '13800000000', photos: [{ name: 'a.jpg', mime: 'image/jpeg', bytes }] })
    await good(refuseComplaint(bizenv, await of(id, { text: '属民事纠纷' }), at('2026-11-03')))
    const left = async (months: number) => {
      await sweep(new Date(`${addMonths(on('2026-11-04'), months)}T03:00:00Z`))
      const row = await db.complaint.findUniqueOrThrow({ where: { id }, include: { photos: true } })
      return [row.contact !== null, row.photos[0]?.fileHash !== null, row.text]
    }
    expect([await left(23), await left(24), await left(36)]).toEqual([
      [true, true, '招牌备案缺什么材料'],
      [false, true, '招牌备案缺什么材料'],
      [false, false, '招牌备案缺什么材料'],
    ])
  })
})

test('every figure is the number of rows of the list it opens', async () => {
  await fresh()
  const one = await passed()
  await good(answerComplaint(d.agency, await of(one.id, { text: '已补证' }), at('2026-11-10')))
  await rateComplaint(visitor(), { code: one.code, rating: 2, text: '', today: on('2026-11-11') })
  const two = await passed()
  await good(answerComplaint(d.agency, await of(two.id, { text: '已补证' }), at('2026-12-10')))
  await rateComplaint(visitor(), { code: two.code, rating: 5, text: '', today: on('2026-12-11') })
  const three = await passed()
  // Done anew it is no repeat; what goes on with it is one.
  await good(answerComplaint(d.agency, await of(three.id, { text: '已补证' }), at('2026-11-10')))
  await good(redoComplaint(bizenv, await of(three.id, { text: '没有补' }), at('2026-11-11')))
  const four = await file()
  await good(markRepeat(bizenv, await of(four.id, { of: 3 }), at('2026-11-05')))
  await file()
  const period = { from: on('2026-11-01'), to: on('2026-11-30') }
  const figures = await complaintFigures(bizenv, period, { taskforceId: null }, on('2026-12-15'))
  const shown: Record<string, number> = {}
  for (const { name, value, href } of figures) {
    if (value.kind !== 'count') continue
    const query = Object.fromEntries(new URL(href, 'http://x').searchParams)
    const page = await listComplaints(bizenv, complaintFilter.parse(query), on('2026-12-15'))
    expect([name, page.total]).toEqual([name, value.n])
    shown[name.replace('complaints.', '')] = value.n
  }
  expect(shown).toEqual({
    total: 3,
    onTime: 1,
    answeredLate: 1,
    satisfied: 1,
    dissatisfied: 1,
    repeated: 1,
    late: 1,
  })
  const { total } = await loadAnalysis(bizenv, period, on('2026-12-15'))
  expect(total).toMatchObject({ received: 3, repeated: 1, said: 4 })
})
