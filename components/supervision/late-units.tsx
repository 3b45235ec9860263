import clsx from 'clsx'
import { issuesHref } from '@/components/issue/ledger-link'
import { queueHref } from '@/components/procedure/queue-link'
import { tasksHref } from '@/components/task/task-link'
import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { DisciplineDay, LateAgency } from '@/lib/schemas/discipline-day'
import { supervisionsHref } from './slip-link'

const th = 'border-b border-control px-2 pb-1 text-sm font-normal text-ink-2'
const td = 'h-10 border-b border-divider px-2 max-sm:h-11'

const COLUMNS = ['procedures', 'issues', 'tasks', 'slips'] as const
type Column = (typeof COLUMNS)[number]

/** The list whose rows a number counts. */
const hrefOf = (column: Column, unit: string) => {
  switch (column) {
    case 'procedures':
      return queueHref({ due: 'late', agency: unit })
    case 'issues':
      return issuesHref({ level: 'RED', unit })
    case 'tasks':
      return tasksHref({ late: '5', unit })
    case 'slips':
      return supervisionsHref({ late: '1', unit })
  }
}

/** What each unit is late with, whoever has most late slips at the top; every number opens its rows. */
export function LateUnits({ day, t }: { day: DisciplineDay; t: Translator }) {
  const { late, lateUnits } = day
  const cell = (unit: LateAgency, column: Column) => {
    const n = unit[column]
    const what = t(`supervisionSlip.day.${column}`)
    return (
      <td key={column} className={clsx(td, 'text-right tabular-nums')}>
        {n === 0 ? (
          <span className="text-ink-3">0</span>
        ) : (
          <Link
            href={hrefOf(column, unit.id)}
            aria-label={t('supervisionSlip.day.openCell', { unit: unit.name, what, n })}
            className="inline-flex items-center font-semibold hover:text-link hover:underline max-sm:min-h-11 max-sm:min-w-11 max-sm:justify-end"
          >
            {n}
          </Link>
        )}
      </td>
    )
  }
  return (
    <section className="pb-6">
      <h2 className="mb-1 text-lg font-semibold">
        {t('supervisionSlip.day.agencies')}
        <span className="ml-3 text-xs font-normal text-ink-3">{t('supervisionSlip.day.agenciesHint')}</span>
      </h2>
      {late.length === 0 ? (
        <p className="text-ink-2">{t('supervisionSlip.day.none')}</p>
      ) : (
        <section tabIndex={0} aria-label={t('supervisionSlip.day.agencies')} className="relative overflow-x-auto">
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr>
                <th scope="col" className={clsx(th, 'text-left')}>
                  {t('supervisionSlip.day.unit')}
                </th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={clsx(th, 'text-right')}>
                    {t(`supervisionSlip.day.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {late.map((unit) => (
                <tr key={unit.id}>
                  <th scope="row" className={clsx(td, 'text-left font-normal')}>
                    {unit.name}
                  </th>
                  {COLUMNS.map((column) => cell(unit, column))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {lateUnits > late.length && (
        <p className="pt-2 text-ink-2">{t('supervisionSlip.day.more', { n: lateUnits - late.length })}</p>
      )}
    </section>
  )
}
