import { toDb } from '@/lib/data/date'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { Draft } from './draft'
import { ISSUE_TEXTS } from './project-texts'
import { instantOn, lastWorkday } from './timeline'

/** Working days a unit has to settle an issue. */
const TERM = 10

/** Problems of a project, solved and open; numbers are given when all projects are there. */
export function buildIssues(draft: Draft): Prisma.IssueCreateManyInput[] {
  const { r, id, spec, cause, timeline, shop, ties } = draft
  if (spec.stage === 'PLANNING') return []
  const last = lastWorkday(shop.calendar, timeline.today)
  const issue = (raisedAgo: number, solvedAfter: number | null, term: number): Prisma.IssueCreateManyInput[] => {
    if (raisedAgo >= timeline.now) return []
    const [text, request, agency] = r.pick(ISSUE_TEXTS)
    const raisedOn = addWorkdays(shop.calendar, last, -raisedAgo)
    const district = r.chance(0.2)
    return [
      {
        id: shop.newId(),
        districtId: shop.districtId,
        number: 0,
        source: r.pick(['STEWARD', 'STEWARD', 'CONTACT', 'STREET', 'LEDGER', 'MEETING']),
        text,
        request,
        projectId: id,
        enterpriseId: ties.enterpriseId,
        tier: district ? 'DISTRICT' : r.pick(['DEPARTMENT', 'TASKFORCE']),
        leadOrgId: shop.orgIds.get(agency) ?? null,
        state: solvedAfter === null ? 'IN_HAND' : r.pick(['SOLVED', 'SOLVED', 'SOLVED', 'EXPLAINED']),
        raisedOn: toDb(raisedOn),
        heldSince: toDb(raisedOn),
        tierSince: toDb(raisedOn),
        dueOn: toDb(addWorkdays(shop.calendar, raisedOn, term)),
        closedOn: solvedAfter === null ? null : toDb(addWorkdays(shop.calendar, raisedOn, solvedAfter)),
        result: solvedAfter === null ? null : '已现场协调，问题得到解决',
        createdAt: instantOn(raisedOn, 15_000),
      },
    ]
  }
  const troubled = cause.kind === 'issue' ? issue(TERM + cause.overWd, null, TERM) : []
  const solved = r.chance(spec.stage === 'NEGOTIATING' ? 0.15 : 0.5) ? issue(r.int(25, 90), r.int(2, TERM), TERM) : []
  const open = cause.kind !== 'issue' && r.chance(0.18) ? issue(r.int(1, 3), null, TERM) : []
  return [...troubled, ...solved, ...open]
}
