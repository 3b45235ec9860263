import type { Actor } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { db } from './db'
import { addUser, makeDistrict } from './district.fixture'
import { enterIssue } from './issue-entry'
import { enterpriseSearchText, orgSearchText } from './search-text'
import type { WriteOptions } from './write'

/** The Monday problems of the fixture are put in. */
export const RAISED = on('2026-11-09')
export const at = (day: string): WriteOptions => ({ today: on(day) })

/** A district whose project has an enterprise with somebody to ask, a task force, and a second agency. */
export async function makeIssueDistrict() {
  const d = await makeDistrict()
  const { districtId, projectId } = d
  const named = { districtId, name: '鲜达优选' }
  const enterprise = await db.enterprise.create({ data: { ...named, searchText: enterpriseSearchText(named) } })
  const contact = {
    ...(await addUser(districtId, 'CONTACT', '许经理', null)),
    enterpriseId: enterprise.id,
  } as Actor
  await db.user.update({ where: { id: contact.userId }, data: { enterpriseId: enterprise.id } })
  const org = (kind: 'TASKFORCE' | 'UTILITY', name: string) =>
    db.org.create({
      data: { districtId, kind, name, shortName: name, searchText: orgSearchText({ name, shortName: name }) },
    })
  const [team, utility] = [await org('TASKFORCE', '商贸专班'), await org('UTILITY', '供电公司')]
  const taskforce = await addUser(districtId, 'TASKFORCE', '王专班', team.id)
  const leader = await addUser(districtId, 'LEADER', '林副区长', null)
  await db.project.update({
    where: { id: projectId },
    data: { enterpriseId: enterprise.id, taskforceId: team.id, leaderId: leader.personId },
  })
  return { ...d, enterpriseId: enterprise.id, contact, taskforce, leader, utilityId: utility.id, teamId: team.id }
}
export type IssueDistrict = Awaited<ReturnType<typeof makeIssueDistrict>>

const blank = { text: '', supportIds: [], understood: false }

/** A problem the steward puts in: with a unit it is on that unit's desk. */
export async function enter(d: IssueDistrict, unitId?: string, actor: Actor = d.steward) {
  const made = await enterIssue(
    actor,
    { text: '施工临时用电容量不足，12月进设备', projectId: d.projectId, unitId } as never,
    { today: RAISED },
  )
  if (!made.ok) throw new Error(made.error.code)
  return made.value.issueId
}

/** What a form about a problem sends, with the version it has now. */
export async function form<T extends object>(issueId: string, said: T) {
  const { version } = await db.issue.findUniqueOrThrow({ where: { id: issueId } })
  return { ...blank, internal: false, issueId, version, ...said } as never
}

/** What of a problem its moves change. */
export async function standing(issueId: string) {
  const { state, tier, leadOrgId, passed, satisfied, closedOn, reopened, revisit } = await db.issue.findUniqueOrThrow({
    where: { id: issueId },
  })
  return { state, tier, leadOrgId, passed, satisfied, closed: closedOn !== null, reopened, revisit }
}
