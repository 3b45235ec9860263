import type { Role } from '@/lib/domain/access'
import type { OrgKind } from '@/lib/domain/administration'
import type { OtpAlgorithm } from '@/lib/domain/one-time-code'
import { FACTOR_GROUPS } from '@/lib/domain/second-factor'
import type { Translator } from '@/lib/i18n/translator'
import type { ChangeDetail } from '@/lib/schemas/administration'
import { td, th } from './table'

/** What people judge a change by, in this order; ids stay out. */
const SHOWN = [
  'kind',
  'name',
  'shortName',
  'username',
  'title',
  'phone',
  'role',
  'unit',
  'disabled',
  'dissolved',
  'secondFactor',
  ...FACTOR_GROUPS,
  'otpAlgo',
] as const
type Fact = (typeof SHOWN)[number]

function valueText(fact: Fact, value: string | boolean | null | undefined, t: Translator): string {
  if (value === null || value === undefined || value === '') return '—'
  if (fact === 'role') return t(`shell.roles.${value as Role}`)
  if (fact === 'kind') return t(`orgs.kinds.${value as OrgKind}`)
  if (fact === 'disabled') return t(value ? 'accounts.states.disabled' : 'accounts.states.active')
  if (fact === 'dissolved') return t(value ? 'orgs.states.dissolved' : 'orgs.states.active')
  if (fact === 'secondFactor') return t(value ? 'secondFactor.on' : 'secondFactor.off')
  if (fact === 'otpAlgo') return t(`secondFactor.algorithm.${value as OtpAlgorithm}`)
  if (typeof value === 'boolean') return t(value ? 'secondFactor.demanded' : 'secondFactor.free')
  return value
}

/** A change as old → new, fact by fact; what stays as it is stands without an arrow. */
export function ChangeFacts({ detail, t }: { detail: ChangeDetail; t: Translator }) {
  const { before, after } = detail
  const facts = SHOWN.filter((fact) => before?.[fact] !== undefined || after?.[fact] !== undefined)
  return (
    <table className="w-full max-w-[720px] border-separate border-spacing-0">
      <thead>
        <tr>
          {(['fact', 'before', 'after'] as const).map((column) => (
            <th key={column} scope="col" className={th}>
              {t(`changes.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => {
          const [was, is] = [before?.[fact], after ? after[fact] : before?.[fact]]
          const same = before !== null && (was ?? null) === (is ?? null)
          return (
            <tr key={fact}>
              <th scope="row" className={`${td} text-left font-normal whitespace-nowrap text-ink-2`}>
                {t(`changes.facts.${fact}`)}
              </th>
              <td className={td}>{before ? valueText(fact, was, t) : '—'}</td>
              <td className={`${td} ${same ? 'text-ink-3' : 'font-semibold'}`}>
                {same ? t('changes.same') : valueText(fact, is, t)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
