import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { ChangeKind, ChangeState } from '@/lib/domain/administration'
import { instantText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'
import type { ChangeDetail } from '@/lib/schemas/administration'

type Line = Readonly<{
  id: string
  kind: ChangeKind
  state: ChangeState
  detail: ChangeDetail
  reason: string
  answer: string | null
  proposer: string
  proposedAt: Date
  decider: string | null
  decidedAt: Date | null
}>

const TONE: Readonly<Record<ChangeState, string>> = {
  PROPOSED: 'text-yellow-ink',
  APPROVED: 'text-green-ink',
  REJECTED: 'text-red-ink',
  WITHDRAWN: 'text-ink-3',
}

export const ChangeStateWord = ({ state, t }: { state: ChangeState; t: Translator }) => (
  <span className={clsx('whitespace-nowrap', TONE[state])}>{t(`changes.states.${state}`)}</span>
)

/** Changes of accounts and units, one a line; each opens with its old and new. */
export function ChangeList({ rows, t }: { rows: readonly Line[]; t: Translator }) {
  return (
    <ul className="border-t border-divider">
      {rows.map((row) => (
        <li key={row.id} className="border-b border-divider py-2.5">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <Link href={`/changes/${row.id}`} className="font-semibold text-link">
              {t('changes.line', { kind: t(`changes.kinds.${row.kind}`), label: row.detail.label })}
            </Link>
            <ChangeStateWord state={row.state} t={t} />
          </div>
          <p lang="zh-CN" className="text-sm wrap-anywhere text-ink-2">
            {row.reason}
          </p>
          <p className="text-sm text-ink-3">
            {t('changes.proposed', { name: row.proposer, at: instantText(row.proposedAt) })}
            {row.decider && row.decidedAt && (
              <span className="ml-3">
                {t('changes.decidedBy', { name: row.decider, at: instantText(row.decidedAt) })}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
