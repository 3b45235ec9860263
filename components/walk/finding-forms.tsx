import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/actions/form-state'
import {
  assignFinding,
  closeFinding,
  returnFinding,
  startFinding,
  submitFinding,
  takeBackFinding,
} from '@/lib/actions/walks'
import type { PlainDate } from '@/lib/domain/plain-date'
import { FINDING_MEASURES, type FindingMoveKind } from '@/lib/domain/walk'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { costText } from '@/lib/i18n/walk-text'
import { REASON_MAX } from '@/lib/schemas/procedure'
import { type FindingDetail, WALK_TEXT_MAX } from '@/lib/schemas/walk'

const ACTIONS: Readonly<Record<FindingMoveKind, FormAction>> = {
  START: startFinding,
  SUBMIT: submitFinding,
  RETURN: returnFinding,
  CLOSE: closeFinding,
  ASSIGN: assignFinding,
}
const FOLDED: readonly FindingMoveKind[] = ['RETURN', 'ASSIGN']
const COSTS = ['days', 'papers', 'trips'] as const

type Props = Readonly<{ finding: FindingDetail; formKey: () => string; today: PlainDate; locale: Locale }>

/** What the reader may do with a finding now; what it waits for lies open, the rest folds away. */
export function FindingForms(props: Props) {
  const { finding, locale } = props
  const t = translator(locale)
  const takesBack = finding.mayTakeBack && <TakeBack {...props} />
  if (finding.moves.length === 0 && takesBack) return takesBack
  if (finding.moves.length === 0) return <p className="py-2 text-ink-2">{t('walk.findingPage.noActions')}</p>
  const folded = finding.moves.filter((move) => FOLDED.includes(move))
  return (
    <>
      {finding.moves
        .filter((move) => !FOLDED.includes(move))
        .map((move) => (
          <Move key={move} move={move} {...props} />
        ))}
      {folded.length > 0 && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {folded.map((move) => t(`walk.move.${move}`)).join(t('shell.comma'))}
          </summary>
          <div className="mt-2">
            {folded.map((move) => (
              <Move key={move} move={move} {...props} />
            ))}
          </div>
        </details>
      )}
      {takesBack}
    </>
  )
}

/** It was a mistake of whoever wrote it down today. */
function TakeBack({ finding, formKey, locale }: Props) {
  const t = translator(locale)
  return (
    <details>
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
        {t('walk.takeBack.title')}
      </summary>
      <Form action={takeBackFinding} formKey={formKey()} label={t('walk.takeBack.title')} className="mt-2 space-y-3">
        <input type="hidden" name="findingId" value={finding.id} />
        <input type="hidden" name="version" value={finding.version} />
        <TextField
          name="reason"
          label={t('form.reason')}
          hint={t('walk.takeBack.hint')}
          maxLength={REASON_MAX}
          className="max-w-[420px]"
        />
        <Submit quiet>{t('walk.takeBack.submit')}</Submit>
      </Form>
    </details>
  )
}

function Move({ move, finding, formKey, today, locale }: Props & Readonly<{ move: FindingMoveKind }>) {
  const t = translator(locale)
  if (move === 'CLOSE' && finding.seconds.length === 0) return <WalkAgain finding={finding} locale={locale} />
  return (
    <Form
      action={ACTIONS[move]}
      formKey={formKey()}
      label={t(`walk.move.${move}`)}
      className="space-y-3 border-b border-divider py-4 first:pt-1 last:border-0"
    >
      <input type="hidden" name="findingId" value={finding.id} />
      <input type="hidden" name="version" value={finding.version} />
      {(move === 'START' || move === 'SUBMIT') && (
        <Choice
          name="measure"
          label={t('walk.moveForm.measure')}
          initial={finding.measure ?? undefined}
          empty={t('form.choose')}
          options={FINDING_MEASURES.map((measure) => ({ value: measure, label: t(`walk.measure.${measure}`) }))}
          className="max-w-80"
        />
      )}
      {move === 'CLOSE' && <Proof finding={finding} today={today} locale={locale} />}
      {move === 'ASSIGN' && (
        <Choice
          name="ownerId"
          label={t('walk.moveForm.owner')}
          initial={finding.owner.id}
          options={finding.owners.map(({ id, name }) => ({ value: id, label: name }))}
          className="max-w-80"
        />
      )}
      {(move === 'ASSIGN' || move === 'RETURN') && (
        <TextField
          name="dueOn"
          type="date"
          label={t('walk.moveForm.due')}
          hint={t('walk.moveForm.dueHint')}
          min={today}
          className="max-w-80"
        />
      )}
      <TextArea
        name="text"
        label={t(
          move === 'SUBMIT'
            ? 'walk.moveForm.result'
            : move === 'RETURN'
              ? 'walk.moveForm.RETURN'
              : 'walk.moveForm.note',
        )}
        hint={move === 'SUBMIT' ? t('walk.moveForm.resultHint') : move === 'RETURN' ? undefined : t('form.optional')}
        rows={move === 'SUBMIT' ? 3 : 2}
        maxLength={WALK_TEXT_MAX}
      />
      <Submit quiet={FOLDED.includes(move)} className="max-sm:btn-big">
        {t(`walk.move.${move}`)}
      </Submit>
    </Form>
  )
}

/** Which walk proves it, and what it takes now. */
function Proof({ finding, today, locale }: Omit<Props, 'formKey'>) {
  const t = translator(locale)
  const measured = COSTS.filter((cost) => finding.before[cost] !== null)
  return (
    <>
      <Choice
        name="walkId"
        label={t('walk.moveForm.second')}
        initial={finding.seconds[0]?.id}
        options={finding.seconds.map(({ id, number, on, leader, cost }) => ({
          value: id,
          label: `${t('walk.moveForm.secondOf', { n: number, day: dayIn(on, today), leader })}${t('shell.comma')}${costText(cost, locale)}`,
        }))}
      />
      {measured.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-semibold">
            {t('walk.moveForm.after')}
            <span className="ml-2 font-normal text-ink-3">{t('walk.moveForm.afterHint')}</span>
          </legend>
          <div className="flex flex-wrap gap-3">
            {measured.map((cost) => (
              <TextField
                key={cost}
                name={`after.${cost}`}
                label={t(`walk.cost.${cost}`)}
                hint={t(`walk.costOf.${cost}`, { n: finding.before[cost] ?? 0 })}
                inputMode="numeric"
                maxLength={3}
                className="min-w-0 flex-1 basis-32"
              />
            ))}
          </div>
        </fieldset>
      )}
      <p>
        <Link
          href={`/services/walks/new?verifies=${finding.id}`}
          className="inline-flex items-center text-link max-sm:min-h-11"
        >
          {t('walk.moveForm.walkAgain')}
        </Link>
      </p>
    </>
  )
}

/** It cannot be struck off before somebody has gone the same way again. */
function WalkAgain({ finding, locale }: Pick<Props, 'finding' | 'locale'>) {
  const t = translator(locale)
  return (
    <div className="border-b border-divider py-4 first:pt-1 last:border-0">
      <p className="mb-3 text-ink-2">{t('walk.moveForm.noSecond')}</p>
      <Link href={`/services/walks/new?verifies=${finding.id}`} className="btn btn-primary max-sm:btn-big">
        {t('walk.moveForm.walkAgain')}
      </Link>
    </div>
  )
}
