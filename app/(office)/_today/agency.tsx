import { DeskList } from '@/components/agency/desk-list'
import { DoneList, JustDone } from '@/components/agency/done-today'
import { ListChoice } from '@/components/agency/list-choice'
import { MonthPromise } from '@/components/agency/month-promise'
import { PausedList } from '@/components/agency/paused-list'
import { queueHref } from '@/components/procedure/queue-link'
import { InboxLink, ReminderInbox } from '@/components/today/reminder-inbox'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { loadAgencyDay } from '@/lib/data/agency-day'
import { loadInbox } from '@/lib/data/reminder-inbox'
import { longDay } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { deskAddress } from '@/lib/schemas/agency-day'
import type { ProcedureFilter } from '@/lib/schemas/procedure-queue'
import { ApprovalLines } from './approval-lines'
import { ColourLines } from './colour-lines'
import { ComplaintLines } from './complaint-lines'
import { FactorLines } from './factor-lines'
import { IssueLines } from './issue-lines'
import { openRow } from './open-row'
import type { TodayProps } from './props'
import { SupervisionLines } from './supervision-lines'
import { TaskLines } from './task-lines'
import { WalkLines } from './walk-lines'

/** A handler's day: what ends soonest first, each step inside its row. */
export async function AgencyToday(props: TodayProps) {
  const { actor, locale, search } = props
  const t = translator(locale)
  const today = businessDay()
  const address = deskAddress.parse(search)
  const [day, inbox] = await Promise.all([loadAgencyDay(actor, address.list, today), loadInbox(actor, today)])
  const panel = await openRow(props, address, [...day.rows, ...day.paused], today)
  const formKey = () => issueFormKey(actor.userId)
  const done = day.done.map((line) => ({ ...line, time: timeOfInstant(new Date(line.at)) }))
  const just = done.find((line) => line.procedureId === address.done)
  const scope: Partial<ProcedureFilter> = address.list === 'unit' ? {} : { mine: '1' }
  const figures = [
    { n: day.open, text: t('desk.open', { n: day.open }), href: queueHref(scope) },
    {
      n: day.late,
      text: t('desk.late', { n: day.late }),
      href: queueHref({ ...scope, group: 'accepted', due: 'late' }),
    },
    {
      n: day.unaccepted,
      text: t('desk.unaccepted', { n: day.unaccepted }),
      href: queueHref({ ...scope, group: 'received', due: 'late' }),
    },
    { n: day.dueToday, text: t('desk.dueToday', { n: day.dueToday }), href: queueHref({ ...scope, due: 'today' }) },
  ].filter((figure) => figure.n > 0)
  const hidden = day.running - day.rows.filter((row) => row.state === 'RECEIVED' || row.state === 'ACCEPTED').length
  return (
    <div className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_320px] xl:grid-cols-[minmax(0,1fr)_340px]">
      <div className="px-4 pt-5 sm:px-8 sm:pt-6">
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-3">
          <h1 className="text-2xl font-semibold">
            {figures.length === 0
              ? t('desk.none')
              : figures.map((figure, i) => (
                  <span key={figure.href}>
                    {i > 0 && (locale === 'en' ? ', ' : '，')}
                    <Link href={figure.href} className="whitespace-nowrap hover:text-link">
                      {figure.text}
                    </Link>
                  </span>
                ))}
          </h1>
          <span className="text-ink-2">{longDay(today, locale)}</span>
          <span className="flex-1 max-sm:hidden" />
          <ListChoice address={address} words={[t('desk.mine'), t('desk.unit', { n: day.openOfUnit })]} t={t} />
        </header>
        <InboxLink lines={inbox} t={t} />
        {just && <JustDone line={just} list={address.list} formKey={formKey()} locale={locale} />}
        {day.rows.length === 0 ? (
          <p className="border-t border-divider py-6 text-ink-2">{t('desk.noneHint')}</p>
        ) : (
          <div className="max-lg:-mx-4">
            <DeskList
              rows={day.rows}
              told={day.told}
              address={address}
              role={actor.role}
              panel={panel}
              today={today}
              locale={locale}
            />
          </div>
        )}
        {hidden > 0 && (
          <p className="pt-3">
            <Link href={queueHref(scope)} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
              {t('desk.rest', { n: hidden })}
            </Link>
          </p>
        )}
        <div className="pt-6">
          <ApprovalLines actor={actor} locale={locale} />
          <ColourLines actor={actor} locale={locale} />
          <TaskLines actor={actor} locale={locale} />
          <SupervisionLines actor={actor} locale={locale} />
          <IssueLines actor={actor} locale={locale} />
          <ComplaintLines actor={actor} locale={locale} />
          <FactorLines actor={actor} locale={locale} />
          <WalkLines actor={actor} locale={locale} />
        </div>
        {day.pausedCount > 0 && (
          <section className="pt-6 pb-8">
            <h2 className="mb-1 text-lg font-semibold">
              {t('desk.pausedTitle', { n: day.pausedCount })}
              <span className="ml-3 text-xs font-normal text-ink-3">{t('desk.pausedHint')}</span>
            </h2>
            <PausedList
              rows={day.paused}
              told={day.told}
              address={address}
              role={actor.role}
              panel={panel}
              today={today}
              locale={locale}
            />
            {day.pausedCount > day.paused.length && (
              <p className="pt-3">
                <Link
                  href={queueHref({ ...scope, group: 'paused' })}
                  className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
                >
                  {t('desk.rest', { n: day.pausedCount - day.paused.length })}
                </Link>
              </p>
            )}
          </section>
        )}
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:mt-4 max-lg:border-t sm:px-6 lg:border-l">
        <ReminderInbox lines={inbox} role={actor.role} formKey={formKey} today={today} locale={locale} />
        <DoneList lines={done} list={address.list} formKey={formKey} locale={locale} />
        <MonthPromise month={day.month} t={t} />
      </aside>
    </div>
  )
}
