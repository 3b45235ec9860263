import { isAgencyDecision } from '@/lib/domain/access'
import type { FactorMoveKind, FactorState } from '@/lib/domain/factor-need'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { MoveKind } from '@/lib/domain/procedure-move'
import { MILESTONES, type MilestoneKind } from '@/lib/domain/project'
import type { Failure } from '@/lib/domain/result'
import type { NamedDoubts } from '@/lib/schemas/procedure-detail'
import { doubtLines } from './doubt-text'
import { rowsText } from './enterprise-text'
import type { Locale } from './locale'
import { MESSAGES, type Messages } from './messages'
import { amountText } from './money'
import { translator } from './translator'

type Code = keyof Messages['refusals']
const isCode = (code: string): code is Code => code in MESSAGES['zh-CN'].refusals

const isMilestone = (value: unknown): value is MilestoneKind => MILESTONES.some((kind) => kind === value)

/** Names before the sentence becomes a list. */
const NAMED = 10
const listed = (names: readonly string[], locale: Locale): string =>
  [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])].join(locale === 'en' ? ', ' : '、')

/** The sentence of a refusal, saying what to do; a code without words of its own becomes the general one. */
export function refusalText(failure: Failure, locale: Locale): string {
  const t = translator(locale)
  const action = failure.code === 'FORBIDDEN' && typeof failure.action === 'string' ? failure.action : ''
  if (isAgencyDecision(action))
    return t('refusals.DECISION_FORBIDDEN', {
      move: t(`procedure.move.${action.replace('procedure.', '') as MoveKind}`),
    })
  if (failure.code === 'MOVE_DOUBTED')
    return t('refusals.MOVE_DOUBTED', { lines: doubtLines(failure as unknown as NamedDoubts, locale).join('') })
  if (failure.code === 'FACTOR_MOVE_ILLEGAL')
    return t('refusals.FACTOR_MOVE_ILLEGAL', {
      state: t(`factor.state.${failure.state as FactorState}`),
      move: t(`factor.move.${failure.move as FactorMoveKind}`),
    })
  const values: Record<string, unknown> = { ...failure }
  if (failure.code === 'MERGE_BLOCKED') values.table = rowsText(String(failure.table), locale)
  if (typeof values.state === 'string') values.state = t(`procedure.state.${values.state as ProcedureState}`)
  if (typeof values.move === 'string' && !failure.code.startsWith('FACTOR_'))
    values.move = t(`procedure.move.${values.move as MoveKind}`)
  for (const name of ['kind', 'before', 'after'])
    if (isMilestone(values[name])) values[name] = t(`project.milestone.${values[name]}`)
  for (const [name, value] of Object.entries(failure))
    if (/Fen$/.test(name) && typeof value === 'string') values[name.slice(0, -3)] = amountText(BigInt(value), locale)
  if (Array.isArray(values.names)) values.names = listed(values.names.map(String), locale)
  if (!isCode(failure.code)) return t('refusals.INPUT_UNREADABLE')
  return t(`refusals.${failure.code}`, values as never)
}
