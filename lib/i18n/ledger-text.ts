import { wanOf } from '@/lib/domain/ledger-money'
import type { LedgerChange } from '@/lib/domain/ledger-pen'
import type { LedgerNote } from '@/lib/domain/ledger-row'
import type { Failure } from '@/lib/domain/result'
import type { Locale } from './locale'
import { MESSAGES } from './messages'
import { refusalText } from './refusal-text'
import { translator } from './translator'

type Words = Readonly<Record<string, string | number>>

/** Numbers of a sentence as they stand: a row number has no thousands separator. */
const plain = (params: Words): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))

/** The name of a ledger column or of a changed field. */
export function fieldText(field: string, locale: Locale): string {
  const [noun, kind] = field.split('.')
  const t = translator(locale)
  if (noun === 'procedure') {
    const name = String(kind)
    return name.startsWith('item:') ? name.slice(5) : t(`imports.procedure.${name}` as never)
  }
  if (noun === 'issue' && kind) return t(`imports.issue.${kind}` as never)
  if (noun === 'register' && kind) return t(`imports.register.${kind}` as never)
  if (noun === 'milestone') return t(`project.milestone.${kind}` as never)
  return field in MESSAGES[locale].ledger.field ? t(`ledger.field.${field}` as never) : field
}

/** A source of problems by its name. */
const sourceText = (source: string | number | undefined, locale: Locale): string => {
  const names: Words = MESSAGES[locale].issueLedger.source
  return String(names[String(source)] ?? source)
}

/** The sentence of a note: what is wrong and what to do. */
export function noteText(note: LedgerNote, locale: Locale): string {
  const { field, zh, en, ...others } = note.params
  // Items are named as their reader calls them.
  const names = locale === 'en' ? en : zh
  const rest: Words = names === undefined ? others : { ...others, names }
  // A move that is refused says what a form would say.
  if (rest.refusal) {
    const column = rest.column === undefined ? {} : { column: fieldText(String(rest.column), locale) }
    return refusalText({ code: note.code, ...rest, ...column }, locale)
  }
  const params = field === undefined ? rest : { ...rest, field: fieldText(String(field), locale) }
  const t = translator(locale)
  if (note.code === 'ISSUE_OTHER_LEDGER')
    return t('ledger.note.ISSUE_OTHER_LEDGER', {
      said: sourceText(rest.text, locale),
      was: sourceText(rest.was, locale),
    })
  const states = ['fromState', 'toState'].flatMap((name) =>
    rest[name] === undefined ? [] : [[name, t(`procedure.state.${rest[name]}` as never)]],
  )
  return t(`ledger.note.${note.code}` as never, plain({ ...params, ...Object.fromEntries(states) }) as never)
}

/** Why an import was not done. */
export function ledgerRefusalText({ code, ...params }: Failure, locale: Locale): string {
  const t = translator(locale)
  if (!(code in MESSAGES[locale].ledger.refusal)) return t('refusals.INPUT_UNREADABLE')
  const kind: Words = typeof params.kind === 'string' ? { kind: t(`ledger.kind.${params.kind}` as never) } : {}
  const names: Words = Array.isArray(params.names) ? { names: params.names.join(locale === 'en' ? ', ' : '、') } : {}
  return t(`ledger.refusal.${code}` as never, plain({ ...(params as Words), ...kind, ...names }) as never)
}

const MONEY = new Set(['totalFen', 'plan', 'week', 'opening'])

function valueText(field: string, value: LedgerChange['from'], locale: Locale): string {
  const t = translator(locale)
  if (value === null) return t('ledger.report.nothing')
  if (MONEY.has(field)) return String(wanOf(BigInt(String(value))))
  if (field === 'procedure.state') return t(`procedure.state.${value}` as never)
  if (field.startsWith('issue.')) return issueValueText(field.slice(6), value, locale)
  if (field.startsWith('register.')) return registerValueText(field.slice(9), String(value), locale)
  if (field === 'stage' || field === 'nature') return t(`project.${field}.${value}` as never)
  return String(value).replace(/\s+/g, ' ')
}

/** A value of an enterprise as its register says it. */
function registerValueText(field: string, value: string, locale: Locale): string {
  const t = translator(locale)
  if (field === 'size' || field === 'industry' || field === 'state') return t(`enterprise.${field}.${value}` as never)
  return value === 'true' || value === 'false' ? t(`imports.register.${value}` as never) : value
}

/** A value of a problem as its ledger says it. */
function issueValueText(field: string, value: NonNullable<LedgerChange['from']>, locale: Locale): string {
  const t = translator(locale)
  if (field === 'satisfied') return t(value === true ? 'issueLedger.satisfied' : 'issueLedger.unsatisfied')
  if (field === 'state' || field === 'kind') return t(`issue.${field}.${value}` as never)
  if (field === 'tier') return t(`issueLedger.tier.${value}` as never)
  return String(value).replace(/\s+/g, ' ')
}

/** A difference in its parts, as a preview shows them. */
export const changeWords = ({ field, from, to }: LedgerChange, locale: Locale) => ({
  field: fieldText(field, locale),
  from: from === null ? null : valueText(field, from, locale),
  to: valueText(field, to, locale),
  money: MONEY.has(field),
  /** By how much money changes, with its sign. */
  delta: MONEY.has(field) && from !== null && to !== null ? deltaText(BigInt(String(to)) - BigInt(String(from))) : null,
})

const deltaText = (fen: bigint): string =>
  wanOf(fen).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6, signDisplay: 'exceptZero' })

/** A difference as an office reads it: 总投资：100 → 200. */
export const changeText = ({ field, from, to }: LedgerChange, locale: Locale): string =>
  translator(locale)('ledger.report.change', {
    field: fieldText(field, locale),
    from: valueText(field, from, locale),
    to: valueText(field, to, locale),
  })
