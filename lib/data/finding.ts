/** One row that breaks an invariant 不变量: which rule, which row, and what was found instead. */
export type Finding = Readonly<{ invariant: Invariant; subject: string; found: string }>

/** What must hold at any time; the doctor walks through all of them. */
export const INVARIANTS = [
  'AUDIT_CHAIN', // the seals of the audit log follow each other and fit their entries
  'VERSION_AUDIT', // every new version of a row was written together with an audit row
  'ONE_STEWARD', // a project in the library has one live steward at most, and each span fits its neighbours
  'AGENCY_PROJECTS', // an agency takes part where it has a procedure or was added, and nowhere else
  'PROCEDURE_FOLD', // a procedure row is the fold of its events, and each event starts where the last one ended
  'LEVEL_CACHE', // cached colour, owner and next change are what the rules say
  'LEVEL_HISTORY', // the last recorded change of colour is the colour
  'LEVEL_SUMS', // the colours of a district add up to its rows
  'PLAN_MOVES', // 第n次 counts the recorded changes of plan
  'IDEMPOTENCY', // a kept key belongs to a write that was audited
  'DATES', // nothing ends before it starts, and no fact lies in the future
  'YEAR_SUMS', // the completed money beside a year's plan is the sum of its weekly entries
  'MONEY', // amounts are whole 分 from 0 to 10^15
  'ADMIN_ROLES', // nobody holds two of the three administrator roles
  'SESSIONS', // a disabled account has no live session
  'FILES', // stored bytes are what their hash says, and something refers to them
  'MEETINGS', // what a meeting decided is numbered without a gap and became its tasks once, and only when it was closed
  'JOB_RUNS', // no run of a job is stuck
  'TASKS', // numbers of a week's tasks have no gaps; what is closed has its result and its proof; one extension at most
  'SLIPS', // the papers of a task follow each other, and none waits for a task that is over
  'ISSUES', // a problem is in one pair of hands, and where its last move led; what is struck off was answered or ended
  'SEARCH_TEXT', // what has a name can be found by it and by its pinyin
  'PAPERS', // signed minutes and briefs are what was signed, and their versions follow each other
  'TIME_SPENT', // the account of a finished procedure is what its moves say
  'ESCALATED', // every red that has outgrown a rung of the ladder was told to somebody
  'BRIEFINGS', // published briefings are what was published, and their versions follow each other
  'RANKINGS', // published rankings are what was signed, and their versions follow each other
  'REPORTS', // what was told to the commission is sealed, stands where its last move led, and is in nobody's log
  'SUPERVISION', // no slip of the commission is gone, dated back or closed unseen: numbers, histories and the log agree
] as const
export type Invariant = (typeof INVARIANTS)[number]
