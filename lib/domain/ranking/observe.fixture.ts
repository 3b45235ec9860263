import { on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import type { MonthFacts, RankedIssue, RankedProcedure, RankedProject } from './facts'

export const CALENDAR = buildCalendar(PUBLISHED_YEARS)

/** A project of a steward, a team and a street, in permits since spring. */
export const rankedProject = (rest: Partial<RankedProject> = {}): RankedProject => ({
  id: 'p1',
  name: '热力管网',
  number: 1,
  stage: 'PERMITTING',
  status: 'ACTIVE',
  enteredOn: on('2026-03-02'),
  leftOn: null,
  enrolledOn: null,
  taskforceId: 'team',
  taskforce: '工业专班',
  areaId: 'street',
  area: '马寨镇',
  leadUnit: null,
  totalFen: 100_000_000n,
  plan: null,
  stewards: [{ personId: 'wang', fromOn: on('2026-03-02'), toOn: null }],
  start: null,
  signing: null,
  waived: [],
  colours: [{ on: on('2026-10-01'), level: 'GREEN', owner: null }],
  ...rest,
})

/** A procedure accepted on 2026-10-08 with seven working days promised: they end on 2026-10-17. */
export const rankedProcedure = (rest: Partial<RankedProcedure> = {}): RankedProcedure => ({
  id: 'c1',
  projectId: 'p1',
  item: '施工许可',
  agencyId: 'zhujian',
  state: 'ACCEPTED',
  promisedWd: 7,
  statutoryWd: 10,
  extensionWd: 0,
  receivedOn: on('2026-10-08'),
  acceptedOn: on('2026-10-08'),
  finishedOn: null,
  pauses: [],
  pausedSince: null,
  pausedFor: 'SUPPLEMENT',
  specialLimitWd: null,
  supplements: 0,
  planFinishOn: null,
  raisedOn: null,
  ...rest,
})

export const rankedIssue = (rest: Partial<RankedIssue> = {}): RankedIssue => ({
  id: 'i1',
  projectId: 'p1',
  number: 1,
  text: '道路未通',
  leadOrgId: 'zhujian',
  dueOn: on('2026-10-20'),
  closedOn: null,
  withdrawn: false,
  ...rest,
})

/** Facts of October 2026, empty but for what is given. */
export const monthFacts = (rest: Partial<MonthFacts> = {}): MonthFacts => ({
  month: '2026-10',
  district: '测试区',
  projects: [rankedProject()],
  procedures: [],
  issues: [],
  weeks: [],
  slips: [],
  needs: [],
  matters: [],
  ratings: [],
  units: [
    { id: 'zhujian', name: '住建局', kind: 'AGENCY' },
    { id: 'team', name: '工业专班', kind: 'TASKFORCE' },
    { id: 'street', name: '马寨镇', kind: 'STREET' },
  ],
  people: new Map([
    ['wang', '王管家'],
    ['li', '李管家'],
  ]),
  ...rest,
})
