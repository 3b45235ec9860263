import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import type { ProcedureLine } from '@/lib/schemas/project-detail'

/** Stages of the catalogue in the order projects go through them. */
const ORDER = ['招引落地', '立项用地规划许可', '工程建设许可', '施工许可', '并行推进', '竣工验收', '投产'] as const
export type LaneStage = (typeof ORDER)[number]

export type Lane = Readonly<{ stage: LaneStage; lines: readonly ProcedureLine[]; finished: number; total: number }>

/** Procedures by stage, as lanes of a chart or groups of a table. Items that do not apply stay out of the count. */
export function lanesOf(lines: readonly ProcedureLine[]): Lane[] {
  return ORDER.flatMap((stage): Lane[] => {
    const own = lines.filter((line) => line.stage === stage)
    const counted = own.filter((line) => line.state !== 'NA')
    const finished = counted.filter((line) => FINISHED_STATES.has(line.state)).length
    return own.length > 0 ? [{ stage, lines: own, finished, total: counted.length }] : []
  })
}
