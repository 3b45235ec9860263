import { Lamp } from '@/components/level/lamp'
import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { businessDay } from '@/lib/clock'
import { loadIssueDay } from '@/lib/data/issue-day'
import { raisesIssues } from '@/lib/data/issue-raiser'
import { issueHolderText, issueNumberText, issueStandingText } from '@/lib/i18n/issue-text'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** What problems want of somebody today, and how those he raised stand; whoever raises some finds the way to it here. */
export async function IssueLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  const t = translator(locale)
  const today = businessDay()
  const day = await loadIssueDay(actor, today)
  const raises = await raisesIssues(actor)
  if (!day || (day.rows.length === 0 && !raises)) return null
  const { counts } = day
  const contact = actor.role === 'CONTACT'
  const figures = [
    {
      n: counts.confirm,
      text: t(contact ? 'issue.today.confirm' : 'issue.today.confirmPhone', { n: counts.confirm }),
      href: '/issues?wait=confirm' as const,
    },
    { n: counts.hand, text: t('issue.today.hand', { n: counts.hand }), href: '/issues?wait=hand' as const },
    { n: counts.assign, text: t('issue.today.assign', { n: counts.assign }), href: '/issues?wait=assign' as const },
    { n: counts.extend, text: t('issue.today.extend', { n: counts.extend }), href: '/issues?wait=extend' as const },
    { n: counts.close, text: t('issue.today.close', { n: counts.close }), href: '/issues?wait=close' as const },
    {
      n: counts.mine,
      text: t(contact ? 'issue.today.mineContact' : 'issue.today.mine', { n: counts.mine }),
      href: '/issues?wait=mine' as const,
    },
  ]
  return (
    <DaySection
      id="issues"
      title={t('issue.today.title')}
      figures={figures}
      action={
        raises && (
          <Link href="/issues/new" className="btn">
            {t('issue.start.open')}
          </Link>
        )
      }
      locale={locale}
    >
      <ul>
        {day.rows.map((row) => {
          const act = t(`issue.today.act.${row.wait}`)
          return (
            <li key={row.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-divider py-2">
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
      {day.hidden > 0 && (
        <p className="pt-1">
          <Link href="/issues" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('issue.today.rest', { n: day.hidden })}
          </Link>
        </p>
      )}
    </DaySection>
  )
}
