import type { Level } from '@/lib/domain/level-scale'
import type { ProjectStage } from '@/prisma/generated/client'
import type { Trouble } from './procedure-script'
import type { Random } from './random'

export type TemplateCode = 'IND_NEW' | 'RENO' | 'GOV' | 'SMALL'

/** What a project's colour comes from; calendar days unless said otherwise. */
export type Cause =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'procedure'; trouble: Trouble; codes: readonly string[] }>
  | Readonly<{ kind: 'issue'; overWd: number }>
  | Readonly<{ kind: 'stale'; days: number }>
  | Readonly<{ kind: 'behind'; points: number }>
  | Readonly<{ kind: 'start'; when: 'soon' | 'missed' | 'longMissed' }>
  | Readonly<{ kind: 'enrolment'; months: number }>
  | Readonly<{ kind: 'talks'; months: number }>

export type ProjectSpec = Readonly<{
  stage: ProjectStage
  /** The colour it must come out with on the seed's day, whatever day that is. */
  level: Level
  /** Tried in order until one gives the colour: some do not work on some days of the year. */
  causes: readonly Cause[]
  /** Set aside 暂缓: in the library, measured by nobody. */
  suspended?: true
}>

const NONE: readonly Cause[] = [{ kind: 'none' }]
const LAND = ['LX09', 'LX10', 'LX06', 'LX12']
const DESIGN = ['GC01', 'GC02', 'SG02', 'SG03']
const BUILD = ['SG03', 'SG02', 'SG04']
const ACCEPTANCE = ['JG02', 'JG05', 'JG01']

const trouble = (codes: readonly string[], t: Trouble): Cause => ({ kind: 'procedure', trouble: t, codes })
const spec = (stage: ProjectStage, level: Level, ...causes: Cause[]): ProjectSpec => ({
  stage,
  level,
  causes: causes.length > 0 ? causes : NONE,
})
const times = (count: number, one: ProjectSpec): ProjectSpec[] => Array.from({ length: count }, () => one)

/** Signed projects whose colour says something: 5 red, 9 yellow, 10 blue. The first ones go to the demo steward. */
const WARNED: readonly ProjectSpec[] = [
  spec('PERMITTING', 'RED', trouble(BUILD, { kind: 'promise', over: 6 })),
  spec('PERMITTING', 'YELLOW', trouble(['SG03', 'SG02', 'GC02'], { kind: 'supplement', over: 3 })),
  spec('PERMITTING', 'BLUE', trouble(BUILD, { kind: 'promise', over: -1 })),
  spec('PERMITTING', 'YELLOW', trouble(DESIGN, { kind: 'promise', over: 2 })),
  spec('CONSTRUCTION', 'RED', { kind: 'issue', overWd: 7 }),
  spec('PERMITTING', 'RED', { kind: 'start', when: 'longMissed' }),
  spec('PERMITTING', 'RED', trouble(LAND, { kind: 'submit', over: 12 })),
  spec('CONSTRUCTION', 'RED', { kind: 'enrolment', months: 2 }),
  spec('SIGNED', 'YELLOW', trouble(LAND, { kind: 'submit', over: 4 })),
  spec('PERMITTING', 'YELLOW', trouble(['GC02', 'GC01', 'SG02'], { kind: 'tolerance', over: 2 })),
  spec('PERMITTING', 'YELLOW', { kind: 'start', when: 'missed' }),
  spec('CONSTRUCTION', 'YELLOW', { kind: 'behind', points: 1600 }, { kind: 'issue', overWd: 2 }),
  spec('CONSTRUCTION', 'YELLOW', { kind: 'enrolment', months: 1 }),
  spec('CONSTRUCTION', 'YELLOW', { kind: 'issue', overWd: 3 }),
  spec('COMPLETED', 'YELLOW', trouble(ACCEPTANCE, { kind: 'rejected', days: 4 })),
  spec('SIGNED', 'BLUE', trouble(LAND, { kind: 'submit', over: -2 })),
  spec('PERMITTING', 'BLUE', trouble(DESIGN, { kind: 'supplement', over: -1 })),
  spec('PERMITTING', 'BLUE', trouble(DESIGN, { kind: 'special', over: -2 })),
  spec('PERMITTING', 'BLUE', trouble(LAND, { kind: 'receipt', left: 1 })),
  spec('PERMITTING', 'BLUE', { kind: 'start', when: 'soon' }),
  spec('CONSTRUCTION', 'BLUE', { kind: 'behind', points: 700 }, { kind: 'issue', overWd: -1 }),
  spec('CONSTRUCTION', 'BLUE', { kind: 'stale', days: 10 }),
  spec('CONSTRUCTION', 'BLUE', { kind: 'issue', overWd: -1 }),
  spec(
    'COMPLETED',
    'BLUE',
    trouble(['JG02'], { kind: 'deemed', since: 0, registered: false }),
    trouble(ACCEPTANCE, { kind: 'promise', over: -1 }),
  ),
]

/** Signed projects on their way, with an in-hand procedure here and there. */
const ON_THEIR_WAY: readonly ProjectSpec[] = [
  ...times(
    3,
    spec(
      'PERMITTING',
      'GREEN',
      trouble(BUILD, { kind: 'promise', over: -3 }),
      trouble(DESIGN, { kind: 'promise', over: -4 }),
      { kind: 'none' },
    ),
  ),
  ...times(2, spec('PERMITTING', 'GREEN', trouble(DESIGN, { kind: 'supplement', over: -6 }), { kind: 'none' })),
  spec('PERMITTING', 'GREEN', trouble(['LX12', 'SG03', 'GC01'], { kind: 'special', over: -11 }), { kind: 'none' }),
  ...times(7, spec('SIGNED', 'GREEN')),
  // The twenty-third project under construction is one of the two with a real name.
  ...times(14, spec('CONSTRUCTION', 'GREEN')),
  spec('COMPLETED', 'GREEN', trouble(ACCEPTANCE, { kind: 'promise', over: -4 }), { kind: 'none' }),
  spec('COMPLETED', 'GREEN', trouble(['JG05'], { kind: 'deemed', since: 1, registered: true }), { kind: 'none' }),
  ...times(5, spec('PRODUCTION', 'GREEN')),
  ...times(2, spec('FULL_CAPACITY', 'GREEN')),
]

const UNSIGNED: readonly ProjectSpec[] = [
  ...times(2, spec('NEGOTIATING', 'YELLOW', { kind: 'talks', months: 2 })),
  ...times(4, spec('NEGOTIATING', 'BLUE', { kind: 'talks', months: 1 })),
  ...times(17, spec('NEGOTIATING', 'GREEN', { kind: 'talks', months: 0 })),
  ...times(5, spec('PLANNING', 'GREEN')),
  // The last one in planning is the other project with a real name.
  ...times(50, spec('PLANNING', 'GREY')),
  ...times(2, { ...spec('PLANNING', 'GREY'), suspended: true }),
]

/**
 * The 140 imagined projects; with the two real names 142, 61 of them signed.
 *
 * The first four are the ones the demo steward has to show; the rest are in a mixed order.
 */
export const projectSpecs = (r: Random): ProjectSpec[] => [
  ...WARNED.slice(0, 4),
  ...r.shuffle([...WARNED.slice(4), ...ON_THEIR_WAY, ...UNSIGNED]),
]
