import { orgSearchText, personSearchText } from '@/lib/data/search-text'
import type { Prisma, Role } from '@/prisma/generated/client'
import type { Random } from './random'
import { AGENCIES, DEMO_AGENCY, DEMO_STREET, OTHER_UNITS, STREETS, TASKFORCES } from './units'

export type OrgRow = Prisma.OrgCreateManyInput & { id: string }
export type PersonRow = Prisma.PersonCreateManyInput & { id: string }

export const STEWARDS = 23
const LEADERS = 8

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const GIVEN = [...'建国志强文华海涛晓东立新春梅秀英玉兰桂芳国庆永刚俊杰思远雨桐子涵浩然欣怡明辉丽娟少伟云飞']

/** Names nobody is meant by, each given once, with telephone numbers of a block that is not handed out. */
function nameMaker(r: Random): () => { name: string; phone: string } {
  const taken = new Set<string>()
  return () => {
    let name = ''
    do name = r.pick(SURNAMES) + r.pick(GIVEN) + (r.chance(0.75) ? r.pick(GIVEN) : '')
    while (taken.has(name))
    taken.add(name)
    return { name, phone: `1300000${String(1_000 + taken.size)}` }
  }
}

/** An account and whose it is. */
export type Account = Readonly<{
  id: string
  username: string
  role: Role
  personId: string
  orgId: string | null
  enterpriseId: string | null
}>

/** Units, people and accounts of the demo district; enterprises and their contacts come with the projects. */
export function buildRoster(r: Random, districtId: string, newId: () => string) {
  const make = nameMaker(r)
  const orgs = [...OTHER_UNITS, ...TASKFORCES, ...STREETS, ...AGENCIES].map(
    (unit): OrgRow => ({
      id: newId(),
      districtId,
      ...unit,
      aliases: [...unit.aliases],
      searchText: orgSearchText(unit),
    }),
  )
  const org = (name: string): OrgRow => {
    const found = orgs.find((o) => o.name === name || o.shortName === name)
    if (!found) throw new Error(`no unit ${name}`)
    return found
  }
  const ofKind = (kind: OrgRow['kind']) => orgs.filter((o) => o.kind === kind)
  const people: PersonRow[] = []
  const accounts: Account[] = []
  const addPerson = (title: string, orgId: string | null, enterpriseId: string | null = null): PersonRow => {
    const named = make()
    const person = {
      id: newId(),
      districtId,
      ...named,
      title,
      orgId,
      enterpriseId,
      searchText: personSearchText(named),
    }
    people.push(person)
    return person
  }
  const open = (username: string, role: Role, person: PersonRow) =>
    accounts.push({
      id: newId(),
      username,
      role,
      personId: person.id,
      orgId: person.orgId ?? null,
      enterpriseId: person.enterpriseId ?? null,
    })
  const leadership = org('区委区政府').id
  addPerson('区委书记', leadership)
  open('head', 'HEAD', addPerson('区长', leadership))
  const leaders = Array.from({ length: LEADERS }, (_, i) => addPerson(i < 3 ? '区委常委' : '副区长', leadership))
  const [firstLeader] = leaders
  if (firstLeader) open('leader', 'LEADER', firstLeader)
  const officer = addPerson('办公室主任', org('领导小组办公室').id)
  open('office', 'OFFICE', officer)
  const stewardUnit = org('项目管家中心').id
  const stewards = Array.from({ length: STEWARDS }, () => addPerson('项目管家', stewardUnit))
  // Every steward can sign in: a handover needs somebody who can accept it.
  for (const [i, steward] of stewards.entries()) open(i === 0 ? 'steward' : `steward${i + 1}`, 'STEWARD', steward)
  for (const taskforce of ofKind('TASKFORCE')) {
    const head = addPerson('专班负责人', taskforce.id)
    if (taskforce.shortName === '低碳工业专班') open('taskforce', 'TASKFORCE', head)
  }
  for (const street of ofKind('STREET')) {
    const clerk = addPerson('分管负责人', street.id)
    if (street.name === DEMO_STREET) open('street', 'STREET', clerk)
  }
  const heads = new Map<string, string>()
  const handlers = new Map<string, string[]>()
  for (const agency of [...ofKind('AGENCY'), ...ofKind('UTILITY')]) {
    const head = addPerson('主要负责人', agency.id)
    const clerks = [addPerson('经办人', agency.id), addPerson('经办人', agency.id)]
    heads.set(agency.id, head.id)
    handlers.set(
      agency.id,
      clerks.map((clerk) => clerk.id),
    )
    if (agency.shortName !== DEMO_AGENCY) continue
    open('agencyhead', 'AGENCY_HEAD', head)
    // Two of them: a procedure given to a colleague needs somebody who sees that he has it.
    for (const [i, clerk] of clerks.entries()) open(i === 0 ? 'agency' : `agency${i + 1}`, 'AGENCY', clerk)
  }
  open('bizenv', 'BIZENV', addPerson('科长', org('营商环境办').id))
  open('bank', 'BANK', addPerson('客户经理', org('演示银行').id))
  open('discipline', 'DISCIPLINE', addPerson('监督员', org('纪委监督岗').id))
  open('sysadmin', 'SYSADMIN', addPerson('系统管理员', org('大数据中心').id))
  open('secadmin', 'SECADMIN', addPerson('安全管理员', org('大数据中心').id))
  open('auditor', 'AUDITOR', addPerson('审计员', org('大数据中心').id))
  return { orgs, org, ofKind, people, accounts, addPerson, open, leaders, officer, stewards, heads, handlers }
}
export type Roster = ReturnType<typeof buildRoster>
