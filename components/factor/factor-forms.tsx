import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import {
  acceptFactor,
  commitFactor,
  confirmFactor,
  correctFactor,
  failFactor,
  provideFactor,
  raiseFactor,
  reopenFactor,
  revokeFactor,
} from '@/lib/actions/factors'
import type { FormAction } from '@/lib/actions/form-state'
import { FACTOR_KINDS, type FactorMoveKind } from '@/lib/domain/factor-need'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { FACTOR_TEXT_MAX, FACTOR_UNIT_MAX, type FactorDetail } from '@/lib/schemas/factor'

type Named = Readonly<{ id: string; name: string }>

const ACTIONS: Readonly<Record<FactorMoveKind, FormAction>> = {
  CONFIRM: confirmFactor,
  COMMIT: commitFactor,
  PROVIDE: provideFactor,
  FAIL: failFactor,
  REVOKE: revokeFactor,
  ACCEPT: acceptFactor,
  REOPEN: reopenFactor,
  CORRECT: correctFactor,
}

const FOLDED: ReadonlySet<FactorMoveKind> = new Set(['FAIL', 'REVOKE', 'CORRECT'])

const block = 'space-y-3 border-b border-divider py-4 first:pt-1 last:border-0'

/** What the reader may do with a need now; what it waits for lies open, the rest folds away. */
export function FactorForms({
  need,
  formKey,
  today,
  t,
}: {
  need: FactorDetail
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  const open = need.moves.filter((move) => !FOLDED.has(move))
  const folded = need.moves.filter((move) => FOLDED.has(move))
  const form = (move: FactorMoveKind) => <Move key={move} {...{ move, need, formKey, today, t }} />
  return (
    <>
      {open.length === 0 && <p className="py-2 text-ink-2">{t('factor.detail.noActions')}</p>}
      {open.map(form)}
      {folded.length > 0 && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('factor.form.more')}
          </summary>
          <div className="mt-2">{folded.map(form)}</div>
        </details>
      )}
    </>
  )
}

function Move({
  move,
  need,
  formKey,
  today,
  t,
}: {
  move: FactorMoveKind
  need: FactorDetail
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  const why = move === 'FAIL' || move === 'REVOKE' || move === 'REOPEN' || move === 'CORRECT' ? move : null
  return (
    <Form
      action={ACTIONS[move]}
      formKey={formKey()}
      label={t('factor.form.of', { move: t(`factor.move.${move}`), kind: t(`factor.kind.${need.kind}`) })}
      className={block}
    >
      <input type="hidden" name="needId" value={need.id} />
      <input type="hidden" name="version" value={need.version} />
      {(move === 'CONFIRM' || move === 'REOPEN') && need.agencies.length > 0 && (
        <Choice
          name="leadId"
          label={t('factor.form.lead')}
          initial={need.lead?.id}
          empty={t('factor.form.choose')}
          options={need.agencies.map(({ id, name }) => ({ value: id, label: name }))}
          className="max-w-80"
        />
      )}
      {move === 'COMMIT' && (
        <TextField
          name="committedOn"
          type="date"
          label={t('factor.form.committedOn')}
          min={today}
          initial={need.committedOn ?? undefined}
          className="max-w-60"
        />
      )}
      {(move === 'PROVIDE' || move === 'CORRECT') && (
        <TextField
          name="provided"
          label={t('factor.form.provided')}
          hint={t('factor.form.providedHint', { n: need.quantity, unit: need.unit })}
          initial={move === 'CORRECT' ? need.provided : undefined}
          inputMode="decimal"
          maxLength={20}
          className="max-w-80"
        />
      )}
      {move === 'ACCEPT' && need.alternative && <p className="max-w-2xl">{need.alternative}</p>}
      <TextArea
        name="text"
        label={why ? t(`factor.form.${why}`) : t('factor.form.note')}
        hint={why === 'FAIL' ? t('factor.form.FAILHint') : undefined}
        rows={2}
        maxLength={FACTOR_TEXT_MAX}
      />
      <Submit quiet={why !== null}>{t(`factor.move.${move}`)}</Submit>
    </Form>
  )
}

/** Says what a project needs: how much, by when, what for. */
export function RaiseForm({
  projectId,
  agencies,
  formKey,
  today,
  t,
}: {
  projectId: string
  agencies: readonly Named[]
  formKey: string
  today: PlainDate
  t: Translator
}) {
  return (
    <Form action={raiseFactor} formKey={formKey} label={t('factor.raiseTitle')} className="space-y-4">
      <input type="hidden" name="projectId" value={projectId} />
      <Choice
        name="kind"
        label={t('factor.form.kind')}
        empty={t('factor.form.choose')}
        options={FACTOR_KINDS.map((kind) => ({ value: kind, label: t(`factor.kind.${kind}`) }))}
        className="max-w-80"
      />
      <div className="flex flex-wrap gap-3">
        <TextField
          name="quantity"
          label={t('factor.form.quantity')}
          hint={t('factor.form.quantityHint')}
          inputMode="decimal"
          maxLength={20}
          className="min-w-0 flex-1 basis-40"
        />
        <TextField
          name="unit"
          label={t('factor.form.unit')}
          hint={t('factor.form.unitHint')}
          maxLength={FACTOR_UNIT_MAX}
          className="min-w-0 flex-1 basis-56"
        />
      </div>
      <TextField name="needBy" type="date" label={t('factor.form.needBy')} min={today} className="max-w-60" />
      <TextArea name="reason" label={t('factor.form.reason')} rows={2} maxLength={FACTOR_TEXT_MAX} />
      {agencies.length > 0 && (
        <Choice
          name="leadId"
          label={t('factor.form.lead')}
          empty={t('factor.form.noLead')}
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          className="max-w-80"
        />
      )}
      <Submit>{t('factor.raise')}</Submit>
    </Form>
  )
}
