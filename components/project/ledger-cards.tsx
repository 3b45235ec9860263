import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { sideBySide } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { ProjectPage } from '@/lib/schemas/project-row'

/** The rows of the ledger on a phone: one card a project, the reason whole. */
export function LedgerCards({
  page,
  filter,
  pickable,
  locale,
}: {
  page: ProjectPage
  filter: ProjectFilter
  pickable: boolean
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ul className="divide-y divide-divider border-t border-divider">
      {page.rows.map((row) => {
        const reason = row.reasons[0]
        return (
          <li key={row.id} className="flex has-checked:bg-hover">
            {pickable && (
              <label className="grid w-11 flex-none place-items-center pl-2">
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
            )}
            <Link
              href={`/projects/${row.id}`}
              className={clsx('block min-w-0 flex-1 py-3 pr-4 active:bg-hover', !pickable && 'pl-4')}
            >
              <span className="flex items-start gap-2">
                <Lamp level={row.level} t={t} />
                <b className="min-w-0 flex-1">{row.name}</b>
              </span>
              <span className={clsx('mt-1 block', `why-${row.level}`)}>
                {reasonLine(row.level, reason, row.lead, locale)}
              </span>
              <span className="mt-0.5 block text-xs text-ink-3">
                {sideBySide(
                  [t(`project.stage.${row.stage}`), reason && ownerText(reason.owner, locale), row.steward, row.street],
                  locale,
                )}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
