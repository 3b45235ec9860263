import { TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { dropVisit, moveVisitDay, recordVisit, refuseVisit } from '@/lib/actions/visits'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { WORDS_MAX } from '@/lib/schemas/address'
import type { VisitDetail, VisitRow } from '@/lib/schemas/visit'

type Props = Readonly<{ visit: VisitDetail; formKey: () => string; today: PlainDate; t: Translator }>

const block = 'space-y-3 border-b border-divider py-4 first:pt-1 last:border-0'

function Which({ visit }: { visit: Pick<VisitRow, 'id' | 'version'> }) {
  return (
    <>
      <input type="hidden" name="visitId" value={visit.id} />
      <input type="hidden" name="version" value={visit.version} />
    </>
  )
}

/** What the reader may do about a visit now. */
export function VisitForms({ visit, formKey, today, t }: Props) {
  const { moves } = visit
  if (moves.length === 0) return <p className="py-2 text-ink-2">{t('service.noActions')}</p>
  return (
    <>
      {moves.includes('RESULT') && visit.on <= today && (
        <Form action={recordVisit} formKey={formKey()} label={t('visit.move.RESULT')} className={block}>
          <Which visit={visit} />
          <TextArea name="decision" label={t('visit.form.decision')} rows={2} maxLength={WORDS_MAX} />
          {visit.raises && (
            <TextArea
              name="problem"
              label={t('visit.form.problem')}
              hint={t('visit.form.problemHint')}
              rows={2}
              maxLength={2000}
            />
          )}
          <p className="text-sm text-ink-3">{t('visit.form.resultHint')}</p>
          <Submit>{t('visit.move.RESULT')}</Submit>
        </Form>
      )}
      {moves.includes('MOVE') && (
        <Form action={moveVisitDay} formKey={formKey()} label={t('visit.move.MOVE')} className={block}>
          <Which visit={visit} />
          <TextField name="dayOn" type="date" label={t('visit.form.dayOn')} min={today} className="max-w-60" />
          <Submit quiet>{t('visit.move.MOVE')}</Submit>
        </Form>
      )}
      {moves.includes('REFUSE') && <RefuseForm visit={visit} formKey={formKey} t={t} />}
      {moves.includes('DROP') && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('service.more')}
          </summary>
          <Form action={dropVisit} formKey={formKey()} label={t('visit.move.DROP')} className={block}>
            <Which visit={visit} />
            <TextArea name="text" label={t('visit.form.why')} rows={2} maxLength={WORDS_MAX} />
            <Submit quiet>{t('visit.move.DROP')}</Submit>
          </Form>
        </details>
      )}
    </>
  )
}

/** One tap says no; a word is welcome and nobody has to give one. */
export function RefuseForm({
  visit,
  formKey,
  t,
}: {
  visit: Pick<VisitRow, 'id' | 'version' | 'unit'>
  formKey: () => string
  t: Translator
}) {
  return (
    <Form
      action={refuseVisit}
      formKey={formKey()}
      label={t('visit.refuseOf', { unit: visit.unit.name })}
      className="flex flex-wrap items-end gap-3"
    >
      <Which visit={visit} />
      <TextField name="text" label={t('visit.form.word')} maxLength={WORDS_MAX} className="min-w-0 flex-1 basis-56" />
      <Submit quiet>{t('visit.move.REFUSE')}</Submit>
    </Form>
  )
}
