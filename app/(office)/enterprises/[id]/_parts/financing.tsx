import { EnterprisePart } from '@/components/enterprise/part'
import { NeedsBeside } from '@/components/financing/needs-beside'
import { Link } from '@/components/ui/link'
import { needsBeside } from '@/lib/data/financing-beside'
import { relationFor } from '@/lib/domain/access'
import { SEES_FINANCING } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

/** What it wants to borrow, for whoever may see it: the office, itself, a bank it agreed to, a steward it opened itself to. */
export async function FinancingPart({ actor, enterprise, today, locale }: About) {
  if (!SEES_FINANCING.has(actor.role)) return null
  const t = translator(locale)
  const { rows, total } = await needsBeside(actor, { enterpriseId: enterprise.id }, today)
  const files = relationFor(actor.role, 'financing.file') !== null
  if (total === 0 && !files) return null
  return (
    <EnterprisePart
      title={t('financing.contact.title')}
      total={total}
      all={total > rows.length ? `/financing?state=all&enterprise=${enterprise.id}` : null}
      acts={
        files && (
          <Link
            href={`/financing/new?enterprise=${enterprise.id}`}
            className="no-print inline-flex items-center text-link max-sm:min-h-11"
          >
            {t('financing.file')}
          </Link>
        )
      }
      t={t}
    >
      <NeedsBeside rows={rows} today={today} locale={locale} />
    </EnterprisePart>
  )
}
