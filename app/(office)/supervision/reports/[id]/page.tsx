import { notFound } from 'next/navigation'
import { Lamp } from '@/components/level/lamp'
import { MoveForms } from '@/components/report/move-forms'
import { ReleaseForm } from '@/components/report/release-form'
import { ReportFacts } from '@/components/report/report-facts'
import { ReportHistory } from '@/components/report/report-history'
import { filedText, registerText } from '@/components/report/report-table'
import { LetterBody, Photos } from '@/components/report/sealed'
import { Unlock } from '@/components/report/unlock'
import { WhenOpen } from '@/components/report/when-open'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findReport } from '@/lib/data/report-detail'
import { releaseUnits } from '@/lib/data/report-release'
import { REPORT_MOVES } from '@/lib/domain/sealed-report'
import { letterWords, limitText } from '@/lib/i18n/report-text'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('report.one')

/** Moves of which the form says what has to be written. */
const ASKED = ['FORWARD', 'RETURN', 'TELL', 'SHELVE', 'CLOSE', 'ANSWER'] as const

export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const report = isUuid(id) ? await findReport(actor, id, today) : null
  if (!report) notFound()
  const { version, keyId, sealed, replyKey, moves, state } = report
  const t = translator(locale)
  const title = report.register ? registerText(report, t) : t('report.one')
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <BackBar href="/supervision/reports" title={title} t={t} />
      <div className="pt-5 pb-8">
        <div className="px-4 sm:px-8">
          <p className="no-print pb-1 max-sm:hidden">
            <Link href="/supervision/reports" className="inline-flex min-h-8 items-center text-link">
              {t('report.back')}
            </Link>
          </p>
          <header className="border-b border-control pb-4">
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
              <b className="text-ink">{t(`report.state.${report.state}`)}</b>
              <span>{filedText(report, today, t)}</span>
              <Lamp level={report.level} quiet={report.limit === null} t={t} />
              <span className={`why-${report.level}`}>{limitText(report, t)}</span>
            </p>
            <h1 className="mt-1 text-2xl font-semibold">{title}</h1>
          </header>
        </div>
        <div className="sm:px-2">
          <Unlock quiet />
        </div>
        <div className="px-4 sm:px-8">
          <section>
            <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('report.letter.title')}</h2>
            <LetterBody keyId={report.keyId} sealed={report.sealed} words={letterWords(t)} />
            <Photos
              keyId={report.keyId}
              files={report.files}
              names={report.files.map((_, i) => t('report.letter.photo', { n: i + 1 }))}
              words={letterWords(t)}
            />
          </section>
          <section className="no-print pt-4">
            <h2 className="mb-2 border-b border-control pb-1 text-lg font-semibold">{t('report.doing.title')}</h2>
            <MoveForms
              report={{ id, version, keyId, sealed, replyKey, moves, state }}
              formKeys={Object.fromEntries(report.moves.map((move) => [move, issueFormKey(actor.userId)]))}
              words={{
                moves: Object.fromEntries(REPORT_MOVES.map((move) => [move, t(`report.move.${move}`)])) as Record<
                  (typeof REPORT_MOVES)[number],
                  string
                >,
                openFirst: t('report.doing.openFirst'),
                realName: t('report.doing.realName'),
                isReal: t('report.doing.isReal'),
                isAnonymous: t('report.doing.isAnonymous'),
                choose: t('form.choose'),
                note: t('report.doing.note'),
                noteHint: t('report.doing.noteHint'),
                noteNeeded: t('report.doing.noteNeeded'),
                asks: Object.fromEntries(ASKED.map((move) => [move, t(`report.doing.ask.${move}`)])),
                nameUnknown: t('report.doing.nameUnknown'),
                wordKept: t('report.doing.wordKept'),
                word: t('report.doing.word'),
                wordHint: t('report.doing.wordHint'),
                noReader: t('report.doing.noReader'),
                more: t('report.doing.more'),
              }}
            />
          </section>
          {report.releasable && (
            <WhenOpen keyId={keyId}>
              <ReleaseForm
                report={report}
                units={await releaseUnits(actor)}
                formKey={issueFormKey(actor.userId)}
                today={today}
                t={t}
              />
            </WhenOpen>
          )}
        </div>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('report.facts.title')}</h2>
        <ReportFacts report={report} today={today} t={t} />
        <h2 className="mt-6 mb-1 text-lg font-semibold">{t('report.history.title')}</h2>
        <ReportHistory steps={report.steps} today={today} t={t} />
      </aside>
    </article>
  )
}
