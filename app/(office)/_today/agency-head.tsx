import { DeskList } from '@/components/agency/desk-list'
import { DoneList, JustDone } from '@/components/agency/done-today'
import { ListChoice } from '@/components/agency/list-choice'
import { LoadTable } from '@/components/agency/load-table'
import { MonthPromise } from '@/components/agency/month-promise'
import { queueHref } from '@/components/procedure/queue-link'
import { itemName } from '@/components/procedure/queue-text'
import { InboxLink, ReminderInbox } from '@/components/today/reminder-inbox'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { loadHeadDay } from '@/lib/data/agency-head-day'
import { loadInbox } from '@/lib/data/reminder-inbox'
import { dayIn, longDay } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { deskAddress } from '@/lib/schemas/agency-day'
import { AgencyToday } from './agency'
import { ApprovalLines } from './approval-lines'
import { ColourLines } from './colour-lines'
import { ComplaintLines } from './complaint-lines'
import { FactorLines } from './factor-lines'
import { IssueLines } from './issue-lines'
import { MeetingLine } from './meeting-line'
import { openRow } from './open-row'
import type { TodayProps } from './props'
import { RankingLines } from './ranking-lines'
import { SupervisionLines } from './supervision-lines'
import { TaskLines } from './task-lines'
import { WalkLines } from './walk-lines'

/** The day of an agency's head: where his unit is late, before a leader asks; then who holds how much. */
export async function AgencyHeadToday(props: TodayProps) {
  const { actor, locale, search } = props
  const address = deskAddress.parse(search)
  if (address.list === 'unit') return <AgencyToday {...props} />
  const t = translator(locale)
  const today = businessDay()
  const [day, inbox] = await Promise.all([loadHeadDay(actor, today), loadInbox(actor, today)])
  const panel = await openRow(props, address, day.late, today)
  const formKey = () => issueFormKey(actor.userId)
  const done = day.done.map((line) => ({ ...line, time: timeOfInstant(new Date(line.at)) }))
  const just = done.find((line) => line.procedureId === address.done)
  const late = day.lateCount
  const figures = [
    {
      n: day.red,
      text: t('desk.headRed', { n: day.red }),
      href: queueHref({ level: 'RED', owner: 'AGENCY' }),
    },
    {
      n: day.yellow,
      text: t('desk.headYellow', { n: day.yellow }),
      href: queueHref({ level: 'YELLOW', owner: 'AGENCY' }),
    },
    { n: day.overdue, text: t('desk.headOver', { n: day.overdue }), href: queueHref({ due: 'late' }) },
    { n: day.dueToday, text: t('desk.dueToday', { n: day.dueToday }), href: queueHref({ due: 'today' }) },
  ].filter((figure) => figure.n > 0)
  return (
    <div className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_320px] xl:grid-cols-[minmax(0,1fr)_340px]">
      <div className="px-4 pt-5 sm:px-8 sm:pt-6">
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-3">
          <h1 className="text-2xl font-semibold">
            {late === 0 ? t('desk.headClean') : t('desk.headLate')}
            {figures.map((figure, i) => (
              <span key={figure.href}>
                {(late === 0 || i > 0) && (locale === 'en' ? ', ' : '，')}
                {late > 0 && i === 0 && locale === 'en' && ': '}
                <Link href={figure.href} className="whitespace-nowrap hover:text-link">
                  {figure.text}
                </Link>
              </span>
            ))}
          </h1>
          <span className="text-ink-2">{longDay(today, locale)}</span>
          <span className="flex-1 max-sm:hidden" />
          <ListChoice
            address={address}
            words={[t('desk.listLate', { n: late }), t('desk.listUnit', { n: day.open })]}
            t={t}
          />
        </header>
        <InboxLink lines={inbox} t={t} />
        <MeetingLine actor={actor} locale={locale} />
        <ApprovalLines actor={actor} locale={locale} />
        <ColourLines actor={actor} locale={locale} />
        <SupervisionLines actor={actor} locale={locale} />
        <RankingLines actor={actor} locale={locale} />
        <p className="pb-3 text-sm text-ink-3">
          {late === 0 ? t('desk.headCleanHint', { n: day.open }) : t('desk.headHint')}
        </p>
        {just && <JustDone line={just} list={address.list} formKey={formKey()} locale={locale} />}
        {day.late.length > 0 && (
          <div className="max-lg:-mx-4">
            <DeskList rows={day.late} address={address} role={actor.role} panel={panel} today={today} locale={locale} />
          </div>
        )}
        {late > day.late.length && (
          <p className="pt-3">
            <Link
              href={queueHref({ due: 'late' })}
              className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
            >
              {t('desk.rest', { n: late - day.late.length })}
            </Link>
          </p>
        )}
        <div className="pt-6">
          <TaskLines actor={actor} locale={locale} />
          <IssueLines actor={actor} locale={locale} />
          <ComplaintLines actor={actor} locale={locale} />
          <FactorLines actor={actor} locale={locale} />
          <WalkLines actor={actor} locale={locale} />
        </div>
        <section className="pb-8">
          <h2 className="mb-1 text-lg font-semibold">{t('desk.loadTitle')}</h2>
          <LoadTable loads={day.loads} t={t} />
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:mt-4 max-lg:border-t sm:px-6 lg:border-l">
        <ReminderInbox lines={inbox} role={actor.role} formKey={formKey} today={today} locale={locale} />
        <MonthPromise month={day.month} t={t} />
        <section className="mb-7">
          {day.extensions.length === 0 ? (
            <p className="text-ink-2">{t('desk.extensionsNone')}</p>
          ) : (
            <h2 className="mb-1 text-lg font-semibold">{t('desk.extensions', { n: day.extensions.length })}</h2>
          )}
          <ul>
            {day.extensions.map((line) => (
              <li key={line.procedureId} className="border-b border-divider py-1.5">
                <Link href={`/procedures/${line.procedureId}`} className="block truncate hover:text-link">
                  {line.project}
                </Link>
                <p className="text-sm text-ink-2">
                  {t('desk.extension', { item: itemName(line, locale), n: line.days })}
                  <span className="ml-2 text-xs text-ink-3">{dayIn(line.on, today)}</span>
                </p>
                {line.reason && (
                  <p lang="zh-CN" className="text-xs text-ink-3">
                    {line.reason}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
        <DoneList lines={done} list={address.list} formKey={formKey} locale={locale} />
      </aside>
    </div>
  )
}
