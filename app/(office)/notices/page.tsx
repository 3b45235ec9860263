import { forbidden } from 'next/navigation'
import { AccountNews } from '@/components/notice/account-news'
import { NoticeList } from '@/components/notice/notice-list'
import { OutcomeList } from '@/components/notice/outcome-list'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { seeAllNotices } from '@/lib/actions/notices'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { accountNews } from '@/lib/data/account-news'
import { listOutcomes } from '@/lib/data/approval-list'
import { myMailAddress, refusedAddresses } from '@/lib/data/channels'
import { listNotices } from '@/lib/data/notice-inbox'
import { relationFor } from '@/lib/domain/access'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { type NoticeFilter, noticeFilter } from '@/lib/schemas/notice'

export const generateMetadata = pageTitle('notice.title')

function hrefOf({ show, instead, page }: Partial<NoticeFilter>): string {
  const query = new URLSearchParams()
  if (show === 'all') query.set('show', 'all')
  if (instead) query.set('instead', instead)
  if (page && page > 1) query.set('page', String(page))
  return query.size > 0 ? `/notices?${query}` : '/notices'
}

export default async function NoticesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'notice.see')) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = noticeFilter.parse(asks)
  const [page, outcomes, news, mail, refused] = await Promise.all([
    listNotices(actor, filter, today),
    filter.instead || filter.page > 1 ? [] : listOutcomes(actor, filter.show, today),
    filter.instead || filter.page > 1 ? [] : accountNews(actor, filter.show),
    myMailAddress(actor),
    refusedAddresses(actor),
  ])
  const { show, instead } = filter
  const unheard = outcomes.filter(({ heard }) => !heard).length + news.filter(({ heardAt }) => !heardAt).length
  return (
    <div className="flex flex-col sm:h-full print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('notice.title')}</h1>
        <TaskTabs
          label={t('notice.viewAs')}
          tabs={[
            { name: 'open', text: t('notice.open'), href: hrefOf({}), on: show === 'open' && !instead },
            { name: 'all', text: t('notice.all'), href: hrefOf({ show: 'all' }), on: show === 'all' && !instead },
            ...(page.instead > 0 || instead
              ? [
                  {
                    name: 'instead',
                    text: t('notice.insteadTab', { n: page.instead }),
                    href: hrefOf({ instead: '1' }),
                    on: instead === '1',
                  },
                ]
              : []),
          ]}
        />
        {page.unseen + unheard > 0 && (
          <Form action={seeAllNotices} formKey={issueFormKey(actor.userId)} className="pb-2">
            <Submit quiet>{t('notice.seeAll')}</Submit>
          </Form>
        )}
      </header>
      <Misread parts={misread(noticeFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {mail?.failure && (
        <p role="note" className="border-b border-divider bg-subtle px-4 py-2 sm:px-6">
          <Link href="/me" className="text-link">
            {t('notice.mailFailed', { address: mail.address })}
          </Link>
        </p>
      )}
      {refused.length > 0 && (
        <p role="note" className="border-b border-divider bg-subtle px-4 py-2 sm:px-6">
          {t('notice.mailFailedOf', { names: listed(refused, t) })}
        </p>
      )}
      <p className="px-4 py-2 text-ink-2 sm:px-6">
        {t(instead ? 'notice.insteadHint' : actor.role === 'CONTACT' ? 'notice.hintOwn' : 'notice.hint')}
      </p>
      {news.length > 0 && <AccountNews rows={news} t={t} />}
      {outcomes.length > 0 && (
        <OutcomeList rows={outcomes} formKey={() => issueFormKey(actor.userId)} today={today} locale={locale} />
      )}
      {page.rows.length === 0 && outcomes.length + news.length > 0 ? null : page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t('notice.none')}</p>
          <p className="mt-1 max-w-md text-ink-2">{t('notice.noneHint')}</p>
        </div>
      ) : (
        <section
          tabIndex={0}
          aria-label={t('notice.title')}
          className="flex-1 overflow-auto border-t border-control print:overflow-visible"
        >
          <NoticeList rows={page.rows} formKey={() => issueFormKey(actor.userId)} today={today} locale={locale} />
        </section>
      )}
      <ListFoot
        totals={[
          t('notice.total', { n: page.total }),
          ...(page.unseen > 0 ? [t('notice.unseen', { n: page.unseen })] : []),
        ]}
        doors={[]}
        page={filter.page}
        total={page.total}
        hrefOf={(n) => hrefOf({ ...filter, page: n })}
        t={t}
      />
    </div>
  )
}
