import { Lamp } from '@/components/level/lamp'
import { isDrawn } from '@/components/level/measure-ruler'
import { RulerCell } from '@/components/level/ruler-cell'
import { SheetBlock } from '@/components/project/sheet-block'
import { SheetFacts } from '@/components/project/sheet-facts'
import { SheetProcedures } from '@/components/project/sheet-open'
import type { PlainDate } from '@/lib/domain/plain-date'
import { askText, calledTo, historyText, issueText, mergedText } from '@/lib/i18n/agenda-text'
import { dayIn, longDate } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { numberText, progressText } from '@/lib/i18n/task-text'
import { translator } from '@/lib/i18n/translator'
import type { AgendaLine, Decision } from '@/lib/schemas/meeting'
import type { ProjectSheet } from '@/lib/schemas/project-sheet'

/** A topic on one upright A4 议题一页纸: colour with its reason, history, last decision, what is asked, then the facts. */
export function TopicSheet({
  line,
  sheet,
  last,
  head,
  place,
  lineText,
  today,
  locale,
}: {
  line: AgendaLine
  /** The project's facts; null for a topic without one, or out of the reader's sight. */
  sheet: ProjectSheet | null
  last: Decision | null
  head: string
  place: string
  /** When the data line was. */
  lineText: string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const called = calledTo(line).map(({ name }) => name)
  const reasonNow = line.now && reasonLine(line.now.level, line.now.reason ?? undefined, null, locale)
  const same =
    line.now?.level === line.level &&
    reasonNow === (line.level && reasonLine(line.level, line.reason ?? undefined, null, locale))
  // What the table below and the ruler speak of, where the heading does not say it any more.
  const later = same ? null : reasonNow
  // A line of days, or of months where no permit's clock runs.
  const ruler = sheet?.ruler?.kind === 'clock' || isDrawn(sheet?.ruler ?? null) ? sheet?.ruler : null
  const merged = mergedText(line, today, locale)
  const facts = [
    [
      t('meeting.sheet.rule'),
      listed(
        [line.rule, ...line.also].map((rule) => t(`meeting.rule.${rule}`)),
        t,
      ),
    ],
    [t('meeting.sheet.history'), historyText(line, today, locale)],
    [t('meeting.sheet.merged'), merged],
    [
      t('meeting.sheet.last'),
      last
        ? listed([`${numberText(last.no)} ${last.text}`, progressText(last, today, t)], t)
        : t('meeting.sheet.noLast'),
    ],
    [t('meeting.sheet.attend'), called.length > 0 ? listed(called, t) : null],
  ] as const
  return (
    <article className="sheet mx-auto w-full max-w-[794px] px-6 py-6 leading-[1.55] print:max-w-none print:p-0">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
        <span>{head}</span>
        <span>{place}</span>
      </p>
      <h2 className="font-formal mt-1 border-b-2 border-ink pb-2 text-center text-[26px] leading-9 font-bold">
        {line.name}
      </h2>
      {line.level && (
        <div className="sheet-block mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p className="flex items-center gap-3 text-xl leading-8 font-semibold">
            <Lamp level={line.level} size="l" t={t} />
            <span>{reasonLine(line.level, line.reason ?? undefined, null, locale)}</span>
          </p>
          <span className="text-sm text-ink-2">{t('meeting.sheet.line', { line: lineText })}</span>
        </div>
      )}
      {line.now && (later || ruler) && (
        <div className="sheet-block mt-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          <p className="flex items-center gap-2">
            {t('meeting.sheet.now', { day: dayIn(today, today) })}
            {later ? (
              <>
                <Lamp level={line.now.level} quiet t={t} />
                <span>{later}</span>
              </>
            ) : (
              t('meeting.sheet.same')
            )}
          </p>
          {ruler && <RulerCell ruler={ruler} today={today} t={t} />}
        </div>
      )}
      {line.issue && (
        <SheetBlock title={t('meeting.issue.title', { number: line.issue.number })}>
          <p lang="zh-CN">{line.issue.text}</p>
          <p className="text-sm text-ink-2">{issueText(line.issue, today, locale)}</p>
        </SheetBlock>
      )}
      <dl className="sheet-block mt-3 grid gap-y-1 sm:grid-cols-[96px_1fr] print:grid-cols-[96px_1fr]">
        {facts.map(([label, text]) =>
          text ? (
            <div key={label} className="contents">
              <dt className="text-ink-2">{label}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <section className="sheet-block mt-3 border-2 border-ink px-3 py-2">
        <b className="text-lg">{t('meeting.sheet.ask')}</b>
        <p className="text-lg">{askText(line, today, locale)}</p>
      </section>
      {sheet && (
        <>
          <SheetFacts sheet={sheet} today={today} locale={locale} />
          {(sheet.procedures.open.length > 0 || !line.issue) && (
            <SheetProcedures
              sheet={sheet}
              today={today}
              locale={locale}
              asOf={t('meeting.sheet.today', { day: dayIn(today, today) })}
            />
          )}
          <SheetBlock title={t('meeting.sheet.progress')}>
            <p>{sheet.progressText ?? t('paper.noProgress')}</p>
          </SheetBlock>
        </>
      )}
      <p className="mt-3 flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
        <span>{t('meeting.sheet.asOf', { line: lineText, day: dayIn(today, today) })}</span>
        <span>{longDate(today, locale)}</span>
      </p>
    </article>
  )
}
