import { redirect } from 'next/navigation'
import { Lamp } from '@/components/level/lamp'
import { FourFigures } from '@/components/today/four-figures'
import { TwoColumns } from '@/components/today/headline'
import { InstructionBox } from '@/components/today/instruction-box'
import { RedList } from '@/components/today/red-list'
import { InboxLink, ReminderInbox } from '@/components/today/reminder-inbox'
import { SentList } from '@/components/today/sent-list'
import { TurnedLines } from '@/components/today/turned-lines'
import { YellowList } from '@/components/today/yellow-list'
import { Link } from '@/components/ui/link'
import { boardHref } from '@/components/warning/board-link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { countToDecide } from '@/lib/data/approval-list'
import { draftInstruction } from '@/lib/data/instruction'
import { loadLeaderDay } from '@/lib/data/leader-day'
import { hasDistricts } from '@/lib/data/ranking-city-trend'
import { extensionsToDecide } from '@/lib/data/task-day'
import { HEAD_WD, ON_SITE_WD } from '@/lib/domain/escalation'
import type { Level } from '@/lib/domain/level-scale'
import { dayWithWeekday, longDay } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'
import { instructionAddress } from '@/lib/schemas/reminder'
import { warningQuery } from '@/lib/schemas/warning'
import { ApprovalLines } from './approval-lines'
import { BriefingLine } from './briefing-line'
import { ColourLines } from './colour-lines'
import { ComplaintLines } from './complaint-lines'
import { IssueLines } from './issue-lines'
import { MeetingLine } from './meeting-line'
import type { TodayProps } from './props'
import { RankingLines } from './ranking-lines'
import { RulesLine } from './rules-line'
import { SupervisionLines } from './supervision-lines'
import { TaskLines } from './task-lines'

/** A leader's own projects, or for the head all of them: which want his word, and what became of what he said. */
export async function LeaderToday({ actor, locale, search }: TodayProps) {
  const t = translator(locale)
  const today = businessDay()
  const role = actor.role === 'HEAD' ? 'HEAD' : 'LEADER'
  const said = instructionAddress.parse(search)
  const [day, extensions, approvals, draft] = await Promise.all([
    loadLeaderDay(actor, today),
    extensionsToDecide(actor, today),
    countToDecide(actor),
    draftInstruction(actor, said, today),
  ])
  const asks = day.asks + extensions + approvals
  const formKey = () => issueFormKey(actor.userId)
  // A city has no projects of its own: it compares its districts.
  if (day.total === 0 && (await hasDistricts(actor))) redirect('/ranking/city')
  if (day.total === 0)
    return (
      <div className="flex flex-col items-center px-6 pt-32 text-center">
        <h1 className="text-xl font-semibold">{t('day.leader.noProjects')}</h1>
        <p className="mt-2 max-w-md text-ink-2">{t('day.leader.noProjectsHint')}</p>
        <Link href="/projects" className="mt-4 text-link">
          {t('workbench.all')}
        </Link>
      </div>
    )
  const { levels, turned } = day
  const ledger = (level: Level) => (role === 'HEAD' ? `/projects?level=${level}` : `/projects?view=mine&level=${level}`)
  const board = warningQuery.parse({ from: turned.since, by: 'leader' })
  const whose = role === 'HEAD' ? {} : { group: actor.personId }
  const asked = role === 'HEAD' ? HEAD_WD : ON_SITE_WD
  const moreRed = turned.counts.RED - turned.wasOf.RED
  const open = day.sent.filter((line) => line.state === 'SEEN' || line.state === 'UNSEEN')
  const lit = (level: Level) => (
    <>
      <Lamp level={level} quiet t={t} />
      <span className="max-lg:hidden">{t('day.leader.light')}</span>
    </>
  )
  const figures = [
    {
      key: 'red',
      n: levels.RED,
      word: lit('RED'),
      hint: t(`day.leader.${moreRed > 0 ? 'moreRed' : moreRed < 0 ? 'lessRed' : 'sameRed'}`, {
        n: Math.abs(moreRed),
        day: dayWithWeekday(turned.since, today, locale),
      }),
      href: ledger('RED'),
    },
    {
      key: 'yellow',
      n: levels.YELLOW,
      word: lit('YELLOW'),
      hint: day.turningRed > 0 ? t('day.leader.turningRed', { n: day.turningRed }) : t('day.leader.turningNone'),
      href: ledger('YELLOW'),
    },
    {
      key: 'asks',
      n: asks,
      word: t('day.leader.toAppear'),
      hint:
        extensions + approvals > 0
          ? listed(
              [
                day.asks > 0 && t('day.leader.toAppearReds', { reds: day.asks, n: asked }),
                approvals > 0 && t('day.leader.toAppearApprovals', { n: approvals }),
                extensions > 0 && t('day.leader.toAppearExtensions', { n: extensions }),
              ],
              t,
            )
          : t('day.leader.toAppearHint', { n: asked }),
      href:
        day.asks > 0 || asks === 0 ? ('#reds' as const) : approvals > 0 ? ('#approvals' as const) : ('#tasks' as const),
    },
    {
      key: 'open',
      n: open.length,
      word: t('day.leader.open'),
      hint: t('day.leader.openHint', { n: day.sent.length, late: open.filter((line) => line.late).length }),
      href: '#sent' as const,
    },
  ]
  return (
    <TwoColumns
      aside={
        <>
          <ReminderInbox lines={day.inbox} role={actor.role} formKey={formKey} today={today} locale={locale} />
          <InstructionBox draft={draft} sent={said.said === '1'} formKey={formKey} today={today} locale={locale} />
          <SentList lines={day.sent} instructions today={today} locale={locale} />
          <TurnedLines turned={turned} href={boardHref(board, { ...whose, turned: '1' })} t={t} />
        </>
      }
    >
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 max-lg:pb-3">
        <h1 className="text-2xl font-semibold">
          {asks > 0 ? t('day.leader.asks', { n: asks }) : t('day.leader.none')}
        </h1>
        <p className="text-ink-2">
          {longDay(today, locale)}
          <span className="ml-3 whitespace-nowrap">
            {t(role === 'HEAD' ? 'day.leader.spanHead' : 'day.leader.span', { n: day.total })}
          </span>
        </p>
      </header>
      <InboxLink lines={day.inbox} t={t} />
      <MeetingLine actor={actor} locale={locale} />
      <RankingLines actor={actor} locale={locale} />
      <RulesLine actor={actor} locale={locale} />
      <FourFigures figures={figures} />
      <ApprovalLines actor={actor} locale={locale} />
      <ColourLines actor={actor} locale={locale} />
      <TaskLines actor={actor} locale={locale} />
      <SupervisionLines actor={actor} locale={locale} />
      <section id="reds" className="scroll-mt-14">
        <h2 className="mb-1 text-lg font-semibold max-lg:sr-only">
          {levels.RED > 0 ? t('day.leader.reds') : t('day.leader.redsNone')}
        </h2>
        {levels.RED === 0 && <p className="py-3 text-ink-2 lg:hidden">{t('day.leader.redsNone')}</p>}
        <RedList projects={day.reds} role={role} formKey={formKey} locale={locale} />
        {levels.RED > day.reds.length && (
          <Rest href={ledger('RED')}>{t('day.leader.redsRest', { n: levels.RED })}</Rest>
        )}
      </section>
      {levels.YELLOW > 0 && (
        <section className="pt-5">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">
            {t('day.leader.yellows', { n: levels.YELLOW })}
            <span className="ml-3 text-xs font-normal text-ink-3">{t('day.leader.yellowsHint')}</span>
          </h2>
          <YellowList projects={day.yellows} today={today} locale={locale} />
          {levels.YELLOW > day.yellows.length && (
            <Rest href={ledger('YELLOW')}>{t('day.leader.yellowsRest', { n: levels.YELLOW })}</Rest>
          )}
        </section>
      )}
      <div className="pt-5">
        <IssueLines actor={actor} locale={locale} />
        <ComplaintLines actor={actor} locale={locale} />
        <BriefingLine actor={actor} locale={locale} />
      </div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
        {t('day.leader.rest')}
        {(['BLUE', 'GREEN', 'GREY'] as const).map((level) => (
          <Link
            key={level}
            href={ledger(level) as '/projects'}
            className="inline-flex min-h-8 items-center hover:text-link max-sm:min-h-11"
          >
            {t('day.leader.restCount', { level: t(`level.short.${level}`), n: levels[level] })}
          </Link>
        ))}
        <Link href="/warnings?by=leader" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('day.leader.bySomebody')}
        </Link>
      </p>
    </TwoColumns>
  )
}

const Rest = ({ href, children }: { href: string; children: React.ReactNode }) => (
  <p className="pt-2.5">
    <Link href={href as '/projects'} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
      {children}
    </Link>
  </p>
)
