import { EnterprisePart } from '@/components/enterprise/part'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { issuesOfEnterprise, PART_ROWS } from '@/lib/data/enterprise-parts'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

export async function IssuesPart({ actor, enterprise, today, locale }: About) {
  const t = translator(locale)
  const { rows, total } = await issuesOfEnterprise(actor, enterprise.id, today)
  return (
    <EnterprisePart
      title={t('enterprise.part.issues')}
      total={total}
      all={total > PART_ROWS ? `/issues?state=all&enterprise=${enterprise.id}` : null}
      t={t}
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
            <span className="w-(--col-lamp-quiet) flex-none">
              <Lamp level={row.level} quiet t={t} />
            </span>
            <Link
              href={`/issues/${row.id}`}
              lang={languageOf(row.title, locale)}
              className="font-semibold hover:text-link max-sm:py-2"
            >
              {row.title}
            </Link>
            <span className="text-sm text-ink-2">{t(`issue.state.${row.state}`)}</span>
            <span className="text-sm text-ink-2">{t(`issue.source.${row.source}`)}</span>
            <span className="text-sm whitespace-nowrap text-ink-3">{dayIn(row.raisedOn, today)}</span>
          </li>
        ))}
      </ul>
    </EnterprisePart>
  )
}
