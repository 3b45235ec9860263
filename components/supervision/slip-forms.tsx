import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/actions/form-state'
import {
  announceSupervision,
  closeSupervision,
  extendSupervision,
  headSupervision,
  openSupervision,
  replySupervision,
  returnSupervision,
  revisitSupervision,
  urgeSupervision,
  verifySupervision,
} from '@/lib/actions/supervision'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SLIP_RESULTS, type SlipMoveKind } from '@/lib/domain/supervision/slip'
import { dayIn } from '@/lib/i18n/day'
import { slipNumberText } from '@/lib/i18n/slip-number-text'
import type { Translator } from '@/lib/i18n/translator'
import { SUPERVISION_TEXT_MAX, type SupervisionDetail, type SupervisionStart } from '@/lib/schemas/supervision'

const ACTIONS: Readonly<Record<SlipMoveKind, FormAction>> = {
  REPLY: replySupervision,
  VERIFY: verifySupervision,
  REVISIT: revisitSupervision,
  CLOSE: closeSupervision,
  RETURN: returnSupervision,
  EXTEND: extendSupervision,
  URGE: urgeSupervision,
  HEAD: headSupervision,
  ANNOUNCE: announceSupervision,
}

type Props = Readonly<{ slip: SupervisionDetail; formKey: () => string; today: PlainDate; t: Translator }>

/** Moves that lie open, because the slip waits for them; the others fold away. */
function openMoves({ moves, source, revisitOn }: SupervisionDetail): readonly SlipMoveKind[] {
  const asked = source === 'COMPLAINT' && !revisitOn
  return moves.filter((kind) =>
    kind === 'REVISIT' ? !revisitOn : kind === 'CLOSE' ? !asked : kind !== 'RETURN' && kind !== 'EXTEND',
  )
}

/** What the reader may do with a slip now. */
export function SupervisionForms(props: Props) {
  const { slip, t } = props
  if (slip.moves.length === 0) return <p className="py-2 text-ink-2">{t('supervisionSlip.detail.noActions')}</p>
  const open = openMoves(slip)
  const waitsForVisit = slip.moves.includes('CLOSE') && !open.includes('CLOSE')
  const folded = slip.moves.filter((kind) => !open.includes(kind) && !(waitsForVisit && kind === 'CLOSE'))
  return (
    <>
      {open.map((kind) => (
        <Move key={kind} kind={kind} {...props} />
      ))}
      {waitsForVisit && <p className="py-2 text-ink-2">{t('supervisionSlip.moveForm.needRevisit')}</p>}
      {folded.length > 0 && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {folded.map((kind) => t(`supervisionSlip.move.${kind}`)).join(t('shell.comma'))}
          </summary>
          <div className="mt-2">
            {folded.map((kind) => (
              <Move key={kind} kind={kind} {...props} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}

/** How the text of a move is called, and what helps with it. */
function wordsOf(kind: SlipMoveKind, t: Translator): Readonly<{ label: string; hint?: string }> {
  switch (kind) {
    case 'REPLY':
      return { label: t('supervisionSlip.moveForm.reply'), hint: t('supervisionSlip.moveForm.replyHint') }
    case 'VERIFY':
      return { label: t('supervisionSlip.moveForm.finding'), hint: t('supervisionSlip.moveForm.findingHint') }
    case 'REVISIT':
      return { label: t('supervisionSlip.moveForm.revisit'), hint: t('supervisionSlip.moveForm.revisitHint') }
    case 'CLOSE':
      return { label: t('supervisionSlip.moveForm.close'), hint: t('supervisionSlip.moveForm.closeHint') }
    case 'RETURN':
      return { label: t('supervisionSlip.moveForm.return') }
    case 'EXTEND':
      return { label: t('supervisionSlip.moveForm.extend') }
    case 'ANNOUNCE':
      return { label: t('supervisionSlip.moveForm.announce') }
    case 'URGE':
    case 'HEAD':
      return { label: t('supervisionSlip.moveForm.urge'), hint: t('form.optional') }
  }
}

function Move({ kind, slip, formKey, today, t }: Props & Readonly<{ kind: SlipMoveKind }>) {
  const { label, hint } = wordsOf(kind, t)
  const quiet = kind === 'RETURN' || kind === 'EXTEND'
  return (
    <Form
      action={ACTIONS[kind]}
      formKey={formKey()}
      label={t(`supervisionSlip.move.${kind}`)}
      className="space-y-3 border-b border-divider py-4 first:pt-1 last:border-0"
    >
      <input type="hidden" name="slipId" value={slip.id} />
      <input type="hidden" name="version" value={slip.version} />
      {(kind === 'URGE' || kind === 'HEAD' || kind === 'ANNOUNCE') && (
        <p className="text-ink-2">{t(`supervisionSlip.moveForm.hint.${kind}`)}</p>
      )}
      {kind === 'CLOSE' && slip.asksAnswer && (
        <p className="border-l-[3px] border-[var(--yellow-border)] pl-3">{t('supervisionSlip.moveForm.asksAnswer')}</p>
      )}
      {kind === 'VERIFY' && (
        <Choice
          name="result"
          label={t('supervisionSlip.moveForm.result')}
          empty={t('supervisionSlip.moveForm.choose')}
          options={SLIP_RESULTS.map((result) => ({ value: result, label: t(`supervisionSlip.result.${result}`) }))}
          className="max-w-80"
        />
      )}
      <TextArea
        name="text"
        label={label}
        hint={hint}
        rows={kind === 'REPLY' ? 4 : 3}
        maxLength={SUPERVISION_TEXT_MAX}
      />
      {(kind === 'VERIFY' || kind === 'CLOSE') && (
        <TextArea
          name="effect"
          label={t('supervisionSlip.moveForm.effect')}
          hint={t('supervisionSlip.moveForm.effectHint')}
          initial={slip.effect ?? undefined}
          rows={2}
          maxLength={SUPERVISION_TEXT_MAX}
        />
      )}
      {kind === 'REVISIT' && (
        <Choice
          name="satisfied"
          label={t('supervisionSlip.moveForm.satisfied')}
          empty={t('supervisionSlip.moveForm.choose')}
          options={(['yes', 'no', 'none'] as const).map((said) => ({
            value: said,
            label: t(`supervisionSlip.satisfied.${said}`),
          }))}
          className="max-w-80"
        />
      )}
      {quiet && (
        <TextField
          name="dueOn"
          type="date"
          label={t('supervisionSlip.moveForm.due')}
          initial={kind === 'RETURN' ? slip.usualDue : undefined}
          min={today}
          className="max-w-80"
        />
      )}
      <Submit quiet={quiet} className="max-sm:btn-big">
        {t(`supervisionSlip.move.${kind}`)}
      </Submit>
    </Form>
  )
}

/** Issues a slip: to whom, what is wrong, what is asked, by when. */
export function OpenSlipForm({
  start,
  formKey,
  today,
  t,
}: {
  start: SupervisionStart
  formKey: string
  today: PlainDate
  t: Translator
}) {
  const { address, running, units, unitId, usualDue } = start
  const ids = {
    complaintId: address.complaint,
    procedureId: address.procedure,
    issueId: address.issue,
    taskId: address.task,
  }
  return (
    <Form action={openSupervision} formKey={formKey} label={t('supervisionSlip.form.title')} className="space-y-4">
      {running && (
        <p className="border-l-[3px] border-control pl-3">
          {t('supervisionSlip.form.running')}{' '}
          <Link href={`/supervision/slips/${running.id}`} className="text-link underline">
            {slipNumberText(running, t)}
          </Link>
        </p>
      )}
      {Object.entries(ids).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Choice
        name="toOrgId"
        label={t('supervisionSlip.form.unit')}
        initial={units.some(({ id }) => id === unitId) ? (unitId ?? undefined) : undefined}
        empty={t('supervisionSlip.form.choose')}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        className="max-w-80"
      />
      <TextArea
        name="matter"
        label={t('supervisionSlip.form.matter')}
        hint={t('supervisionSlip.form.matterHint')}
        initial={start.matter}
        rows={3}
        maxLength={SUPERVISION_TEXT_MAX}
      />
      <TextArea
        name="demand"
        label={t('supervisionSlip.form.demand')}
        hint={t('supervisionSlip.form.demandHint')}
        rows={3}
        maxLength={SUPERVISION_TEXT_MAX}
      />
      <TextField
        name="dueOn"
        type="date"
        label={t('supervisionSlip.form.due')}
        hint={t('supervisionSlip.form.dueHint', { day: dayIn(usualDue, today) })}
        min={today}
        className="max-w-80"
      />
      <p className="text-sm text-ink-2">{t('supervisionSlip.openHint')}</p>
      <Submit className="max-sm:btn-big">{t('supervisionSlip.form.submit')}</Submit>
    </Form>
  )
}
