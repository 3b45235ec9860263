import { forbidden, notFound } from 'next/navigation'
import { PageAnswer } from '@/components/meeting/page-answer'
import { rowsHref } from '@/components/ranking/bulletin-link'
import { ClimbLine } from '@/components/ranking/climb-line'
import { EditionLine, Editions, StateLine } from '@/components/ranking/edition-line'
import { ObjectionForm } from '@/components/ranking/objection-form'
import { ObjectionList } from '@/components/ranking/objection-list'
import { OriginItems } from '@/components/ranking/origin-items'
import { PartTable } from '@/components/ranking/part-table'
import { CorrectForm } from '@/components/ranking/publish-tools'
import { originHref, rankingHref, runningHref, trendHref } from '@/components/ranking/ranking-link'
import { ShrinkExample } from '@/components/ranking/shrink-example'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { proofAsked } from '@/lib/auth/proof-asked'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { rankingMonth, rankingSubject } from '@/lib/data/ranking'
import { relationFor } from '@/lib/domain/access'
import { SEES_RANKINGS, seesDraftRanking } from '@/lib/domain/ranking/sight'
import { dayIn } from '@/lib/i18n/day'
import { monthParts, monthText, unrankedText } from '@/lib/i18n/ranking-text'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { misread } from '@/lib/schemas/misread'
import { isMonth, originAddress, scoredTableOf } from '@/lib/schemas/ranking-address'

export const generateMetadata = pageTitle('ranking.why.title')

export default async function OriginPage({
  params,
  searchParams,
}: {
  params: Promise<{ month: string; table: string; subjectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, account, locale } = await requireActor()
  if (!SEES_RANKINGS.has(actor.role)) forbidden()
  const { month, subjectId, ...named } = await params
  const table = scoredTableOf(named.table)
  if (!table || !isMonth(month) || !isUuid(subjectId)) notFound()
  const asks = await searchParams
  const asked = originAddress.parse(asks)
  const { nth } = asked
  const today = businessDay()
  const subject = await rankingSubject(actor, today, { month, table, subjectId, nth })
  if (!subject) notFound()
  const t = translator(locale)
  const { row, state, days, parameters, objections } = subject
  const formKey = () => issueFormKey(actor.userId)
  const item = subject.items.find(({ seq }) => seq === asked.item) ?? null
  const corrects = state === 'PUBLISHED' && nth === undefined && relationFor(actor.role, 'ranking.correct') !== null
  // Whoever corrects has seen the month he corrects.
  const ranking = corrects ? await rankingMonth(actor, today, { month, table }) : null
  const few = unrankedText(row, parameters, t)
  return (
    <article className="px-4 pt-5 pb-10 sm:px-8">
      <Misread parts={misread(originAddress, asks)} words={(parts) => t('shell.misread', { parts })} />
      <p className="no-print pb-1">
        <Link
          href={rankingHref({ month, table, nth, show: subjectId })}
          className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
        >
          {t('ranking.origin.back', monthParts(month))}
        </Link>
      </p>
      {asked.just === 'objected' && <PageAnswer>{t('ranking.object.sent')}</PageAnswer>}
      <header className="border-b border-control pb-3">
        <h1 className="text-2xl font-semibold">
          {t('ranking.origin.title', { name: row.name, month: monthText(month, t) })}
        </h1>
        <EditionLine of={subject} today={today} t={t} />
        <StateLine of={subject} today={today} t={t} />
        <Editions of={subject} hrefOf={(n) => originHref({ month, table, subjectId }, { nth: n })} t={t} />
      </header>
      <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,1fr)_360px]">
        <section className="pt-4">
          <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
            <b className="text-2xl">{row.score}</b>
            <span className="text-ink-2">
              {row.rank === null ? few : t('ranking.why.place', { rank: row.rank })}
              {subject.median !== null && t('ranking.why.median', { median: subject.median })}
            </span>
          </p>
          <PartTable table={table} row={row} means={subject.means} hrefOf={(indicator) => `#${indicator}`} wide t={t} />
        </section>
        <aside className="pt-4">
          <p className="text-ink-2">{t('ranking.origin.raw', { raw: row.raw })}</p>
          <ShrinkExample row={row} parameters={parameters} t={t} />
          <ClimbLine subject={subject} t={t} />
          <p className="no-print flex flex-wrap gap-x-4 pt-3">
            <Link
              href={trendHref(table, subjectId)}
              className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
            >
              {t('ranking.why.trend')}
            </Link>
            {seesDraftRanking(actor.role) && (
              <Link
                href={runningHref(table, subjectId)}
                className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
              >
                {t('ranking.running.link')}
              </Link>
            )}
            <Link href="/ranking/rules" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
              {t('ranking.rulesLink')}
            </Link>
            <a
              href={rowsHref({ month, table, subject: subjectId, nth })}
              className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
            >
              {t('bulletin.takeRows')}
            </a>
          </p>
        </aside>
      </div>
      <OriginItems subject={subject} nth={nth} today={today} t={t} />
      <section id="objections" className="scroll-mt-16 pt-8">
        <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('ranking.origin.objections')}</h2>
        {objections.length === 0 && <p className="py-2 text-ink-2">{t('ranking.objection.noneHere')}</p>}
        <ObjectionList
          objections={objections}
          month={month}
          decide={
            subject.may.decide
              ? {
                  formKey,
                  items: ({ indicator, seq }) =>
                    subject.items.filter((one) => (seq === null ? one.indicator === indicator : one.seq === seq)),
                }
              : null
          }
          today={today}
          t={t}
        />
      </section>
      {subject.may.object ? (
        <section id="object" className="no-print scroll-mt-16 pt-8">
          <h2 className="mb-2 text-lg font-semibold">{t('ranking.object.title')}</h2>
          <ObjectionForm
            key={item?.seq ?? 'whole'}
            subject={subject}
            item={item}
            formKey={formKey()}
            today={today}
            t={t}
          />
        </section>
      ) : (
        state !== 'PUBLISHED' &&
        today > days.objectUntilOn && (
          <p id="object" className="no-print pt-6 text-ink-2">
            {t('ranking.object.closed', { day: dayIn(days.objectUntilOn, today) })}
          </p>
        )
      )}
      {ranking?.may.correct && (
        <section className="pt-8">
          <CorrectForm
            month={month}
            table={table}
            subjectId={subjectId}
            version={ranking.version}
            items={subject.items}
            proof={proofAsked(account, t)}
            formKey={formKey()}
            t={t}
          />
        </section>
      )}
    </article>
  )
}
