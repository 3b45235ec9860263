import type { Owner } from './reason'

/** The 15 roles of the rights matrix 角色. */
export const ROLES = [
  'HEAD',
  'LEADER',
  'OFFICE',
  'TASKFORCE',
  'STEWARD',
  'CONTACT',
  'AGENCY',
  'AGENCY_HEAD',
  'STREET',
  'BANK',
  'DISCIPLINE',
  'BIZENV',
  'SYSADMIN',
  'SECADMIN',
  'AUDITOR',
] as const
export type Role = (typeof ROLES)[number]

declare const proven: unique symbol
/** Somebody whose sign-in has been checked for this very request. Only lib/auth makes one. */
export type Actor = Readonly<{
  userId: string
  personId: string
  name: string
  role: Role
  districtId: string
  orgId: string | null
  enterpriseId: string | null
  /** Persons whose deputy the actor is today, the actor included: what they may do, he may do. */
  standsInFor: readonly string[]
  address: string | null
  /** Whether he has shown a few minutes ago, once more, that it is him: own-proof.ts. */
  proved: boolean
}> & { readonly [proven]: true }

/** How an actor is tied to a project or procedure. 数据范围 */
export type Relation = 'district' | 'stewarded' | 'led' | 'taskforce' | 'street' | 'agency' | 'enterprise'

/** What ties people to a row: the facts a relation is decided by. */
export type Scope = Readonly<{
  districtId: string
  stewardId: string | null
  leaderId: string | null
  taskforceId: string | null
  streetId: string | null
  enterpriseId: string | null
  agencyIds: readonly string[]
}>

/**
 * What each role sees of projects and procedures; a role that is not named sees none.
 *
 * @source domain roles.md §1 (rights matrix)
 */
export const SIGHT: Readonly<Record<'project' | 'procedure', Readonly<Partial<Record<Role, Relation>>>>> = {
  project: {
    HEAD: 'district',
    LEADER: 'district',
    OFFICE: 'district',
    DISCIPLINE: 'district',
    BIZENV: 'district',
    TASKFORCE: 'taskforce',
    STEWARD: 'stewarded',
    CONTACT: 'enterprise',
    AGENCY: 'agency',
    AGENCY_HEAD: 'agency',
    STREET: 'street',
  },
  procedure: {
    HEAD: 'district',
    LEADER: 'district',
    OFFICE: 'district',
    DISCIPLINE: 'district',
    BIZENV: 'district',
    TASKFORCE: 'taskforce',
    STEWARD: 'stewarded',
    CONTACT: 'enterprise',
    AGENCY: 'agency',
    AGENCY_HEAD: 'agency',
    STREET: 'street',
  },
}

const grant = <R extends Role>(roles: readonly R[], relation: Relation) =>
  Object.fromEntries(roles.map((role) => [role, relation])) as Partial<Record<Role, Relation>>

/** Roles that have a ledger at all. */
const READERS = Object.keys(SIGHT.project) as Role[]
/** Its handlers record what an agency does; its head looks on, and approves what runs longer (roles.md §1: V, A extension). */
const AGENCY_SIDE = { OFFICE: 'district', STEWARD: 'stewarded', AGENCY: 'agency' } as const
const APPLICANT_SIDE = { OFFICE: 'district', STEWARD: 'stewarded', CONTACT: 'enterprise' } as const
/** What changes a limit or refuses is the agency's to decide; the office answers for one that has no account. */
const AGENCY_DECIDES = { OFFICE: 'district', AGENCY: 'agency' } as const
/** Whoever a meeting can give something to do, and the office for units without an account. */
const TASK_DOERS = ['OFFICE', 'LEADER', 'TASKFORCE', 'STEWARD', 'AGENCY', 'AGENCY_HEAD', 'STREET'] as const
/** Whoever puts a problem in, and says of it whether it is solved. */
const ISSUE_RAISERS = ['OFFICE', 'LEADER', 'TASKFORCE', 'STEWARD', 'STREET', 'BIZENV', 'CONTACT'] as const
/** Whose unit a problem can be given to, and the office for a unit without an account. */
const ISSUE_DOERS = ['OFFICE', 'TASKFORCE', 'AGENCY', 'AGENCY_HEAD', 'STREET', 'BIZENV'] as const
/** Whoever gives problems out at some tier. */
const ISSUE_SETTLERS = ['OFFICE', 'HEAD', 'LEADER', 'TASKFORCE', 'AGENCY_HEAD'] as const
/** Whom a paper of a colour can go to, and the office for whoever cannot sign in. */
const PAPER_RECEIVERS = [
  'OFFICE',
  'TASKFORCE',
  'STEWARD',
  'CONTACT',
  'AGENCY',
  'AGENCY_HEAD',
  'STREET',
  'BIZENV',
] as const
/** Whoever can have raised a matter. */
const TASK_RAISERS = [...TASK_DOERS, 'HEAD'] as const
const FACTOR_ASKERS = { ...APPLICANT_SIDE, TASKFORCE: 'taskforce' } as const
/** The relation of an agency is to the need: it was asked for it. */
const FACTOR_GIVERS = { OFFICE: 'district', TASKFORCE: 'taskforce', AGENCY: 'agency', AGENCY_HEAD: 'agency' } as const
const WAIVER_ASKERS = { STEWARD: 'stewarded', TASKFORCE: 'taskforce' } as const
/** The head goes his own unit's way, the service bureau any: walk-parts.ts. */
const WALKERS = ['AGENCY_HEAD', 'BIZENV'] as const
/** Whose unit a finding is, and the office for a unit without an account. */
const FINDING_OWNERS = ['OFFICE', 'AGENCY', 'AGENCY_HEAD'] as const
const PACK_HANDS = ['OFFICE', 'BIZENV', 'STEWARD'] as const
const JOB_ASKERS = ['OFFICE', 'BIZENV', 'STEWARD', 'TASKFORCE', 'STREET', 'CONTACT'] as const
/** Whoever goes to see enterprises: he plans it so that others can come along. */
const VISITORS = ['OFFICE', 'LEADER', 'TASKFORCE', 'STEWARD', 'AGENCY', 'AGENCY_HEAD', 'STREET', 'BIZENV'] as const
/** Whoever works on what a project is offered for; the row says whose project it is. */
const OFFERERS = ['OFFICE', 'TASKFORCE', 'STEWARD'] as const
/** Whoever leads complaints: the service bureau, and the discipline office where the bureau itself is what one is about. */
const COMPLAINT_LEADS = ['BIZENV', 'DISCIPLINE'] as const
/** Whose unit a complaint can be passed to, and whoever leads it for a unit without an account; the row says whose it is. */
const COMPLAINT_DOERS = ['AGENCY', 'AGENCY_HEAD', 'STREET', 'TASKFORCE', ...COMPLAINT_LEADS] as const
/** A bank moves what was recommended to it; the office writes down what a bank without an account says. */
const BANK_SIDE = grant(['BANK', 'OFFICE'], 'district')
const PAPERS = { ...APPLICANT_SIDE, ...AGENCY_SIDE, AGENCY_HEAD: 'agency', TASKFORCE: 'taskforce' } as const

/**
 * The one policy table: who may do what, and to which rows.
 *
 * A steward records what papers in the applicant's hand show of the agency's work, marked 管家代录: the agency may not yet
 * work in the system. What the agency decides about limits, or refuses, is not his to record.
 *
 * @source domain roles.md §1
 */
export const POLICY = {
  'project.create': { OFFICE: 'district', TASKFORCE: 'taskforce' },
  'project.stage': { OFFICE: 'district', TASKFORCE: 'taskforce' },
  'project.edit': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  // Facts with the team: who answers for a project is not for its steward to say.
  'project.assign': { OFFICE: 'district', TASKFORCE: 'taskforce' },
  'project.update': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  // Whoever said that nothing changed, on the day he said it.
  'project.withdrawUpdate': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  'project.milestone': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  'project.agency': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  'handover.propose': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  // Whoever proposed it, while nobody has answered: handover.ts.
  'handover.withdraw': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  'handover.decide': grant(['STEWARD'], 'district'),
  'deputy.set': { OFFICE: 'district', STEWARD: 'district', TASKFORCE: 'district', AGENCY_HEAD: 'district' },
  'procedure.FILE': APPLICANT_SIDE,
  'procedure.WITHDRAW': APPLICANT_SIDE,
  'procedure.SUPPLEMENTED': { ...APPLICANT_SIDE, AGENCY: 'agency' },
  'procedure.TOL_CLEARED': AGENCY_SIDE,
  'procedure.RECEIVE': AGENCY_SIDE,
  'procedure.ACCEPT': AGENCY_SIDE,
  'procedure.NOT_ACCEPT': AGENCY_DECIDES,
  'procedure.NOTICE': AGENCY_SIDE,
  'procedure.SPECIAL': AGENCY_SIDE,
  'procedure.SPECIAL_DONE': AGENCY_SIDE,
  // Its head approves it, and may record what he approved.
  'procedure.EXTEND': { ...AGENCY_DECIDES, AGENCY_HEAD: 'agency' },
  'procedure.FINISH': AGENCY_SIDE,
  'procedure.FINISH_TOL': AGENCY_SIDE,
  'procedure.REJECT': AGENCY_DECIDES,
  'procedure.NOT_APPLICABLE': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  'procedure.REINSTATE': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  'procedure.takeBack': { ...AGENCY_SIDE, AGENCY_HEAD: 'agency', CONTACT: 'enterprise', TASKFORCE: 'taskforce' },
  // Who of the unit has what in hand: a colleague passes on, its head distributes.
  'procedure.assign': { AGENCY: 'agency', AGENCY_HEAD: 'agency' },
  // A leader's sentence goes to his own projects; whoever coordinates reminds what is his.
  'reminder.send': {
    HEAD: 'district',
    LEADER: 'led',
    OFFICE: 'district',
    TASKFORCE: 'taskforce',
    STREET: 'street',
    STEWARD: 'stewarded',
  },
  // Whom it went to answers; the row says who that is.
  'reminder.answer': grant(READERS, 'district'),
  // Whom the ladder told has looked, and answers with a reason and a new day; the row says who that is.
  'notice.see': grant([...READERS, 'BANK'], 'district'),
  'notice.answer': grant(['OFFICE', 'TASKFORCE', 'STEWARD', 'CONTACT', 'AGENCY', 'AGENCY_HEAD'], 'district'),
  'procedure.replan': { OFFICE: 'district', TASKFORCE: 'taskforce', STEWARD: 'stewarded' },
  // Papers beside a procedure: whoever files, decides or keeps it up may add one; nobody must.
  'attachment.add': PAPERS,
  'attachment.remove': PAPERS,
  'attachment.read': SIGHT.procedure,
  'ledger.import': grant(['OFFICE'], 'district'),
  'ledger.draft': grant(['OFFICE'], 'district'),
  'ledger.undo': grant(['OFFICE'], 'district'),
  // Whoever sees rows may take them along, as many as he sees.
  'ledger.export': SIGHT.project,
  'calendar.import': grant(['OFFICE'], 'district'),
  'calendar.override': grant(['OFFICE'], 'district'),
  // The service bureau keeps the catalogue; the office may prepare a change, and the bureau sets the day it holds from.
  'catalog.draft': grant(['BIZENV', 'OFFICE'], 'district'),
  'catalog.edit': grant(['BIZENV', 'OFFICE'], 'district'),
  'catalog.discard': grant(['BIZENV', 'OFFICE'], 'district'),
  'catalog.publish': grant(['BIZENV'], 'district'),
  'user.disable': grant(['SYSADMIN'], 'district'),
  'user.unlock': grant(['SYSADMIN'], 'district'),
  // Who of the two it is hangs on whose password it is: administration.ts.
  'user.issue': grant(['SYSADMIN', 'SECADMIN'], 'district'),
  // The auditor's own reading is written down as well.
  'audit.read': grant(['AUDITOR'], 'district'),
  'audit.check': grant(['AUDITOR'], 'district'),
  // Whoever proposes never decides, whoever decides never proposes 三员分立.
  'change.propose': grant(['SYSADMIN'], 'district'),
  'change.withdraw': grant(['SYSADMIN'], 'district'),
  'change.decide': grant(['SECADMIN'], 'district'),
  'user.password': grant(ROLES, 'district'),
  'user.preference': grant(ROLES, 'district'),
  'user.phone': grant(ROLES, 'district'),
  // Everybody may have what is kept about himself (个人信息保护法 45), and nothing else.
  'user.export': grant(ROLES, 'district'),
  // Where somebody's own messages are sent.
  'user.mail': grant(ROLES, 'district'),
  // The ways messages leave the system, and their secrets, are the system administrator's.
  'channel.mail': grant(['SYSADMIN'], 'district'),
  'channel.robot': grant(['SYSADMIN'], 'district'),
  'channel.test': grant(['SYSADMIN'], 'district'),
  // One's own second factor: nobody gives, asks for or takes another's here.
  'secondFactor.begin': grant(ROLES, 'district'),
  'secondFactor.confirm': grant(ROLES, 'district'),
  'secondFactor.pass': grant(ROLES, 'district'),
  'secondFactor.renew': grant(ROLES, 'district'),
  'secondFactor.remove': grant(ROLES, 'district'),
  'user.prove': grant(ROLES, 'district'),
  'session.end': grant(ROLES, 'district'),
  'session.endOthers': grant(ROLES, 'district'),
  // The office makes the agenda; a leader may settle what is his before the meeting 会前解决.
  'agenda.build': grant(['OFFICE'], 'district'),
  'agenda.add': grant(['OFFICE'], 'district'),
  'agenda.edit': grant(['OFFICE'], 'district'),
  'agenda.move': grant(['OFFICE'], 'district'),
  'agenda.drop': grant(['OFFICE'], 'district'),
  'agenda.merge': grant(['OFFICE'], 'district'),
  'agenda.restore': grant(['OFFICE'], 'district'),
  'agenda.settle': { OFFICE: 'district', HEAD: 'district', LEADER: 'led' },
  'agenda.send': grant(['OFFICE'], 'district'),
  'meeting.cancel': grant(['OFFICE'], 'district'),
  // While the meeting sits the office types what the chair says.
  'meeting.start': grant(['OFFICE'], 'district'),
  'meeting.topic': grant(['OFFICE'], 'district'),
  'meeting.close': grant(['OFFICE'], 'district'),
  'decision.record': grant(['OFFICE'], 'district'),
  'decision.edit': grant(['OFFICE'], 'district'),
  'decision.remove': grant(['OFFICE'], 'district'),
  // Whoever is called answers for himself or his unit; the row says who that is.
  'attendance.answer': grant(['HEAD', 'LEADER', 'TASKFORCE', 'STEWARD', 'AGENCY_HEAD', 'STREET'], 'district'),
  'attendance.mark': grant(['OFFICE'], 'district'),
  'meeting.rhythm': grant(['OFFICE'], 'district'),
  // Whom a task was given to does it, whoever raised it confirms it; the row says who that is: meeting/task-parts.ts.
  'task.sign': grant(TASK_DOERS, 'district'),
  'task.object': grant(TASK_DOERS, 'district'),
  'task.report': grant(TASK_DOERS, 'district'),
  'task.submit': grant(TASK_DOERS, 'district'),
  'task.askExtension': grant(TASK_DOERS, 'district'),
  'task.close': grant(TASK_RAISERS, 'district'),
  'task.return': grant(TASK_RAISERS, 'district'),
  // What changes a decision of a meeting is the office's to say.
  'task.uphold': grant(['OFFICE'], 'district'),
  'task.reassign': grant(['OFFICE'], 'district'),
  'task.suspend': grant(['OFFICE'], 'district'),
  'task.resume': grant(['OFFICE'], 'district'),
  'task.withdraw': grant(['OFFICE'], 'district'),
  // More time is granted by whoever answers for the level; the row says who that is: meeting/task-parts.ts.
  'task.extend': grant(['OFFICE', 'TASKFORCE', 'LEADER'], 'district'),
  // Whose problem it is, who has it and who gives it out: the row says who that is, issue/parts.ts.
  // A head puts in what enterprises told him on his way 走流程.
  'issue.enter': grant([...ISSUE_RAISERS, 'AGENCY_HEAD'], 'district'),
  'issue.note': grant(READERS, 'district'),
  'issue.urge': grant(['OFFICE', 'HEAD', 'LEADER', 'TASKFORCE', 'STEWARD', 'STREET', 'BIZENV'], 'district'),
  'issue.assign': grant(ISSUE_SETTLERS, 'district'),
  'issue.transfer': grant([...ISSUE_DOERS, 'HEAD', 'LEADER'], 'district'),
  'issue.return': grant(ISSUE_DOERS, 'district'),
  'issue.raise': grant(
    ['OFFICE', 'HEAD', 'LEADER', 'TASKFORCE', 'STEWARD', 'STREET', 'AGENCY', 'AGENCY_HEAD', 'BIZENV'],
    'district',
  ),
  'issue.report': grant(ISSUE_DOERS, 'district'),
  'issue.answer': grant(ISSUE_DOERS, 'district'),
  'issue.confirm': grant([...ISSUE_RAISERS, 'HEAD', 'AGENCY_HEAD'], 'district'),
  'issue.revisit': grant(['OFFICE', 'STEWARD', 'BIZENV'], 'district'),
  'issue.close': grant(ISSUE_SETTLERS, 'district'),
  'issue.reopen': grant([...ISSUE_RAISERS, 'HEAD', 'AGENCY_HEAD'], 'district'),
  'issue.withdraw': grant([...ISSUE_RAISERS, 'AGENCY_HEAD'], 'district'),
  'issue.outside': grant(ISSUE_SETTLERS, 'district'),
  'issue.askExtension': grant(ISSUE_DOERS, 'district'),
  'issue.extend': grant(ISSUE_SETTLERS, 'district'),
  /** Which project or enterprise it is about is put right by the office alone. */
  'issue.relate': grant(['OFFICE'], 'district'),
  // A job drafts, a person issues.
  'slip.issue': grant(['OFFICE'], 'district'),
  'slip.issueAll': grant(['OFFICE'], 'district'),
  'slip.refuse': grant(['OFFICE'], 'district'),
  'slip.answer': grant(TASK_DOERS, 'district'),
  // A colour drafts, a person of the office issues, and closes what he issued.
  'colourPaper.issue': grant(['OFFICE'], 'district'),
  'colourPaper.refuse': grant(['OFFICE'], 'district'),
  'colourPaper.close': grant(['OFFICE'], 'district'),
  'colourPaper.copy': grant(['OFFICE'], 'district'),
  /** Whom it went to takes these; the office where nobody of it can sign in. */
  'colourPaper.sign': grant(PAPER_RECEIVERS, 'district'),
  'colourPaper.explain': grant(PAPER_RECEIVERS, 'district'),
  'colourPaper.plan': grant(PAPER_RECEIVERS, 'district'),
  'colourPaper.report': grant(PAPER_RECEIVERS, 'district'),
  'colourPaper.return': grant(['OFFICE'], 'district'),
  'colourPaper.accept': grant(['OFFICE'], 'district'),
  // Minutes and briefs are the office's to word and to sign; whoever sees all of a meeting may take them along.
  'paper.draft': grant(['OFFICE'], 'district'),
  'paper.edit': grant(['OFFICE'], 'district'),
  'paper.sign': grant(['OFFICE'], 'district'),
  'paper.correct': grant(['OFFICE'], 'district'),
  'paper.take': grant(['HEAD', 'LEADER', 'OFFICE', 'DISCIPLINE'], 'district'),
  // Whoever sees some of a month's ranking may take along what he sees of it: ranking/sight.ts.
  'ranking.take': grant(
    ['HEAD', 'LEADER', 'OFFICE', 'DISCIPLINE', 'BIZENV', 'TASKFORCE', 'STEWARD', 'AGENCY_HEAD', 'STREET'],
    'district',
  ),
  // Whoever is ranked argues his own point; the row says whose it is: ranking/sight.ts.
  'ranking.object': grant(['STEWARD', 'AGENCY_HEAD', 'TASKFORCE', 'STREET'], 'district'),
  'ranking.decide': grant(['OFFICE'], 'district'),
  'ranking.publish': grant(['OFFICE'], 'district'),
  'ranking.correct': grant(['OFFICE'], 'district'),
  // The office proposes how it is counted; another of it, or the head of the district, decides.
  'ranking.proposeRules': grant(['OFFICE'], 'district'),
  'ranking.withdrawRules': grant(['OFFICE'], 'district'),
  'ranking.approveRules': grant(['OFFICE', 'HEAD'], 'district'),
  // The office tries thresholds of the colours and proposes them; another of it, or the head of the district, decides.
  'rules.try': grant(['OFFICE', 'HEAD'], 'district'),
  'rules.propose': grant(['OFFICE'], 'district'),
  'rules.withdraw': grant(['OFFICE'], 'district'),
  'rules.decide': grant(['OFFICE', 'HEAD'], 'district'),
  // Whoever is at the project says what it lacks; whom it is asked of says what becomes of it, or its team for it.
  'factor.raise': FACTOR_ASKERS,
  'factor.confirm': FACTOR_GIVERS,
  'factor.commit': FACTOR_GIVERS,
  'factor.provide': FACTOR_GIVERS,
  'factor.fail': FACTOR_GIVERS,
  'factor.correct': FACTOR_GIVERS,
  'factor.revoke': FACTOR_ASKERS,
  /** Whoever says that it cannot be provided does not accept what is done instead. */
  'factor.accept': { OFFICE: 'district' },
  'factor.reopen': { OFFICE: 'district', TASKFORCE: 'taskforce' },
  // 管家、专班 propose, the office decides (four-colours §5); whoever sees that its cause has gone ends it.
  'waiver.propose': WAIVER_ASKERS,
  'waiver.withdraw': WAIVER_ASKERS,
  'waiver.renew': WAIVER_ASKERS,
  'waiver.decide': grant(['OFFICE'], 'district'),
  'waiver.end': { OFFICE: 'district', ...WAIVER_ASKERS },
  'walk.start': grant(WALKERS, 'district'),
  'walk.step': grant(WALKERS, 'district'),
  'walk.dropStep': grant(WALKERS, 'district'),
  'walk.find': grant(WALKERS, 'district'),
  'walk.finish': grant(WALKERS, 'district'),
  'walk.cancel': grant(WALKERS, 'district'),
  'finding.correct': grant(WALKERS, 'district'),
  // Whoever wrote it down, that day: walk-parts.ts.
  'finding.takeBack': grant(WALKERS, 'district'),
  // Whoever records the walk, and whose unit mends it; the row says whose it is: walk-parts.ts.
  'finding.photo': grant([...WALKERS, ...FINDING_OWNERS], 'district'),
  'finding.removePhoto': grant([...WALKERS, ...FINDING_OWNERS], 'district'),
  'finding.start': grant(FINDING_OWNERS, 'district'),
  'finding.submit': grant(FINDING_OWNERS, 'district'),
  // The service bureau goes the way again, and nobody else strikes a finding off.
  'finding.return': grant(['BIZENV'], 'district'),
  'finding.close': grant(['BIZENV'], 'district'),
  'finding.assign': grant(['BIZENV'], 'district'),
  // The commission issues slips and closes them; the unit answers, or whoever writes for one without an account: supervision/sight.ts.
  'supervision.open': grant(['DISCIPLINE'], 'district'),
  'supervision.reply': grant(
    ['AGENCY', 'AGENCY_HEAD', 'STREET', 'TASKFORCE', 'BIZENV', 'OFFICE', 'DISCIPLINE'],
    'district',
  ),
  'supervision.verify': grant(['DISCIPLINE'], 'district'),
  'supervision.revisit': grant(['DISCIPLINE'], 'district'),
  'supervision.close': grant(['DISCIPLINE'], 'district'),
  'supervision.return': grant(['DISCIPLINE'], 'district'),
  'supervision.extend': grant(['DISCIPLINE'], 'district'),
  'supervision.urge': grant(['DISCIPLINE'], 'district'),
  'supervision.head': grant(['DISCIPLINE'], 'district'),
  'supervision.announce': grant(['DISCIPLINE'], 'district'),
  'supervision.take': grant(
    ['HEAD', 'LEADER', 'OFFICE', 'BIZENV', 'DISCIPLINE', 'AGENCY', 'AGENCY_HEAD', 'STREET'],
    'district',
  ),
  // A steward hands packs to the enterprises of his projects: visible-packs in pack-rows.ts.
  'pack.prepare': grant(['OFFICE', 'BIZENV'], 'district'),
  'pack.hand': grant(PACK_HANDS, 'district'),
  'pack.return': grant(PACK_HANDS, 'district'),
  // Whoever got it says so himself, or by the code on the slip inside.
  'pack.confirm': grant(['CONTACT'], 'district'),
  'pack.slip': grant(PACK_HANDS, 'district'),
  // The office keeps the register of harbours; what one did in a month is for the bank that leads it to say, or the office.
  'harbour.create': grant(['OFFICE'], 'district'),
  'harbour.edit': grant(['OFFICE'], 'district'),
  'harbour.month': { OFFICE: 'district', BANK: 'agency' },
  // Points and their plates are the commission's own (roles.md §1: 纪委监督员, own code plates).
  'point.create': grant(['DISCIPLINE'], 'district'),
  'point.edit': grant(['DISCIPLINE'], 'district'),
  'plate.issue': grant(['DISCIPLINE'], 'district'),
  'plate.post': grant(['DISCIPLINE'], 'district'),
  'plate.revoke': grant(['DISCIPLINE'], 'district'),
  // The office runs 政银企对接 events; a firm says whether it comes, a bank what became of its intentions.
  'financeEvent.create': grant(['OFFICE'], 'district'),
  'financeEvent.edit': grant(['OFFICE'], 'district'),
  'financeEvent.banks': grant(['OFFICE'], 'district'),
  'financeEvent.pick': grant(['OFFICE'], 'district'),
  'financeEvent.unpick': grant(['OFFICE'], 'district'),
  'financeEvent.invite': grant(['OFFICE'], 'district'),
  'financeEvent.cancel': grant(['OFFICE'], 'district'),
  'financeEvent.hold': grant(['OFFICE'], 'district'),
  'financeEvent.answer': { OFFICE: 'district', CONTACT: 'enterprise' },
  'financeEvent.sign': grant(['OFFICE'], 'district'),
  'financeEvent.amend': grant(['OFFICE'], 'district'),
  'financeEvent.link': grant(['OFFICE'], 'district'),
  'financeEvent.follow': { OFFICE: 'district', BANK: 'agency' },
  'financeEvent.void': { OFFICE: 'district', BANK: 'agency' },
  // A leader reads totals of his own projects: the paper about a whole event is not his.
  'financeEvent.take': grant(['HEAD', 'OFFICE'], 'district'),
  // The register is the office's; an enterprise says of itself what it knows best, and who of its steward may see it.
  'enterprise.create': grant(['OFFICE', 'BIZENV'], 'district'),
  'enterprise.edit': { OFFICE: 'district', CONTACT: 'enterprise' },
  'enterprise.open': grant(['CONTACT'], 'enterprise'),
  'enterprise.merge': grant(['OFFICE', 'BIZENV'], 'district'),
  // Who looks for people says so, or whoever serves him; the row says whose it is: visible-enterprises.ts.
  'job.raise': grant(JOB_ASKERS, 'district'),
  'job.edit': grant(JOB_ASKERS, 'district'),
  'job.planEvent': grant(['OFFICE', 'BIZENV'], 'district'),
  'job.editEvent': grant(['OFFICE', 'BIZENV'], 'district'),
  'job.offer': grant(['OFFICE', 'BIZENV'], 'district'),
  'outbound.record': grant(['OFFICE', 'BIZENV'], 'district'),
  'outbound.edit': grant(['OFFICE', 'BIZENV'], 'district'),
  // A unit plans its own visits, the office and the bureau may mend anybody's; the row says whose: visit-plan.ts.
  'visit.plan': grant(VISITORS, 'district'),
  'visit.move': grant(VISITORS, 'district'),
  'visit.merge': grant(VISITORS, 'district'),
  'visit.result': grant(VISITORS, 'district'),
  'visit.drop': grant(VISITORS, 'district'),
  // An enterprise may say no in one tap, with a word or without 无事不扰.
  'visit.refuse': grant(['CONTACT'], 'enterprise'),
  'intent.record': grant(['OFFICE'], 'district'),
  'intent.withdraw': grant(['OFFICE'], 'district'),
  'promotion.propose': grant(OFFERERS, 'district'),
  'promotion.move': grant(OFFERERS, 'district'),
  'promotion.party': grant(OFFERERS, 'district'),
  // What goes onto a platform of the province or the nation is the office's to send.
  'promotion.push': grant(['OFFICE'], 'district'),
  'upgrade.enter': grant(OFFERERS, 'district'),
  'upgrade.edit': grant(OFFERERS, 'district'),
  'upgrade.move': grant(OFFERERS, 'district'),
  'upgrade.policy': grant(['OFFICE'], 'district'),
  // Whom it was asked of decides, who asked takes it back; the row says who that is: approval.ts.
  'approval.decide': grant(['OFFICE', 'HEAD', 'LEADER', 'TASKFORCE', 'AGENCY_HEAD'], 'district'),
  'approval.withdraw': grant(['OFFICE', 'TASKFORCE', 'STEWARD', 'AGENCY'], 'district'),
  // An enterprise says what it wants to borrow, and which bank may see it; the office checks and recommends, the bank decides.
  'financing.file': { OFFICE: 'district', CONTACT: 'enterprise' },
  // Whoever filed it corrects it until it is checked: financing/need.ts.
  'financing.amend': { OFFICE: 'district', CONTACT: 'enterprise' },
  'financing.check': grant(['OFFICE'], 'district'),
  'financing.recommend': grant(['OFFICE'], 'district'),
  'financing.consent': grant(['CONTACT'], 'enterprise'),
  'financing.revoke': grant(['CONTACT'], 'enterprise'),
  // Of an enterprise without an account the office keeps the paper it signed.
  'financing.paper': grant(['OFFICE'], 'district'),
  'financing.paperBack': grant(['OFFICE'], 'district'),
  'financing.readPaper': { OFFICE: 'district', CONTACT: 'enterprise' },
  'financing.withdraw': { OFFICE: 'district', CONTACT: 'enterprise' },
  'financing.accept': BANK_SIDE,
  'financing.contact': BANK_SIDE,
  'financing.diligence': BANK_SIDE,
  'financing.grant': BANK_SIDE,
  'financing.refuse': BANK_SIDE,
  'financing.transfer': BANK_SIDE,
  'financing.sign': BANK_SIDE,
  'financing.pay': BANK_SIDE,
  'financing.follow': BANK_SIDE,
  // Whoever recorded it, on the same day: financing-undo.ts.
  'financing.takeBack': BANK_SIDE,
  'financing.product': BANK_SIDE,
  'financing.stopProduct': BANK_SIDE,
  'financing.export': BANK_SIDE,
  // What banks send back as a workbook; each row goes the way the bank goes itself.
  'financing.hold': grant(['OFFICE'], 'district'),
  'financing.import': grant(['OFFICE'], 'district'),
  'financing.undoImport': grant(['OFFICE'], 'district'),
  // Somebody at the public page needs no row here: lib/data/visitor-write.ts. Who is what to a complaint: complaint/move.ts.
  'complaint.enter': { BIZENV: 'district', CONTACT: 'enterprise' },
  'complaint.receive': grant(COMPLAINT_LEADS, 'district'),
  'complaint.refuse': grant(COMPLAINT_LEADS, 'district'),
  'complaint.pass': grant(COMPLAINT_LEADS, 'district'),
  'complaint.extend': grant(COMPLAINT_LEADS, 'district'),
  'complaint.denyMore': grant(COMPLAINT_LEADS, 'district'),
  'complaint.close': grant(COMPLAINT_LEADS, 'district'),
  'complaint.redo': grant(COMPLAINT_LEADS, 'district'),
  'complaint.revisit': grant(COMPLAINT_LEADS, 'district'),
  'complaint.relate': grant(COMPLAINT_LEADS, 'district'),
  'complaint.repeat': grant(COMPLAINT_LEADS, 'district'),
  'complaint.note': grant(COMPLAINT_DOERS, 'district'),
  'complaint.return': grant(COMPLAINT_DOERS, 'district'),
  'complaint.askMore': grant(COMPLAINT_DOERS, 'district'),
  'complaint.report': grant(COMPLAINT_DOERS, 'district'),
  'complaint.answer': grant(COMPLAINT_DOERS, 'district'),
  'complaint.rate': grant(['CONTACT'], 'enterprise'),
  'complaint.add': grant(['CONTACT'], 'enterprise'),
  'complaint.urge': grant(['CONTACT'], 'enterprise'),
  // A report of a period is the office's to word and to publish; whoever reads it may take it along: briefing/sight.ts.
  'briefing.create': grant(['OFFICE'], 'district'),
  'briefing.edit': grant(['OFFICE'], 'district'),
  'briefing.template': grant(['OFFICE'], 'district'),
  'briefing.reset': grant(['OFFICE'], 'district'),
  'briefing.publish': grant(['OFFICE'], 'district'),
  'briefing.correct': grant(['OFFICE'], 'district'),
  'briefing.take': grant(['HEAD', 'LEADER', 'OFFICE', 'TASKFORCE', 'BIZENV', 'DISCIPLINE'], 'district'),
  // What is told to the commission alone, and the keys it is sealed to, are the commission's.
  'reportKey.make': grant(['DISCIPLINE'], 'district'),
  'reportKey.change': grant(['DISCIPLINE'], 'district'),
  'report.record': grant(['DISCIPLINE'], 'district'),
  'report.move': grant(['DISCIPLINE'], 'district'),
  'report.release': grant(['DISCIPLINE'], 'district'),
  // A project unit says what it thinks of those who serve it; nobody must.
  'rating.give': grant(['CONTACT'], 'enterprise'),
  'view.save': grant(READERS, 'district'),
  'view.remove': grant(READERS, 'district'),
} as const satisfies Record<string, Readonly<Partial<Record<Role, Relation>>>>
export type Action = keyof typeof POLICY

/** Roles whose own clock runs while a procedure is with the agency. */
export const isAgency = (role: Role): boolean => role === 'AGENCY' || role === 'AGENCY_HEAD'

/** Moves only the agency decides, or the office for it. */
export const isAgencyDecision = (action: string): boolean =>
  action === 'procedure.NOT_ACCEPT' || action === 'procedure.EXTEND' || action === 'procedure.REJECT'

/** Moves of the agency's side: recorded by a steward they are 管家代录. */
export const isAgencySide = (kind: string): boolean => {
  const action = `procedure.${kind}` as Action
  return action in POLICY && relationFor('AGENCY', action) !== null && relationFor('CONTACT', action) === null
}

/**
 * Roles that may approve a move somebody else records. An agency's head approves an extension (行政许可法-42); where he has
 * no account, the office answers for having seen his approval.
 */
export const APPROVER_ROLES: Readonly<Partial<Record<string, readonly Role[]>>> = {
  EXTEND: ['AGENCY_HEAD', 'OFFICE'],
  // four-colours K12, §7.2: a plan that moves is approved by the office; beyond its two, by those it works for.
  REPLAN: ['OFFICE'],
  REPLAN_AGAIN: ['LEADER', 'HEAD'],
  NOT_APPLICABLE: ['OFFICE', 'TASKFORCE'],
  REINSTATE: ['OFFICE', 'TASKFORCE'],
}

/** The relation a role needs for an action; null when the role may never do it. */
export const relationFor = (role: Role, action: Action): Relation | null =>
  (POLICY[action] as Partial<Record<Role, Relation>>)[role] ?? null

/** Whether a role moves procedures at all; the others only read them. */
export const movesProcedures = (role: Role): boolean =>
  (Object.keys(POLICY) as Action[]).some(
    (action) => action.startsWith('procedure.') && relationFor(role, action) !== null,
  )

/** Whether the next move is the role's own: an agency's its own clock, an enterprise's and a steward's theirs. */
export const isMoveOf = (role: Role, owner: Owner | null): boolean => {
  if (!movesProcedures(role)) return false
  if (owner === null) return true
  if (isAgency(role)) return owner.kind === 'AGENCY' || owner.kind === 'NAMED'
  if (role === 'CONTACT') return owner.kind === 'ENTERPRISE'
  return owner.kind === 'STEWARD'
}

/**
 * Whether a role shares saved views with the district, and sees those others share. A project unit stays out of both:
 * what officials call a list is not meant for it.
 */
export const sharesViews = (role: Role): boolean => role !== 'CONTACT' && relationFor(role, 'view.save') !== null

/**
 * Whether the actor stands in the relation to the row. Another district is never reached.
 *
 * @example related(steward, 'stewarded', scopeOfHisProject) // true
 */
export function related(actor: Actor, relation: Relation, scope: Scope): boolean {
  if (actor.districtId !== scope.districtId) return false
  switch (relation) {
    case 'district':
      return true
    case 'stewarded':
      return scope.stewardId !== null && actor.standsInFor.includes(scope.stewardId)
    case 'led':
      return scope.leaderId !== null && actor.standsInFor.includes(scope.leaderId)
    case 'taskforce':
      return actor.orgId !== null && actor.orgId === scope.taskforceId
    case 'street':
      return actor.orgId !== null && actor.orgId === scope.streetId
    case 'agency':
      return actor.orgId !== null && scope.agencyIds.includes(actor.orgId)
    case 'enterprise':
      return actor.enterpriseId !== null && actor.enterpriseId === scope.enterpriseId
  }
}

/** Whether the actor may do the action to a row of this scope. */
export function allows(actor: Actor, action: Action, scope: Scope): boolean {
  const relation = relationFor(actor.role, action)
  return relation !== null && related(actor, relation, scope)
}
