import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { Forecast } from '@/components/project/forecast'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import { Mixed } from '@/components/ui/mixed'
import { Unbroken } from '@/components/ui/unbroken'
import type { Level } from '@/lib/domain/level-scale'
import { basisPoints } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { isNature } from '@/lib/domain/project'
import { dayIn } from '@/lib/i18n/day'
import { issueHolderText } from '@/lib/i18n/issue-text'
import { sideBySide } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { shortItemName } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ActivityLine, ProjectDetail } from '@/lib/schemas/project-detail'

const ACTIVITY_SHOWN = 12
/** Of which paper shows fewer: the class that hides the rest says the next number. */
const ACTIVITY_PRINTED = 6

/** What stands beside the procedures: progress, forecast, issues, start conditions, history. */
export function SidePanel({
  project,
  today,
  locale,
  children,
}: {
  project: ProjectDetail
  today: PlainDate
  locale: Locale
  /** Stands before the history. */
  children: React.ReactNode
}) {
  const t = translator(locale)
  return (
    <aside className="border-divider bg-zebra px-4 py-4 print:order-first print:[zoom:0.88] print:columns-3 print:gap-10 print:border-0! max-sm:order-3 max-sm:border-t-8 max-sm:border-page max-sm:bg-card max-lg:border-t sm:px-6 lg:border-l [&_h3]:text-lg [&_h3]:font-semibold">
      <div
        {...markup(
          <>
            <Progress project={project} today={today} locale={locale} />
            <Forecast project={project} today={today} locale={locale} />
            {!project.cardOnly && <Issues project={project} today={today} t={t} />}
            <Conditions project={project} locale={locale} />
          </>,
        )}
      />
      {children}
      <Activity lines={project.activity} today={today} locale={locale} />
    </aside>
  )
}

function Progress({ project, today, locale }: { project: ProjectDetail; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { yearPlan } = project
  const share = yearPlan && basisPoints(yearPlan.doneFen, yearPlan.plannedFen)
  if (!project.progressText && !yearPlan) return null
  return (
    <section className="mb-5">
      <h3>{t('projectPage.progress')}</h3>
      {project.progressText && (
        <p lang="zh-CN" className="mt-1.5">
          {project.progressText}
        </p>
      )}
      {project.nextPlanText && (
        <p className="mt-1 text-ink-2">
          <span className="text-ink-3">{t('projectPage.nextPlan')}　</span>
          <span lang="zh-CN">{project.nextPlanText}</span>
        </p>
      )}
      <p className="mt-1 text-xs text-ink-3">
        {sideBySide(
          [
            project.lastVerifiedOn && t('projectPage.verified', { day: dayIn(project.lastVerifiedOn, today) }),
            project.lastChangedOn && t('projectPage.changed', { day: dayIn(project.lastChangedOn, today) }),
          ],
          locale,
        )}
      </p>
      {yearPlan && (
        <p className="mt-1.5 text-sm text-ink-2">
          {t('projectPage.yearPlan', { year: String(yearPlan.year) })} {amountText(yearPlan.plannedFen, locale)}
          <br />
          {t('projectPage.completed', {
            amount: amountText(yearPlan.doneFen, locale),
            share: share === null ? '—' : (share / 100).toFixed(1),
          })}
        </p>
      )}
    </section>
  )
}

/** Colour of an issue by its days left; the limits are those of the rules' D5 defaults, shown, not decided, here. */
function Issues({ project, today, t }: { project: ProjectDetail; today: PlainDate; t: Translator }) {
  const colours = new Map(project.reasons.filter((r) => r.dimension === 'D5').map((r) => [r.subjectId, r.level]))
  const holder = ({ givenOutAt: tier, unstruck, asked, owner }: ProjectDetail['issues'][number]) =>
    tier
      ? issueHolderText(
          {
            holder: { kind: 'TIER', tier },
            state: unstruck ? 'UNSOLVABLE' : 'TO_ASSIGN',
            lead: null,
            enterprise: null,
            taskforce: project.taskforce,
          },
          t,
        )
      : !asked && owner
  return (
    <section className="mb-5">
      <h3>
        {project.issues.length > 0 ? t('projectPage.issues', { n: project.issues.length }) : t('projectPage.noIssues')}
      </h3>
      <ul>
        {project.issues.map((issue) => (
          <li key={issue.id} className="border-b border-divider py-2.5 last:border-0">
            <p lang="zh-CN">
              <Link href={`/issues/${issue.id}`} className="hover:text-link">
                {issue.text}
              </Link>
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
              <Lamp level={colours.get(issue.id) ?? 'GREEN'} quiet t={t} />
              <span>
                {issue.dueOn && issue.leftWd !== null
                  ? issue.leftWd < 0
                    ? t('projectPage.issueLate', { n: -issue.leftWd, day: dayIn(issue.dueOn, today) })
                    : t('projectPage.issueLeft', { n: issue.leftWd, day: dayIn(issue.dueOn, today) })
                  : t(issue.asked ? 'issue.left.CONFIRM' : 'projectPage.issueNoDue')}
                <Provisional when={issue.leftProvisional} t={t} />
              </span>
              {holder(issue) && <span>{holder(issue)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Conditions({ project, locale }: { project: ProjectDetail; locale: Locale }) {
  const t = translator(locale)
  const lines = project.conditions.flatMap((code) => project.procedures.filter((p) => p.code === code))
  if (lines.length === 0) return null
  return (
    <section className="mb-5">
      <h3>
        {t('projectPage.conditions', {
          done: lines.filter((l) => FINISHED_STATES.has(l.state)).length,
          total: lines.length,
        })}
      </h3>
      <ul className="mt-1.5">
        {lines.map((line) => {
          const level: Level = line.state === 'NA' ? 'GREY' : line.level
          return (
            <li key={line.id} className="flex min-h-[26px] items-baseline gap-2 py-0.5">
              <span className="w-(--col-lamp-quiet) flex-none">
                <Lamp level={level} quiet t={t} />
              </span>
              <span className="min-w-0 flex-1 text-balance">{shortItemName(line, locale)}</span>
              <span className="max-w-[45%] text-right text-xs text-ink-3">{conditionText(line, locale)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Where a condition stands: its state; of one that was finished late, by how much, which is why it may still be yellow. */
const conditionText = (line: ProjectDetail['procedures'][number], locale: Locale): string =>
  line.reason && (line.reason.code === 'DONE_LATE' || line.state === 'DONE_TOL')
    ? reasonText(line.reason, locale)
    : translator(locale)(`procedure.state.${line.state}`)

function Activity({ lines, today, locale }: { lines: readonly ActivityLine[]; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const list = (shown: readonly ActivityLine[]) => (
    <ul>
      {shown.map((line) => (
        <li
          key={line.id}
          className="relative pb-3 pl-[18px] text-sm print:break-inside-avoid print:[&:nth-child(n+7)]:hidden before:absolute before:top-[7px] before:left-[3px] before:size-[7px] before:border-[1.5px] before:border-[var(--rl-done)] before:bg-zebra after:absolute after:top-[18px] after:-bottom-1 after:left-[7px] after:w-px after:bg-divider last:after:hidden"
        >
          <time dateTime={line.at} className="block text-xs leading-[18px] text-ink-3">
            {dayIn(line.recordedOn, today)}
          </time>
          <span className={line.takenBack ? 'line-through' : undefined}>
            <Unbroken text={activityText(line, today, locale)} locale={locale} />
          </span>
          {line.takenBack && <span className="block text-ink-3">{t('procedurePage.takenBack')}</span>}
          {line.money && (
            <span className="block text-ink-3">
              {t('projectPage.act.MONEY', {
                from: line.money.from === null ? 'none' : amountText(BigInt(line.money.from), locale),
                to: amountText(BigInt(line.money.to), locale),
              })}
            </span>
          )}
          {line.text && line.kind !== 'UPDATE' && (
            <span className="block text-ink-3">
              <Mixed text={t('projectPage.act.reason', { text: line.text })} locale={locale} />
            </span>
          )}
          {line.approver && (
            <span className="block text-ink-3">{t('projectPage.act.approver', { name: line.approver })}</span>
          )}
        </li>
      ))}
    </ul>
  )
  const rest = lines.slice(ACTIVITY_SHOWN)
  return (
    <section
      id="activity"
      className="scroll-mt-16"
      {...markup(
        <>
          <h3 className="mb-2">{t('projectPage.activity')}</h3>
          {lines.length === 0 && <p className="text-ink-3">{t('projectPage.noActivity')}</p>}
          {list(lines.slice(0, ACTIVITY_SHOWN))}
          {lines.length > ACTIVITY_PRINTED && (
            <p className="hidden text-sm text-ink-3 print:block">
              {t('projectPage.activityPrinted', { n: ACTIVITY_PRINTED })}
            </p>
          )}
          {rest.length > 0 && (
            <details className="no-print">
              <summary className="text-sm text-link">{t('projectPage.more')}</summary>
              <div className="mt-2">{list(rest)}</div>
            </details>
          )}
        </>,
      )}
    />
  )
}

function activityText(line: ActivityLine, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  const who = line.who ?? t('projectPage.someone')
  const item = line.item ? (locale === 'en' ? line.item.nameEn : line.item.nameZh) : ''
  const level = (text: string | undefined) => (text ? t(`level.short.${text as Level}`) : '')
  switch (line.kind) {
    case 'MOVE': {
      const move = t(`procedure.move.${line.move as 'FILE'}`)
      return line.on < line.recordedOn && line.move !== 'TAKE_BACK'
        ? t('projectPage.act.MOVE_BACK', { who, item, move, on: dayIn(line.on, today) })
        : t('projectPage.act.MOVE', { who, item, move })
    }
    case 'LEVEL':
      return line.from
        ? t('projectPage.act.LEVEL', { from: level(line.from), to: level(line.to) })
        : t('projectPage.act.LEVEL_FIRST', { to: level(line.to) })
    case 'UPDATE':
      return t('projectPage.act.UPDATE', { who, text: line.text ?? '' })
    case 'UNCHANGED':
      return t('projectPage.act.UNCHANGED', { who })
    case 'WITHDRAWN':
      return t('projectPage.act.WITHDRAWN', { who })
    case 'STAGE': {
      const word = (text: string) =>
        text in STATUS_WORDS ? t(`project.status.${text as 'ACTIVE'}`) : t(`project.stage.${text as 'PLANNING'}`)
      return line.from
        ? t('projectPage.act.STAGE', { who, from: word(line.from), to: word(line.to ?? '') })
        : line.who
          ? t('projectPage.act.STAGE_FIRST_BY', { who, to: word(line.to ?? '') })
          : t('projectPage.act.STAGE_FIRST', { to: word(line.to ?? '') })
    }
    case 'PLAN': {
      const what = line.milestone
        ? t('projectPage.act.plannedMilestone', { milestone: t(`project.milestone.${line.milestone}`) })
        : t(`projectPage.act.planned.${line.plan ?? 'FINISH'}`, { item })
      return t(line.nth === 0 ? 'projectPage.act.PLAN_CORRECTED' : 'projectPage.act.PLAN', {
        who,
        what,
        from: line.from ?? '—',
        to: line.to ?? '—',
        nth: line.nth ?? 1,
      })
    }
    case 'EDIT':
      return t('projectPage.act.EDIT', {
        who,
        changes: (line.changes ?? []).map((change) => changeText(change, t)).join(t('edit.list')),
      })
    case 'REACHED': {
      const milestone = line.milestone ? t(`project.milestone.${line.milestone}`) : ''
      const [from, to] = [line.from ?? '', line.to ?? '']
      if (!line.to) return t('projectPage.act.REACHED_BACK', { who, milestone, from })
      return t(line.from ? 'projectPage.act.REACHED_CHANGED' : 'projectPage.act.REACHED', { who, milestone, from, to })
    }
    case 'HANDOVER':
      return t('projectPage.act.HANDOVER', { from: line.from ?? '', to: line.to ?? '' })
  }
}

function changeText({ field, ...sides }: NonNullable<ActivityLine['changes']>[number], t: Translator): string {
  const word = (text: string) => (field === 'nature' && isNature(text) ? t(`project.nature.${text}`) : text)
  const [from, to, name] = [word(sides.from), word(sides.to), t(`edit.field.${field}`)]
  if (from === '') return t('edit.set', { field: name, to })
  return to === '' ? t('edit.cleared', { field: name, from }) : t('edit.change', { field: name, from, to })
}

const STATUS_WORDS = { ACTIVE: true, SUSPENDED: true, REMOVED: true, MERGED: true }
