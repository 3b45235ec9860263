import type { Actor } from '@/lib/domain/access'
import { on, type PlainDate } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { issueSearchText, orgSearchText } from './search-text'

/** The month everything in the fixture happens in, and the days of its ranking. */
export const MONTH = '2026-11'
export const DRAFT_ON = on('2026-12-01')
export const LAST_OBJECTION = on('2026-12-03')
export const PUBLISH_ON = on('2026-12-08')

let numbers = 100

/** An issue of the district's project with a limit; closed on a day, or not at all. */
export function addIssue(
  { districtId, projectId, first }: TestDistrict,
  dueOn: string,
  closedOn: string | null,
  more: Readonly<{ projectId?: string | null; procedureId?: string; raisedOn?: string }> = {},
) {
  numbers += 1
  return db.issue.create({
    data: {
      districtId,
      number: numbers,
      source: 'STEWARD',
      text: `问题${numbers}`,
      projectId: more.projectId === undefined ? projectId : more.projectId,
      procedureId: more.procedureId ?? null,
      leadOrgId: first.agencyId,
      raisedOn: toDb((more.raisedOn ?? START) as PlainDate),
      heldSince: toDb((closedOn ?? more.raisedOn ?? START) as PlainDate),
      tierSince: toDb((more.raisedOn ?? START) as PlainDate),
      searchText: issueSearchText({ text: `问题${numbers}`, number: numbers }),
      dueOn: toDb(on(dueOn)),
      closedOn: closedOn ? toDb(on(closedOn)) : null,
      state: closedOn ? 'SOLVED' : 'IN_HAND',
    },
  })
}

/**
 * A district with a month behind it: two stewards, a team, a street, an agency; four issues, one of them closed late and one
 * still open, and a leader of the district.
 */
export async function makeRankedDistrict() {
  const district = await makeDistrict()
  const { districtId, projectId } = district
  const org = (kind: 'TASKFORCE' | 'STREET' | 'LEADERSHIP', name: string) =>
    db.org.create({
      data: { districtId, kind, name, shortName: name, searchText: orgSearchText({ name, shortName: name }) },
    })
  const [team, street, leadership] = [
    await org('TASKFORCE', '工业专班'),
    await org('STREET', '马寨镇'),
    await org('LEADERSHIP', '区政府'),
  ]
  await db.project.update({ where: { id: projectId }, data: { taskforceId: team.id, streetId: street.id } })
  const issues = [
    await addIssue(district, '2026-11-10', '2026-11-09'),
    await addIssue(district, '2026-11-12', '2026-11-12'),
    await addIssue(district, '2026-11-13', '2026-11-20'),
    await addIssue(district, '2026-11-26', null),
  ]
  const leader = await addUser(districtId, 'LEADER', '冯副区长', leadership.id)
  const boss = await addUser(districtId, 'HEAD', '陈区长', leadership.id)
  const teamHead = await addUser(districtId, 'TASKFORCE', '沈专班', team.id)
  const clerk = await addUser(districtId, 'STREET', '韩主任', street.id)
  const supervisor = await addUser(districtId, 'DISCIPLINE', '严监督', null)
  const second = await addUser(districtId, 'OFFICE', '孙办', district.office.orgId)
  return { ...district, team, street, issues, leader, boss, teamHead, clerk, supervisor, secondOffice: second }
}
export type RankedDistrict = Awaited<ReturnType<typeof makeRankedDistrict>>

/** An actor who stands in for another. */
export const standingIn = (actor: Actor, personId: string): Actor => ({
  ...actor,
  standsInFor: [...actor.standsInFor, personId],
})
