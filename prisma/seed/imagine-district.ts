import { enterpriseSearchText, searchTextOf } from '@/lib/data/search-text'
import { acceptProject, type Judged, judge } from './accept-project'
import type { Ties, Workshop } from './draft'
import { type ProjectSpec, projectSpecs, type TemplateCode } from './project-specs'
import { projectTexts } from './project-texts'
import type { Random } from './random'
import { REAL_NAMES, realProject } from './real-names'
import type { Roster } from './roster'
import { dealStewards } from './stewardships'
import { DEMO_AGENCY, DEMO_STREET } from './units'

/** Index of the taskforce the account `taskforce` leads. */
const DEMO_TASKFORCE = 2
/** Index, among the first projects, of the one the account `contact` speaks for. */
const CONTACT_PROJECT = 1
const LEAD_UNITS = ['商务局', '发改委', '工信局'] as const

export type Imagined = Readonly<{
  judged: readonly Judged[]
  /** Steward of each project, as an index into the roster. */
  stewards: readonly number[]
  enterprises: readonly { id: string; districtId: string; name: string; searchText: string }[]
}>

const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`no ${what}`)
  return value
}

/** A trouble with one procedure, or with the start of construction, needs the template that has them all. */
const needOf = (spec: ProjectSpec): TemplateCode | null =>
  spec.causes.some((cause) => cause.kind === 'procedure' || cause.kind === 'start') ? 'IND_NEW' : null

/** Projects the demo steward gets: the first four, which have something to say, and four ordinary ones. */
function wantedBy(specs: readonly ProjectSpec[]): number[] {
  const ordinary = (stage: ProjectSpec['stage'], level: ProjectSpec['level'], count: number) =>
    specs.flatMap((s, i) => (i > 3 && s.stage === stage && s.level === level ? [i] : [])).slice(0, count)
  return [
    0,
    1,
    2,
    3,
    ...ordinary('CONSTRUCTION', 'GREEN', 2),
    ...ordinary('PERMITTING', 'GREEN', 1),
    ...ordinary('NEGOTIATING', 'GREEN', 1),
  ]
}

/** Imagines the 142 projects, each judged by the rules, with their enterprises and contacts. */
export function imagineDistrict(r: Random, roster: Roster, shop: Workshop): Imagined {
  const specs = projectSpecs(r)
  const texts = projectTexts(r, specs.map(needOf))
  const stewards = dealStewards(r, roster.stewards.length, specs.length + REAL_NAMES.length, wantedBy(specs))
  const userOf = (username: string) =>
    present(
      roster.accounts.find((a) => a.username === username),
      username,
    ).id
  const [streets, taskforces] = [roster.ofKind('STREET'), roster.ofKind('TASKFORCE')]
  const agency = roster.org(DEMO_AGENCY).id
  const clerkOf = new Map(roster.handlers)
  const enterprises: { id: string; districtId: string; name: string; searchText: string }[] = []
  const agencyUser = userOf('agency')
  const stewardUser = (i: number) => {
    const personId = present(roster.stewards[stewards[i] ?? 0], 'steward').id
    return present(
      roster.accounts.find((a) => a.personId === personId),
      'account',
    ).id
  }

  const tiesOf = (i: number, taskforce: number): Omit<Ties, 'enterpriseId' | 'contactId' | 'handsOf'> => ({
    number: i + 1,
    // Industry gathers in one town; the rest is spread over the streets.
    streetId: taskforce === DEMO_TASKFORCE && r.chance(0.6) ? roster.org(DEMO_STREET).id : r.pick(streets).id,
    taskforceId: present(taskforces[taskforce], 'taskforce').id,
    leadUnitId: roster.org(LEAD_UNITS[taskforce] ?? '发改委').id,
    leaderId: present(i < 4 ? roster.leaders[0] : roster.leaders[i % roster.leaders.length], 'leader').id,
    stewardUserId: stewardUser(i),
  })
  const judged = specs.map((spec, i): Judged => {
    const text = present(texts[i], 'text')
    const shared = tiesOf(i, text.taskforce)
    const enterprise = {
      id: shop.newId(),
      districtId: shop.districtId,
      name: text.company,
      searchText: enterpriseSearchText({ name: text.company }),
    }
    enterprises.push(enterprise)
    const contact = roster.addPerson('项目负责人', null, enterprise.id)
    if (i === CONTACT_PROJECT) roster.open('contact', 'CONTACT', contact)
    const ties: Ties = {
      ...shared,
      enterpriseId: enterprise.id,
      contactId: contact.id,
      handsOf: (item) => {
        const clerks = clerkOf.get(item.agencyId ?? '') ?? []
        return {
          applicantId: shared.stewardUserId,
          agencyId: item.agencyId === agency ? agencyUser : null,
          officeId: shop.officeUserId,
          approverId: shop.officePersonId,
          agencyApproverId: roster.heads.get(item.agencyId ?? '') ?? shop.officePersonId,
          handlerId: clerks[i % 2] ?? null,
        }
      },
    }
    return acceptProject(spec, text, ties, shop)
  })
  REAL_NAMES.forEach((real, n) => {
    const model = realProject(real, tiesOf(specs.length + n, 0), shop)
    judged.push({ model, history: judge(model, shop) })
  })
  return { judged: numbered(judged), stewards, enterprises }
}

/** Gives search texts and the numbers issues have in the district. */
function numbered(judged: readonly Judged[]): Judged[] {
  let issues = 0
  return judged.map(({ model, history }) => {
    const { name, code, number } = model.project
    const numberedIssues = model.issues.map((issue) => {
      issues += 1
      return { ...issue, number: issues }
    })
    return {
      history,
      model: {
        ...model,
        project: { ...model.project, searchText: searchTextOf({ name, code: code ?? null, number }) },
        issues: numberedIssues,
      },
    }
  })
}
