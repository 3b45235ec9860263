import { ApprovalList } from '@/components/approval/approval-list'
import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { approvalsToday } from '@/lib/data/approval-list'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** What waits for the reader's approval, to be given here and now, and what he has asked for himself; nothing where nothing waits. */
export async function ApprovalLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  const t = translator(locale)
  const today = businessDay()
  const { mine, sent, mineCount, sentCount } = await approvalsToday(actor, today)
  const formKey = () => issueFormKey(actor.userId)
  if (mineCount === 0 && sentCount === 0) return null
  return (
    <>
      {mineCount > 0 && (
        <DaySection
          id="approvals"
          title={t('approval.today.title')}
          figures={[{ n: mineCount, text: t('approval.today.n', { n: mineCount }), href: '/approvals?state=mine' }]}
          locale={locale}
        >
          <ApprovalList rows={mine} named decides formKey={formKey} today={today} locale={locale} />
          {mineCount > mine.length && (
            <Link href="/approvals?state=mine" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
              {t('approval.today.rest', { n: mineCount })}
            </Link>
          )}
        </DaySection>
      )}
      {sentCount > 0 && (
        <details open={sent.some(({ state }) => state === 'REFUSED')} className="mb-5 border-b border-divider pb-2">
          <summary className="inline-flex min-h-8 cursor-pointer items-center max-sm:min-h-11">
            {t('approval.today.sent')}
            <span className="ml-3 text-ink-2">{t('approval.today.sentN', { n: sentCount })}</span>
          </summary>
          <ApprovalList rows={sent} named decides={false} formKey={formKey} today={today} locale={locale} />
        </details>
      )}
    </>
  )
}
