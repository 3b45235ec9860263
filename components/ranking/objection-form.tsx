import { Check, Choice, TextArea } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { raiseObjection } from '@/lib/actions/ranking'
import type { PlainDate } from '@/lib/domain/plain-date'
import { COUNTS_FOR } from '@/lib/domain/ranking/item'
import { dayIn } from '@/lib/i18n/day'
import { itemFact } from '@/lib/i18n/ranking-item-text'
import { countsForText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import { CLAIM_MAX, type RankingSubject, type SubjectItem } from '@/lib/schemas/ranking'
import { originHref } from './ranking-link'
import { RemedyProblem } from './remedy-problem'

/** Somebody who is ranked says what is wrong with a point: which one, what, and what in the system shows it. */
export function ObjectionForm({
  subject,
  item,
  formKey,
  today,
  t,
}: {
  subject: RankingSubject
  /** The item it is about; null: an indicator as a whole. */
  item: SubjectItem | null
  formKey: string
  today: PlainDate
  t: Translator
}) {
  const { month, table, row } = subject
  // What an item is about stands first; beside it what there is about its project.
  const evidence = subject.offered
    .filter(({ id, projectId }) => item === null || id === item.factId || projectId === item.projectId)
    .toSorted((a, b) => Number(b.id === item?.factId) - Number(a.id === item?.factId))
  return (
    <Form
      action={raiseObjection}
      formKey={formKey}
      label={t('ranking.object.title')}
      className="max-w-[640px] space-y-3"
    >
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="table" value={table} />
      <input type="hidden" name="subjectId" value={row.subjectId} />
      {item ? (
        <div>
          <input type="hidden" name="indicator" value={item.indicator} />
          <input type="hidden" name="seq" value={item.seq} />
          <p className="font-semibold">{t('ranking.object.item')}</p>
          <p>
            <span lang="zh-CN">{item.label}</span>
            <span className="ml-2 text-ink-2">
              {countsForText(table, item.indicator, t)}
              {t('ranking.colon')}
              {itemFact(item, today, t)}
            </span>
          </p>
          <Link
            href={`${originHref({ month, table, subjectId: row.subjectId })}#object`}
            className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
          >
            {t('ranking.object.whole')}
          </Link>
        </div>
      ) : (
        <Choice
          name="indicator"
          label={t('ranking.object.indicator')}
          hint={t('ranking.object.indicatorHint')}
          empty={t('ranking.object.choose')}
          options={COUNTS_FOR.map((one) => ({ value: one, label: countsForText(table, one, t) }))}
        />
      )}
      <TextArea
        name="claim"
        label={t('ranking.object.claim')}
        maxLength={CLAIM_MAX}
        hint={t('ranking.object.claimHint', { most: CLAIM_MAX })}
        rows={3}
      />
      <fieldset>
        <legend className="mb-1 font-semibold">
          {t('ranking.object.evidence')}
          <span className="ml-2 font-normal text-ink-3">
            {t(item ? 'ranking.object.evidenceFree' : 'ranking.object.evidenceHint')}
          </span>
        </legend>
        <RemedyProblem name="evidence" />
        {evidence.length === 0 ? (
          <p className="text-ink-2">{t('ranking.object.noEvidence')}</p>
        ) : (
          <div className="max-h-64 overflow-y-auto border-y border-divider">
            {evidence.map(({ kind, id, label }) => (
              <Check
                key={id}
                name="evidence[]"
                value={`${kind}:${id}`}
                label={t('ranking.object.offered', { kind: t(`ranking.object.kind.${kind}`), name: label })}
              />
            ))}
          </div>
        )}
      </fieldset>
      <p className="text-ink-2">
        {t('ranking.object.hint', {
          day: dayIn(subject.days.objectUntilOn, today),
          decide: dayIn(subject.days.decideByOn, today),
        })}
      </p>
      <Submit>{t('ranking.object.submit')}</Submit>
    </Form>
  )
}
