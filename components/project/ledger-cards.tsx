import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { WaivedLamp } from '@/components/level/waived-lamp'
import { cellScale } from '@/components/procedure/cell-scale'
import { ClockCells } from '@/components/procedure/clock-cells'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { listed } from '@/lib/i18n/joined'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { itemName, leadOwner, reasonLine } from '@/lib/i18n/reason-line'
import { ownerText, reasonText } from '@/lib/i18n/reason-text'
import { rulerText } from '@/lib/i18n/ruler-text'
import { translator } from '@/lib/i18n/translator'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { ProjectPage, ProjectRow } from '@/lib/schemas/project-row'
import { LevelTotals } from './ledger-foot'
import { ledgerHref } from './ledger-link'

const clockIn = ({ ruler }: ProjectRow) => (ruler?.kind === 'clock' ? ruler : null)

/** The rows of the ledger on a phone: one card a project, the colour with its reason first, then whose move it is. */
export function LedgerCards({
  page,
  filter,
  cardOnly,
  pickable,
  today,
  locale,
}: {
  page: ProjectPage
  filter: ProjectFilter
  cardOnly: boolean
  pickable: boolean
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const days = cellScale(page.rows.map((row) => ({ clock: clockIn(row) })))
  return (
    <>
      <p className="flex flex-wrap items-center px-4 text-sm text-ink-2">
        <b className="mr-4">{t('projects.sum', { n: page.total })}</b>
        <LevelTotals totals={page} filter={filter} t={t} />
        {!cardOnly && page.sums.totalFen !== 0n && (
          <Link
            href={ledgerHref(filter, { sort: 'total' })}
            className="inline-flex min-h-11 items-center hover:underline"
          >
            {t('projects.column.total')} {amountText(page.sums.totalFen, locale)}
          </Link>
        )}
      </p>
      <ul className="bg-page pt-2">
        {page.rows.map((row) => {
          const reason = row.reasons[0]
          const clock = clockIn(row)
          const owner = reason ? ownerText(reason.owner, locale) : leadOwner(row.lead, locale)
          return (
            <li key={row.id} className="mb-2 flex border-y border-divider bg-card has-checked:bg-hover">
              <Link href={`/projects/${row.id}`} className="block min-w-0 flex-1 py-3.5 pl-4 active:bg-hover">
                <span className="flex items-start gap-2">
                  <Lamp level={row.level} size="m" t={t} />
                  <WaivedLamp level={row.level} waived={row.waived} size="m" t={t} />
                  <span className={clsx('min-w-0 text-lg', `why-${row.level}`)}>
                    {reason ? reasonText(reason, locale) : reasonLine(row.level, undefined, row.lead, locale)}
                    <Provisional when={reason?.provisional} t={t} />
                  </span>
                </span>
                <b lang={languageOf(row.name, locale)} className="mt-1 block text-lg">
                  {row.name}
                </b>
                <span className="block text-ink-2">
                  {listed(
                    [
                      reason?.item && itemName(reason.item, locale),
                      owner && t('workbench.owner', { name: owner }),
                      !reason && t(`project.stage.${row.stage}`),
                    ],
                    t,
                  )}
                </span>
                <span className="mt-2 block pr-1">
                  {clock ? (
                    <ClockCells clock={clock} days={days} t={t} />
                  ) : (
                    row.ruler && <span className="text-sm text-ink-3">{rulerText(row.ruler, today, t)}</span>
                  )}
                </span>
                <span className="block text-sm text-ink-3">
                  {listed([row.steward, row.street, reason && t(`project.stage.${row.stage}`)], t)}
                </span>
              </Link>
              {pickable ? (
                <label className="flex w-12 flex-none justify-center pt-4">
                  <input
                    type="checkbox"
                    name="id"
                    value={row.id}
                    form="ticked"
                    defaultChecked={filter.pick !== undefined || filter.id.includes(row.id)}
                    aria-label={t('projects.tick', { name: row.name })}
                    className="size-5 accent-[var(--brand-solid)]"
                  />
                </label>
              ) : (
                <span className="w-4 flex-none" />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
