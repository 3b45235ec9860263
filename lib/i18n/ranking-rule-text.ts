import type { ParameterChange } from '@/lib/domain/ranking/parameters'
import { INDICATORS, SCORE_TABLES } from '@/lib/domain/score'
import { rateText } from './ranking-text'
import type { Translator } from './translator'

const FIELD = /^tables\.(\w+)\.(weights|deduction|startMeans)\.(\w+)$/
const NAMED = ['fewestDue', 'fewestProjects', 'remindBelow', 'praise', 'ownRedWd', 'progressSpanPp'] as const
const DAYS = ['draft', 'object', 'decide', 'publish'] as const

const among = <T extends string>(all: readonly T[], text: string | undefined): T | undefined =>
  all.find((one) => one === text)

/** A parameter by the name of its field, in words: `部门 承诺时限内办结 满分`. */
export function parameterText(field: string, t: Translator): string {
  const [, tableName, part, last] = FIELD.exec(field) ?? []
  const table = among(SCORE_TABLES, tableName)
  const indicator = among(INDICATORS, last)
  if (table && part === 'deduction')
    return t(last === 'each' ? 'ranking.rules.eachOf' : 'ranking.rules.capOf', { table: t(`ranking.table.${table}`) })
  if (table && indicator)
    return t(part === 'weights' ? 'ranking.rules.weightOf' : 'ranking.rules.meanOf', {
      table: t(`ranking.table.${table}`),
      name: t(`ranking.indicator.${table}.${indicator}`),
    })
  const [group, name] = field.split('.')
  const prior = among(INDICATORS, name)
  if (group === 'priors' && prior) return t('ranking.rules.priorOf', { letter: prior })
  const day = among(DAYS, name)
  if (group === 'days' && day) return t(`ranking.rules.day.${day}`)
  const named = among(NAMED, field)
  return named ? t(`ranking.rules.${named}`) : t('ranking.rules.publishNames')
}

/** What a proposal changes, in one sentence. */
export function changeText({ field, from, to }: ParameterChange, t: Translator): string {
  const value = (text: string) => {
    if (text === 'true') return t('ranking.rules.yes')
    if (text === 'false') return t('ranking.rules.no')
    return field.includes('startMeans') ? rateText(text) : text
  }
  return t('ranking.rules.changed', { what: parameterText(field, t), from: value(from), to: value(to) })
}
