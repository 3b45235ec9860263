import type { MoveKind } from '@/lib/domain/procedure-move'
import type { Random } from './random'

/** A move of an imagined history: working days after the filing, and how many more until somebody typed it in. */
export type Step = Readonly<{
  move: MoveKind
  at: number
  late?: number
  limitWd?: number
  days?: number
  /** Tolerance: working days from the move to the day the papers are due. */
  dueWd?: number
  reason?: string
}>

/** What is wrong, or about to be, with the procedure a project's colour comes from. */
export type Trouble =
  | Readonly<{ kind: 'promise'; over: number }>
  | Readonly<{ kind: 'submit'; over: number }>
  | Readonly<{ kind: 'supplement'; over: number }>
  | Readonly<{ kind: 'special'; over: number }>
  | Readonly<{ kind: 'tolerance'; over: number }>
  | Readonly<{ kind: 'rejected'; days: number }>
  | Readonly<{ kind: 'receipt'; left: number }>
  /** Neither accepted nor told in five days, so accepted from receipt 视为受理; registered late, or not at all. */
  | Readonly<{ kind: 'deemed'; since: number; registered: boolean }>

const NOTICES = [
  '总平面图与红线图坐标不一致',
  '缺少产权人同意书',
  '施工合同未加盖骑缝章',
  '公众参与说明不完整',
  '图纸版本与备案内容不符',
]
const EXPERTS = ['组织专家评审', '委托技术评估', '现场勘验检测', '依法听证公告']
const REFUSALS = ['不符合控制性详细规划指标', '消防设计不符合技术标准强制性条文']
const WITHDRAWALS = ['企业调整建设规模，主动撤回', '建设单位名称变更，重新申报']
const TOLERANCES = ['公共服务设施协议原件后补', '人防易地建设费缴纳凭证后补']

const SUPPLEMENT_WD = 10
const SPECIAL_WD = 20
const TOLERANCE_WD = 10
/** Working days after receipt on which an application first counts as accepted by law. */
const DEEMED_WD = 6

type Script = Readonly<{ steps: readonly Step[]; finish: number }>

const plain = (r: Random, promised: number): Script => {
  const late = r.chance(0.12) ? r.int(1, 3) : undefined
  if (promised <= 1) return { steps: [{ move: 'FINISH', at: 0, late }], finish: 0 }
  const accept = r.int(0, 2)
  const finish = accept + (r.chance(0.08) ? promised + r.int(1, 3) : r.int(Math.ceil(promised / 2), promised))
  return {
    steps: [
      { move: 'FILE', at: 0 },
      { move: 'ACCEPT', at: accept, late },
      { move: 'FINISH', at: finish },
    ],
    finish,
  }
}

/** A history from filing to certificate, mostly a smooth one. Days are counted from the filing. */
export function scriptOf(r: Random, promised: number, tolerance: boolean): Script {
  const dice = r.int(1, 100)
  if (promised <= 2 || dice <= 68) return plain(r, promised)
  const accept = r.int(0, 2)
  if (dice <= 80) {
    const back = accept + 1 + r.int(2, 9)
    const finish = back + r.int(1, promised - 1)
    return {
      steps: [
        { move: 'FILE', at: 0 },
        { move: 'ACCEPT', at: accept },
        { move: 'NOTICE', at: accept + 1, limitWd: SUPPLEMENT_WD, reason: r.pick(NOTICES) },
        { move: 'SUPPLEMENTED', at: back, late: r.chance(0.3) ? 1 : undefined },
        { move: 'FINISH', at: finish },
      ],
      finish,
    }
  }
  if (dice <= 87) {
    const back = accept + 1 + r.int(6, 18)
    const finish = back + r.int(1, promised - 1)
    return {
      steps: [
        { move: 'FILE', at: 0 },
        { move: 'ACCEPT', at: accept },
        { move: 'SPECIAL', at: accept + 1, limitWd: SPECIAL_WD, reason: r.pick(EXPERTS) },
        { move: 'SPECIAL_DONE', at: back },
        { move: 'FINISH', at: finish },
      ],
      finish,
    }
  }
  if (dice <= 91 && tolerance) {
    const finish = accept + r.int(1, promised)
    return {
      steps: [
        { move: 'FILE', at: 0 },
        { move: 'ACCEPT', at: accept },
        { move: 'FINISH_TOL', at: finish, dueWd: TOLERANCE_WD, reason: r.pick(TOLERANCES) },
        { move: 'TOL_CLEARED', at: finish + r.int(3, 8) },
      ],
      finish,
    }
  }
  if (dice <= 95) {
    const again = accept + 2 + r.int(4, 9)
    const second = plain(r, promised)
    const refused = r.chance(0.5)
    return {
      steps: [
        { move: 'FILE', at: 0 },
        { move: 'ACCEPT', at: accept },
        refused
          ? { move: 'REJECT', at: accept + 2, reason: r.pick(REFUSALS) }
          : { move: 'WITHDRAW', at: accept + 2, reason: r.pick(WITHDRAWALS) },
        ...second.steps.map((step) => ({ ...step, at: step.at + again })),
      ],
      finish: second.finish + again,
    }
  }
  const finish = accept + promised + r.int(1, 4)
  return {
    steps: [
      { move: 'FILE', at: 0 },
      { move: 'ACCEPT', at: accept },
      { move: 'EXTEND', at: accept + promised - 1, days: 5, reason: '需核实现场情况，经负责人批准延长' },
      { move: 'FINISH', at: finish },
    ],
    finish,
  }
}

/** The unfinished history of the procedure in trouble, and how many working days after its planned filing today is. */
export function troubleScript(
  r: Random,
  promised: number,
  trouble: Trouble,
): Readonly<{ steps: readonly Step[]; today: number }> {
  const file: Step = { move: 'FILE', at: 0 }
  const accept: Step = { move: 'ACCEPT', at: 1 }
  switch (trouble.kind) {
    case 'submit':
      return { steps: [], today: Math.max(0, trouble.over) }
    case 'receipt':
      return { steps: [file], today: 5 - trouble.left }
    case 'deemed':
      return {
        steps: [file, ...(trouble.registered ? [{ ...accept, at: DEEMED_WD }] : [])],
        today: DEEMED_WD + trouble.since,
      }
    case 'promise':
      return { steps: [file, accept], today: Math.max(1, 1 + promised + trouble.over) }
    case 'supplement':
      return {
        steps: [file, accept, { move: 'NOTICE', at: 2, limitWd: SUPPLEMENT_WD, reason: r.pick(NOTICES) }],
        today: 2 + SUPPLEMENT_WD + trouble.over,
      }
    case 'special':
      return {
        steps: [file, accept, { move: 'SPECIAL', at: 2, limitWd: SPECIAL_WD, reason: r.pick(EXPERTS) }],
        today: 2 + SPECIAL_WD + trouble.over,
      }
    case 'tolerance': {
      const at = 1 + Math.min(promised, 3)
      const steps: Step[] = [file, accept, { move: 'FINISH_TOL', at, dueWd: TOLERANCE_WD, reason: r.pick(TOLERANCES) }]
      return { steps, today: at + TOLERANCE_WD + trouble.over }
    }
    case 'rejected': {
      const at = 1 + Math.max(1, promised - 1)
      return { steps: [file, accept, { move: 'REJECT', at, reason: r.pick(REFUSALS) }], today: at + trouble.days }
    }
  }
}
