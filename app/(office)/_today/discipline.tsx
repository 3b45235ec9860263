import { LateUnits } from '@/components/supervision/late-units'
import { PointList } from '@/components/supervision/point-list'
import { TwoColumns } from '@/components/today/headline'
import { InboxLink, ReminderInbox } from '@/components/today/reminder-inbox'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { loadDisciplineDay } from '@/lib/data/discipline-day'
import { loadInbox } from '@/lib/data/reminder-inbox'
import { longDay } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { ColourLines } from './colour-lines'
import { ComplaintLines } from './complaint-lines'
import { MeetingLine } from './meeting-line'
import type { TodayProps } from './props'
import { RankingLines } from './ranking-lines'
import { ReportLines } from './report-lines'
import { SupervisionLines } from './supervision-lines'
import { TaskLines } from './task-lines'

/** The day of the commission: which units drag their feet, what was said at the points, its own slips and return visits. */
export async function DisciplineToday({ actor, locale }: TodayProps) {
  const t = translator(locale)
  const today = businessDay()
  const [day, inbox] = await Promise.all([loadDisciplineDay(actor, today), loadInbox(actor, today)])
  return (
    <TwoColumns
      aside={
        <>
          <ReminderInbox
            lines={inbox}
            role={actor.role}
            formKey={() => issueFormKey(actor.userId)}
            today={today}
            locale={locale}
          />
          <PointList day={day} today={today} t={t} />
          <p className="pt-4">
            <Link href="/supervision/analysis" className="inline-flex items-center text-link max-sm:min-h-11">
              {t('supervisionSlip.day.analysis')}
            </Link>
          </p>
        </>
      }
    >
      <header className="flex flex-wrap items-baseline gap-4 pb-3">
        <h1 className="text-2xl font-semibold">
          {day.lateUnits === 0
            ? t('supervisionSlip.day.headClean')
            : t('supervisionSlip.day.headline', { n: day.lateUnits })}
        </h1>
        <span className="text-ink-2">{longDay(today, locale)}</span>
      </header>
      <InboxLink lines={inbox} t={t} />
      <ReportLines actor={actor} locale={locale} />
      <SupervisionLines actor={actor} locale={locale} />
      <ComplaintLines actor={actor} locale={locale} />
      <LateUnits day={day} t={t} />
      <MeetingLine actor={actor} locale={locale} />
      <ColourLines actor={actor} locale={locale} />
      <TaskLines actor={actor} locale={locale} />
      <RankingLines actor={actor} locale={locale} />
    </TwoColumns>
  )
}
