import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { FormDetails } from '@/components/ui/form-parts'
import { type ProofAsked, ProofField } from '@/components/ui/proof-field'
import { correctRanking, publishRanking } from '@/lib/actions/ranking'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ScoreTable } from '@/lib/domain/score'
import { dayIn } from '@/lib/i18n/day'
import { monthText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import { RANKING_NOTE_MAX, type RankingMonth } from '@/lib/schemas/ranking'
import { type Remediable, RemedyChecks } from './remedy-checks'

/** The office signs a month: at once where nothing stands in its way, else it says what does. */
export function PublishForm({
  ranking,
  proof,
  formKey,
  today,
  t,
}: {
  ranking: RankingMonth
  proof: ProofAsked
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  const { may, month, days } = ranking
  if (may.publish === 'FORBIDDEN' || ranking.state === 'PUBLISHED') return null
  const undecided = ranking.objections.filter(({ state }) => state === 'OPEN').length
  if (may.publish !== null)
    return (
      <p className="border-l-[3px] border-divider bg-zebra px-3 py-2 text-ink-2">
        {undecided > 0 && today > days.objectUntilOn
          ? t('ranking.publish.blocked', { n: undecided })
          : t('ranking.publish.tooEarly', { day: dayIn(days.objectUntilOn, today) })}
      </p>
    )
  return (
    <Form action={publishRanking} formKey={formKey()} label={t('ranking.publish.title')}>
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="version" value={ranking.version} />
      <FormDetails
        summary={t('ranking.publish.open', { month: monthText(month, t) })}
        look="btn btn-primary cursor-pointer list-none [&::-webkit-details-marker]:hidden"
      >
        <div className="mt-2 flex flex-wrap items-center gap-3 border-l-[3px] border-ink bg-zebra px-3 py-3">
          <p className="basis-full">{t('ranking.publish.hint')}</p>
          {today < days.publishOn && (
            <p className="basis-full text-ink-2">{t('ranking.publish.early', { day: dayIn(days.publishOn, today) })}</p>
          )}
          <ProofField {...proof} className="basis-full max-w-[360px]" />
          <Submit>{t('ranking.publish.submit', { nth: '1' })}</Submit>
        </div>
      </FormDetails>
    </Form>
  )
}

/** The office corrects what is published, naming the items: a new version, and the old one stays readable. */
export function CorrectForm({
  month,
  table,
  subjectId,
  version,
  items,
  proof,
  formKey,
  t,
}: {
  month: string
  /** The row it is corrected from. */
  table: ScoreTable
  subjectId: string
  /** Version of the month's row. */
  version: number
  items: readonly Remediable[]
  proof: ProofAsked
  formKey: string
  t: Translator
}) {
  return (
    <Form action={correctRanking} formKey={formKey} label={t('ranking.publish.correct')} className="no-print">
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="table" value={table} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <FormDetails
        summary={t('ranking.publish.correct')}
        look="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11"
      >
        <div className="mt-2 max-w-[640px] space-y-3">
          <RemedyChecks items={items} correcting t={t} />
          <TextField
            name="note"
            label={t('ranking.publish.note')}
            hint={t('ranking.publish.noteHint')}
            maxLength={RANKING_NOTE_MAX}
          />
          <ProofField {...proof} />
          <Submit>{t('ranking.publish.correctSubmit')}</Submit>
        </div>
      </FormDetails>
    </Form>
  )
}
