import { EnterprisePart } from '@/components/enterprise/part'
import { Link } from '@/components/ui/link'
import { PART_ROWS } from '@/lib/data/enterprise-parts'
import { jobsOfEnterprise } from '@/lib/data/job-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_SERVICES } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { payText } from '@/lib/i18n/enterprise-text'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

export async function JobsPart({ actor, enterprise, today, locale }: About) {
  if (!SEES_SERVICES.has(actor.role)) return null
  const t = translator(locale)
  const { rows, total } = await jobsOfEnterprise(actor, enterprise.id)
  return (
    <EnterprisePart
      title={t('enterprise.part.jobs')}
      total={total}
      all={total > PART_ROWS ? `/services/jobs?state=all&enterprise=${enterprise.id}` : null}
      acts={
        relationFor(actor.role, 'job.raise') !== null && (
          <Link
            href={`/services/jobs/new?enterprise=${enterprise.id}`}
            className="no-print inline-flex items-center text-link max-sm:min-h-11"
          >
            {t('job.raise')}
          </Link>
        )
      }
      t={t}
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
            <Link href={`/services/jobs/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {row.post} {t('job.people', { n: row.number })}
            </Link>
            <span className="text-sm text-ink-2">{payText(row, t)}</span>
            <span className="text-sm text-ink-2">{t(`job.state.${row.state}`)}</span>
            <span className="text-sm whitespace-nowrap text-ink-3">{dayIn(row.raisedOn, today)}</span>
          </li>
        ))}
      </ul>
    </EnterprisePart>
  )
}
