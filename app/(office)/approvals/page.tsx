import { forbidden } from 'next/navigation'
import { ApprovalList } from '@/components/approval/approval-list'
import { TaskTabs } from '@/components/task/task-tabs'
import { Misread } from '@/components/ui/misread'
import { PageSteps } from '@/components/ui/page-links'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listApprovals } from '@/lib/data/approval-list'
import { SEES_APPROVALS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { APPROVAL_PAGE, APPROVAL_TABS, approvalFilter } from '@/lib/schemas/approval'
import { misread } from '@/lib/schemas/misread'
import { RulesLine } from '../_today/rules-line'

export const generateMetadata = pageTitle('approval.title')

export default async function ApprovalsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_APPROVALS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = approvalFilter.parse(asks)
  const { rows, total, counts, tab } = await listApprovals(actor, filter, today)
  const pages = Math.max(1, Math.ceil(total / APPROVAL_PAGE))
  return (
    <div className="page-lying-a4">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('approval.title')}</h1>
        <TaskTabs
          label={t('approval.tabs')}
          tabs={APPROVAL_TABS.map((name) => ({
            name,
            text: t(`approval.tab.${name}`),
            href: `/approvals?state=${name}`,
            on: tab === name,
            n: counts[name],
          }))}
        />
      </header>
      <Misread parts={misread(approvalFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {/* A change of the colour rules is decided on their own page, and waits for him all the same. */}
      <div className="px-4 pt-2 empty:hidden sm:px-6">
        <RulesLine actor={actor} locale={locale} />
      </div>
      {rows.length === 0 ? (
        <div className="px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(tab === 'decided' ? 'approval.noneDecided' : 'approval.none')}</p>
          <p className="mt-1 text-ink-2">{t('approval.noneHint')}</p>
        </div>
      ) : (
        <section aria-label={t('approval.caption', { n: rows.length })} className="px-4 py-3 sm:px-6">
          <ApprovalList
            rows={rows}
            named
            decides={tab === 'mine'}
            formKey={() => issueFormKey(actor.userId)}
            today={today}
            locale={locale}
          />
          {pages > 1 && (
            <p className="no-print flex gap-4 pt-3 text-ink-2">
              <PageSteps
                page={filter.page}
                pages={pages}
                hrefOf={(page) => `/approvals?state=${tab}&page=${page}`}
                words={{
                  previous: t('task.previous'),
                  here: t('task.page', { page: filter.page, pages }),
                  next: t('task.next'),
                }}
              />
            </p>
          )}
        </section>
      )}
    </div>
  )
}
