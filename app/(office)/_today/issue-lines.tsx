import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { businessDay } from '@/lib/clock'
import { loadIssueDay } from '@/lib/data/issue-day'
import { relationFor } from '@/lib/domain/access'
import { issueHolderText, issueNumberText, issueStandingText } from '@/lib/i18n/issue-text'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** What problems want of somebody today, and how those he raised stand; whoever raises some finds the way to it here. */
export async function IssueLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  const t = translator(locale)
  const today = businessDay()
  const day = await loadIssueDay(actor, today)
  const raises = relationFor(actor.role, 'issue.enter') !== null
  if (!day || (day.rows.length === 0 && !raises)) return null
  const { counts } = day
  const contact = actor.role === 'CONTACT'
  const said = listed(
    [
      counts.confirm > 0 && t(contact ? 'issue.today.confirm' : 'issue.today.confirmPhone', { n: counts.confirm }),
      counts.hand > 0 && t('issue.today.hand', { n: counts.hand }),
      counts.assign > 0 && t('issue.today.assign', { n: counts.assign }),
      counts.close > 0 && t('issue.today.close', { n: counts.close }),
      counts.mine > 0 && t(contact ? 'issue.today.mineContact' : 'issue.today.mine', { n: counts.mine }),
    ],
    t,
  )
  return (
    <section id="issues" aria-label={t('issue.today.title')} className="mb-4 scroll-mt-14 border-b border-divider py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="flex-1 text-lg font-semibold">
          {t('issue.today.title')}
          {said && <span className="ml-3 text-base font-normal">{said}</span>}
        </h2>
        {raises && (
          <Link href="/issues/new" className="btn">
            {t('issue.start.open')}
          </Link>
        )}
      </div>
      <ul>
        {day.rows.map((row) => {
          const act = t(`issue.today.act.${row.wait}`)
          return (
            <li key={row.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t border-divider py-2">
              <span className="w-(--col-lamp-quiet) flex-none pt-1">
                <Lamp level={row.level} quiet t={t} />
              </span>
              <div className="min-w-0 flex-1 basis-56">
                <p>
                  <Link href={`/issues/${row.id}`} className="font-semibold hover:text-link">
                    {row.title}
                  </Link>
                  <span className={`ml-3 text-sm why-${row.level}`}>{issueStandingText(row, today, t)}</span>
                </p>
                <p className="truncate text-sm text-ink-2">
                  {listed([row.project?.name ?? row.enterprise?.name, issueHolderText(row, t)], t)}
                </p>
              </div>
              <Link
                href={`/issues/${row.id}`}
                aria-label={t('issue.today.actOf', { act, no: issueNumberText(row, t) })}
                className="btn"
              >
                {act}
              </Link>
            </li>
          )
        })}
      </ul>
      {day.hidden > 0 && <p className="pt-1 text-sm text-ink-2">{t('issue.today.rest', { n: day.hidden })}</p>}
    </section>
  )
}
