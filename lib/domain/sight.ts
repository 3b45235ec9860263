import { type Role, SIGHT } from './access'

/** Roles that compare many projects: their board is the four-colour warnings. An enterprise sees its own project only. */
export const SEES_BOARD: ReadonlySet<Role> = new Set(
  (Object.keys(SIGHT.project) as Role[]).filter((role) => role !== 'CONTACT' && role !== 'AGENCY'),
)

/**
 * Whether a role sees of a project no more than a card: its name and colour, whom to call, and the matters of its own unit.
 * What the project costs, its plan and what other agencies said are not an agency handler's business.
 *
 * @source domain roles.md §1, column 项目: 部门经办人 “V minimal card”
 */
export const seesCardOnly = (role: Role): boolean => role === 'AGENCY'

/**
 * Roles that have to do with the weekly meeting; a steward, a team, a street and an agency's head see their own topics.
 *
 * @source domain roles.md §1, column 会议
 */
export const SEES_MEETINGS: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'TASKFORCE',
  'STEWARD',
  'AGENCY_HEAD',
  'STREET',
  'DISCIPLINE',
])

/** Roles that see an agenda before it is sent: who makes it, and who may settle a topic before the meeting. */
export const SEES_DRAFT_AGENDA: ReadonlySet<Role> = new Set(['HEAD', 'LEADER', 'OFFICE'])

/** Roles that see every topic; the others see those that concern them. */
export const SEES_ALL_TOPICS: ReadonlySet<Role> = new Set(['HEAD', 'LEADER', 'OFFICE', 'DISCIPLINE'])

/**
 * Roles that have to do with what meetings decided; an agency's handler sees what his unit has to do. The discipline
 * office reads.
 *
 * @source domain roles.md §1, column 问题/任务
 */
export const SEES_TASKS: ReadonlySet<Role> = new Set([...SEES_MEETINGS, 'AGENCY'])

/**
 * Roles that see who was told of a colour, when, and who has looked. A project unit reads what came to itself, never the chain.
 *
 * @source domain four-colours.md §6, rules
 */
export const SEES_TOLD: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'TASKFORCE',
  'STEWARD',
  'AGENCY_HEAD',
  'DISCIPLINE',
])

/** Roles that have a list of needs 要素; a project unit reads its own at its project. */
export const SEES_FACTORS: ReadonlySet<Role> = new Set(
  (Object.keys(SIGHT.project) as Role[]).filter((role) => role !== 'CONTACT'),
)

/**
 * Roles the bank bridge concerns 融资: the office and the enterprise work on needs, banks on those that are theirs; leaders
 * read totals, a team amounts, a steward what the enterprise lets him.
 *
 * @source domain roles.md §1, column 融资 (F)
 */
export const SEES_FINANCING: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'TASKFORCE',
  'STEWARD',
  'CONTACT',
  'BANK',
])

/** Roles that can look for something by its name: whoever sees projects, and a bank among the needs that are its own. */
export const SEARCHES: ReadonlySet<Role> = new Set([...(Object.keys(SIGHT.project) as Role[]), 'BANK'])

/** Roles that may open a single need; leaders have totals, a team no more than the amount of its own projects. */
export const OPENS_NEEDS: ReadonlySet<Role> = new Set(['OFFICE', 'STEWARD', 'CONTACT', 'BANK'])

/** Roles that see waivers; how offices argue about a colour is neither the project unit's nor an agency handler's. */
export const SEES_WAIVERS: ReadonlySet<Role> = SEES_BOARD

/** Roles that see who walked through which procedure, and what was in the way 走流程; an agency those that concern its unit. */
export const SEES_WALKS: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'BIZENV',
  'DISCIPLINE',
  'AGENCY',
  'AGENCY_HEAD',
])

/** Roles that have a list of packs 大礼包; whoever got one reads his own on his first page. */
export const SEES_PACKS: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'BIZENV',
  'DISCIPLINE',
  'TASKFORCE',
  'STEWARD',
  'STREET',
])

/**
 * Roles that have a register of enterprises 企业; an enterprise is led to its own page. A bank sees those whose need was
 * recommended to it, through the needs.
 */
export const SEES_ENTERPRISES: ReadonlySet<Role> = new Set(Object.keys(SIGHT.project) as Role[])

/** Roles that can open the page of an enterprise: a bank that of one that lets it see a need. */
export const OPENS_ENTERPRISES: ReadonlySet<Role> = new Set([...SEES_ENTERPRISES, 'BANK'])

/**
 * Who sees what is confidential of an enterprise 资信, and of which: the office of all, the enterprise its own, a steward of
 * those of his projects that agreed. Leaders see totals only, a bank by consent for a need.
 *
 * @source domain roles.md §1, column 融资 (F)
 */
export const SEES_CONFIDENTIAL: Readonly<Partial<Record<Role, 'all' | 'own' | 'agreed'>>> = {
  OFFICE: 'all',
  CONTACT: 'own',
  STEWARD: 'agreed',
}

/** Roles that see services for enterprises beside financing: work, business abroad. An enterprise sees its own. */
export const SEES_SERVICES: ReadonlySet<Role> = new Set(
  (Object.keys(SIGHT.project) as Role[]).filter((role) => role !== 'AGENCY'),
)

/**
 * Roles that have a list of visits 走访; an enterprise sees who comes to itself, and may say no.
 *
 * @source other-mechanisms §9 (无事不扰)
 */
export const SEES_VISITS: ReadonlySet<Role> = new Set(Object.keys(SIGHT.project) as Role[])

/** Roles that see what a project is offered for to private capital; what it costs is not an agency handler's business. */
export const SEES_PROMOTIONS: ReadonlySet<Role> = new Set(
  (Object.keys(SIGHT.project) as Role[]).filter((role) => role !== 'AGENCY'),
)

/** Roles that see upgrades of enterprises: their investment and subsidies are not an agency's business. */
export const SEES_UPGRADES: ReadonlySet<Role> = new Set(
  (Object.keys(SIGHT.project) as Role[]).filter((role) => role !== 'AGENCY' && role !== 'AGENCY_HEAD'),
)

/**
 * Roles that see credit banks mean to give, each as far as its column says: the office all of it, leaders totals, a bank and an
 * enterprise their own.
 *
 * @source domain roles.md §1, column 融资 (F)
 */
export const SEES_INTENTS: ReadonlySet<Role> = new Set(['OFFICE', 'HEAD', 'LEADER', 'BANK', 'CONTACT'])

/** Of those, roles that see whose credit it is; the others see sums. */
export const SEES_INTENT_ROWS: ReadonlySet<Role> = new Set(['OFFICE', 'BANK', 'CONTACT'])

/** Roles that have the overview of the services; an enterprise finds what is its own on its first page. */
export const SEES_OVERVIEW: ReadonlySet<Role> = new Set(
  (Object.keys(SIGHT.project) as Role[]).filter((role) => role !== 'CONTACT'),
)

/** Roles that see what waits for somebody's approval; of a row out of sight, nobody does. */
export const SEES_APPROVALS: ReadonlySet<Role> = new Set(Object.keys(SIGHT.project) as Role[])

/** Roles that see who has an account, and what is proposed about accounts and units. */
export const SEES_ACCOUNTS: ReadonlySet<Role> = new Set(['SYSADMIN', 'SECADMIN'])

/** Roles that see the list of units. */
export const SEES_ORGS: ReadonlySet<Role> = new Set(['SYSADMIN', 'SECADMIN', 'OFFICE'])

/**
 * Roles that have the register of monitoring points 监测点: the commission whose they are, and whoever answers for how the
 * district treats its firms.
 *
 * @source other-mechanisms §8
 */
export const SEES_POINTS: ReadonlySet<Role> = new Set(['HEAD', 'LEADER', 'OFFICE', 'DISCIPLINE', 'BIZENV'])

/**
 * Who sees what was told to the commission alone 检举, and that there is any of it: the commission, and nobody beside it.
 *
 * @source domain roles.md §1, column 检举 (J); SECURITY.md §3.2
 */
export const SEES_REPORTS: ReadonlySet<Role> = new Set(['DISCIPLINE'])

/**
 * Roles that have to do with what is said at monitoring points 诉求、投诉: the service bureau and the discipline office with all of
 * it, a unit with its own, leaders and the office with totals, an enterprise with what it said itself.
 *
 * @source domain roles.md §1, column 投诉
 */
export const SEES_COMPLAINTS: ReadonlySet<Role> = new Set(Object.keys(SIGHT.project) as Role[])
