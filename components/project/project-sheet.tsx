import { RulerScale } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { NextTurn } from '@/components/level/next-turn'
import { RulerCell } from '@/components/level/ruler-cell'
import type { PlainDate } from '@/lib/domain/plain-date'
import { longDate } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import { cureText } from '@/lib/i18n/verdict-text'
import type { Reachable } from '@/lib/schemas/project-detail'
import type { ProjectSheet } from '@/lib/schemas/project-sheet'
import { SheetBlock } from './sheet-block'
import { SheetFacts } from './sheet-facts'
import { SheetIssues, SheetProcedures } from './sheet-open'

/** A project on one upright A4 for the leader who goes to see it: verdict first, what is asked of him, facts, what is open. */
export function ProjectSheetPage({
  sheet,
  district,
  today,
  locale,
  bound = false,
}: {
  sheet: ProjectSheet
  district: string
  today: PlainDate
  locale: Locale
  /** One of several: the page has a heading of its own. */
  bound?: boolean
}) {
  const t = translator(locale)
  const Title = bound ? 'h2' : 'h1'
  return (
    <article className="sheet mx-auto w-full max-w-[794px] px-6 py-6 leading-[1.55] print:max-w-none print:p-0">
      <p className="flex justify-between gap-4 text-sm text-ink-2">
        <span>
          {/* The district has no English name. */}
          {locale !== 'en' && district}
          {t('paper.sheetTitle')}
        </span>
        <span>{t('paper.asOf', { day: longDate(today, locale) })}</span>
      </p>
      <Title className="font-formal mt-1 border-b-2 border-ink pb-2 text-center text-[26px] leading-9 font-bold">
        {sheet.name}
      </Title>
      <Verdict sheet={sheet} today={today} locale={locale} />
      <Ask sheet={sheet} locale={locale} />
      <SheetFacts sheet={sheet} today={today} locale={locale} />
      <SheetProcedures sheet={sheet} today={today} locale={locale} />
      <SheetIssues sheet={sheet} today={today} locale={locale} />
      <SheetBlock title={t('paper.progress')}>
        <p>
          {sheet.progressText ? <span lang="zh-CN">{sheet.progressText}</span> : t('paper.noProgress')}
          {sheet.lastVerifiedOn && (
            <span className="ml-2 text-sm whitespace-nowrap text-ink-2">
              {t('paper.verified', { day: sheet.lastVerifiedOn })}
            </span>
          )}
        </p>
        {sheet.nextPlanText && (
          <p>
            <span className="text-ink-2">{t('paper.nextPlan')}　</span>
            <span lang="zh-CN">{sheet.nextPlanText}</span>
          </p>
        )}
      </SheetBlock>
      <SheetBlock title={t('paper.people')}>
        <p className="flex flex-wrap gap-x-10">
          <Person title={t('paper.steward')} who={sheet.steward} />
          <Person title={t('paper.contact')} who={sheet.contact} />
        </p>
      </SheetBlock>
      <SheetBlock title={t('paper.note')}>
        <div className="h-[22mm] border border-control" />
      </SheetBlock>
    </article>
  )
}

const Person = ({ title, who }: { title: string; who: Reachable | null }) => (
  <span>
    <span className="text-ink-2">{title}　</span>
    <b>{who?.name ?? '—'}</b>
    {who?.phone && <span className="ml-2">{who.phone}</span>}
  </span>
)

function Verdict({ sheet, today, locale }: { sheet: ProjectSheet; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const reason = sheet.reasons[0]
  const subject = sheet.procedures.open.find((p) => p.id === reason?.subjectId)
  const blocker = sheet.procedures.open.find((p) => p.code === reason?.params.by)
  return (
    <section className="sheet-block mt-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex items-center gap-3 text-xl leading-8 font-semibold">
          <Lamp level={sheet.level} size="l" t={t} />
          <span>{reasonLine(sheet.level, reason, sheet.lead, locale)}</span>
        </p>
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 [&_dt]:text-ink-2">
          {sheet.status !== 'ACTIVE' && <dd className="col-span-2">{t(`projectPage.statusNote.${sheet.status}`)}</dd>}
          {reason && (
            <>
              <dt>{t('paper.owner')}</dt>
              <dd>{ownerText(reason.owner, locale) ?? t('level.nobody')}</dd>
            </>
          )}
          {sheet.status === 'ACTIVE' && (
            <>
              <dt>{t('paper.ifNothing')}</dt>
              <dd className="font-semibold">
                <NextTurn turn={sheet} nextInWd={sheet.nextInWd} today={today} locale={locale} />
              </dd>
            </>
          )}
          {reason && (
            <>
              <dt>{t('paper.cure')}</dt>
              <dd>{cureText(reason, subject?.agency ?? null, blocker ?? null, locale)}</dd>
            </>
          )}
        </dl>
      </div>
      {sheet.ruler?.kind === 'clock' && (
        <div className="shrink-0">
          <RulerScale />
          <RulerCell ruler={sheet.ruler} today={today} t={t} />
        </div>
      )}
    </section>
  )
}

/**
 * What is asked of the leader: open requests, each with the unit that should answer; where nobody has asked, a red or
 * yellow project asks to press whoever holds it.
 */
function Ask({ sheet, locale }: { sheet: ProjectSheet; locale: Locale }) {
  const t = translator(locale)
  const reason = sheet.reasons[0]
  const asked = sheet.issues.flatMap(({ id, request, unit }) =>
    request === null ? [] : [{ id, text: unit ? t('paper.askOf', { unit, text: request }) : request }],
  )
  const owner = reason && (sheet.level === 'RED' || sheet.level === 'YELLOW') ? ownerText(reason.owner, locale) : null
  const press = owner && t('paper.press', { owner, text: reasonLine(sheet.level, reason, null, locale) })
  return (
    <section className="sheet-block mt-3 border-2 border-ink px-3 py-2">
      <b className="text-lg">{t('paper.ask')}</b>
      {asked.length === 0 ? (
        <p>{press ?? t('paper.noAsk')}</p>
      ) : (
        <ol className="list-decimal pl-5">
          {asked.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
      )}
    </section>
  )
}
