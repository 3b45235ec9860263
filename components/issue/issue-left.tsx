import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { clauseAfter, issueNumberText } from '@/lib/i18n/issue-text'
import type { Translator } from '@/lib/i18n/translator'
import type { LeftIssue } from '@/lib/schemas/issue'

/** What whoever gave a problem away sees of it afterwards: that it was done, and to whom it went. */
export function IssueLeft({ left, today, t }: { left: LeftIssue; today: PlainDate; t: Translator }) {
  const no = issueNumberText(left, t)
  const day = dayIn(left.on, today)
  const went = left.unit
    ? t('issue.gone.unit', { day, unit: left.unit })
    : t(left.kind === 'RETURN' ? 'issue.gone.back' : 'issue.gone.up', { day, tier: t(`issue.tier.${left.tier}`) })
  return (
    <article>
      <BackBar href="/" title={no} t={t} />
      <div className="px-4 pt-4 pb-8 sm:px-8 sm:pt-5">
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b-2 border-ink pb-2">
          <h1 className="text-2xl font-semibold">{left.title}</h1>
          <span className="flex-1" />
          <span className="text-ink-2 max-sm:hidden">{no}</span>
        </header>
        <p className="pt-4 text-lg">{went}</p>
        {left.text && <p className="max-w-2xl pt-1 text-ink-2">{clauseAfter(left.text, '', t)}</p>}
        <Link href="/" className="btn mt-5">
          {t('issue.gone.home')}
        </Link>
      </div>
    </article>
  )
}
