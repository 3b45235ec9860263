import { forbidden, notFound } from 'next/navigation'
import { AgendaFoot, BuildForm, calledBy, LateReds, NothingToDiscuss, SendBar } from '@/components/meeting/agenda-foot'
import { AttendanceForm } from '@/components/meeting/attendance-form'
import { CallAnswers } from '@/components/meeting/call-answer'
import { DecisionList } from '@/components/meeting/decision-list'
import { KeepFocus } from '@/components/meeting/keep-focus'
import { MeetingTabs } from '@/components/meeting/meeting-tabs'
import { PageAnswer } from '@/components/meeting/page-answer'
import { PaperLinks } from '@/components/meeting/paper-links'
import { RoomEntry } from '@/components/meeting/room-entry'
import { TopicBudget } from '@/components/meeting/topic-budget'
import { TopicRow } from '@/components/meeting/topic-row'
import { SettleForm, TopicTools } from '@/components/meeting/topic-tools'
import { TopicsOff } from '@/components/meeting/topics-off'
import { WeekDays } from '@/components/meeting/week-days'
import { meetingHref } from '@/components/meeting/week-link'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, businessHour } from '@/lib/clock'
import { findAttenders } from '@/lib/data/invitations'
import { lastHeldBefore } from '@/lib/data/meeting-decisions'
import { findAgenda, findWeek, invitableUnits, lateReds } from '@/lib/data/meetings'
import { weekPapers } from '@/lib/data/papers'
import { loadDecisions } from '@/lib/data/week-decisions'
import { isFrozenWeek } from '@/lib/data/week-snapshots'
import { relationFor } from '@/lib/domain/access'
import { mondayOfKey } from '@/lib/domain/meeting/week'
import { isoWeekOf } from '@/lib/domain/plain-date'
import { SEES_ALL_TOPICS, SEES_MEETINGS } from '@/lib/domain/sight'
import { momentText } from '@/lib/i18n/agenda-text'
import { recordedText } from '@/lib/i18n/instant'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('meeting.tabAgenda')

export default async function AgendaPage({
  params,
  searchParams,
}: {
  params: Promise<{ week: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_MEETINGS.has(actor.role)) forbidden()
  const weekOf = mondayOfKey((await params).week)
  if (!weekOf) notFound()
  const t = translator(locale)
  const today = businessDay()
  const formKey = () => issueFormKey(actor.userId)
  const [week, agenda] = await Promise.all([findWeek(actor, weekOf, today), findAgenda(actor, weekOf, today)])
  const makes = relationFor(actor.role, 'agenda.build') !== null
  const number = isoWeekOf(weekOf).week
  if (!agenda) {
    const frozen = week !== null && (await isFrozenWeek(actor, weekOf))
    const over = week !== null && week.meeting.on < today
    const late =
      week !== null && (week.agenda.on < today || (week.agenda.on === today && week.agenda.hour <= businessHour()))
    const missing = frozen
      ? over
        ? 'meeting.agenda.missingPast'
        : late
          ? 'meeting.agenda.missingLate'
          : 'meeting.agenda.missing'
      : over
        ? 'meeting.agenda.neverFrozen'
        : 'meeting.agenda.beforeLine'
    return (
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <h1 className="mb-1 text-2xl font-semibold">{t('meeting.short', { week: number })}</h1>
        {week && <WeekDays week={week} locale={locale} />}
        <div className="mt-3">
          <MeetingTabs weekOf={weekOf} on="agenda" t={t} />
        </div>
        <p className="mb-4 text-ink-2">
          {!week
            ? t('meeting.noMeeting')
            : makes
              ? t(missing, { at: momentText(week.agenda, locale), line: momentText(week.dataLine, locale) })
              : t('meeting.agenda.missingReader')}
        </p>
        {frozen && makes && <BuildForm weekOf={weekOf} again={false} formKey={formKey} locale={locale} />}
      </div>
    )
  }
  const changeable = agenda.state === 'DRAFT' || agenda.state === 'SENT'
  const held = agenda.state === 'HELD' || agenda.state === 'SIGNED'
  const listed = agenda.lines.filter((line) =>
    held ? line.state === 'DECIDED' || line.state === 'NEXT_TIME' : line.state === 'OPEN',
  )
  const off = agenda.lines.filter((line) => !listed.includes(line))
  const decidedIn = held ? weekOf : await lastHeldBefore(actor, weekOf)
  const [units, decisions, reds, attenders, just] = await Promise.all([
    makes && changeable ? invitableUnits(actor) : [],
    decidedIn ? loadDecisions(actor, decidedIn, today) : null,
    makes && changeable ? lateReds(actor, agenda) : [],
    agenda.state === 'SENT' || (makes && agenda.state === 'HELD') ? findAttenders(actor, weekOf) : [],
    searchParams,
  ])
  const papers = await weekPapers(actor, weekOf)
  const settled = agenda.lines.find((line) => line.id === just.settled && line.state === 'SETTLED')
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      {just.sent && agenda.state === 'SENT' && makes && (
        <PageAnswer>{t('meeting.sentTo', calledBy(agenda))}</PageAnswer>
      )}
      {typeof just.held === 'string' && agenda.state === 'HELD' && (
        <PageAnswer>{t('sitting.heldNow', { tasks: Number(just.held) || 0 })}</PageAnswer>
      )}
      {settled && (
        <PageAnswer key={settled.id}>
          {t(makes ? 'meeting.settledByOffice' : 'meeting.settledNow', { name: settled.name })}
        </PageAnswer>
      )}
      <header className="pb-2.5">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <h1 className="text-2xl font-semibold">
            {listed.length === 0
              ? t(agenda.hidden > 0 ? 'meeting.agenda.headNotYours' : 'meeting.agenda.headNone', { week: number })
              : t('meeting.agenda.head', { week: number, n: listed.length })}
          </h1>
          <span className="font-semibold">{t(`meeting.state.${agenda.state}`)}</span>
          <span className="flex-1 whitespace-nowrap text-ink-2">
            {momentText({ on: agenda.on, hour: agenda.hour }, locale)}
          </span>
          {/* While it is to be sent, the bar at the foot has them. */}
          {listed.length > 0 && !(makes && agenda.state === 'DRAFT') && (
            <Link href={meetingHref(weekOf, '/sheets')} className="btn">
              {t('meeting.agenda.sheets', { n: listed.length })}
            </Link>
          )}
          {SEES_ALL_TOPICS.has(actor.role) && (
            <RoomEntry agenda={agenda} weekOf={weekOf} mayStart={makes} formKey={formKey} t={t} />
          )}
        </div>
        <p className="text-sm text-ink-3">
          <span>
            {agenda.sentAt
              ? t('meeting.agenda.sent', { at: recordedText(new Date(agenda.sentAt)) })
              : t('meeting.agenda.built', { at: recordedText(new Date(agenda.builtAt)) })}
          </span>
          {agenda.dataLine && (
            <span className="ml-4">{t('meeting.agenda.line', { line: momentText(agenda.dataLine, locale) })}</span>
          )}
        </p>
      </header>
      <MeetingTabs weekOf={weekOf} on="agenda" t={t} />
      <PaperLinks weekOf={weekOf} papers={papers} role={actor.role} t={t} />
      {agenda.why && <p className="mb-3 text-ink-2">{t('meeting.agenda.why', { why: agenda.why })}</p>}
      {agenda.state === 'SENT' && (
        <CallAnswers
          calls={attenders.filter(({ mine }) => mine)}
          sitting={agenda.startedAt !== null}
          formKey={formKey}
          t={t}
        />
      )}
      {changeable && listed.length > 0 && <TopicBudget agenda={agenda} t={t} />}
      {changeable && listed.length === 0 && agenda.hidden === 0 && (
        <NothingToDiscuss agenda={agenda} weekOf={weekOf} mayDecide={makes} formKey={formKey} locale={locale} />
      )}
      <KeepFocus className="border-t border-control">
        {listed.map((line, i) => (
          <TopicRow key={line.id} line={line} nth={i + 1} calls={changeable} today={today} locale={locale}>
            {changeable && makes ? (
              <TopicTools
                line={line}
                others={listed.filter((other) => other !== line)}
                units={units}
                formKey={formKey}
                today={today}
                locale={locale}
              />
            ) : changeable && line.maySettle ? (
              <div className="no-print mt-2 md:pl-[112px]">
                <SettleForm line={line} formKey={formKey} locale={locale} />
              </div>
            ) : null}
          </TopicRow>
        ))}
      </KeepFocus>
      {agenda.hidden > 0 && <p className="pt-3 text-ink-3">{t('meeting.agenda.hidden', { n: agenda.hidden })}</p>}
      <TopicsOff lines={off} mayRestore={changeable && makes} formKey={formKey} t={t} />
      <LateReds reds={reds} weekOf={weekOf} today={today} formKey={formKey} locale={locale} />
      {(agenda.state === 'SENT' || agenda.state === 'HELD') && makes && (
        <AttendanceForm
          attenders={attenders}
          units={held ? await invitableUnits(actor) : units}
          weekOf={weekOf}
          formKey={formKey()}
          all={agenda.startedAt ? formKey() : undefined}
          t={t}
        />
      )}
      {changeable && makes && <AgendaFoot agenda={agenda} weekOf={weekOf} formKey={formKey} locale={locale} />}
      {decisions && <DecisionList decisions={decisions} today={today} t={t} />}
      {makes && <SendBar agenda={agenda} weekOf={weekOf} today={today} formKey={formKey} locale={locale} />}
    </div>
  )
}
