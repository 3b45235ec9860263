import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { FollowFields } from '@/components/ui/follow-fields'
import { Form, Submit } from '@/components/ui/form'
import { FormPreview, UntilShown } from '@/components/ui/form-parts'
import { KeepDraft } from '@/components/ui/keep-draft'
import { Link } from '@/components/ui/link'
import { recordListMove, recordMove } from '@/lib/actions/procedures'
import type { PlainDate } from '@/lib/domain/plain-date'
import { APPROVER_REQUIRED, type MoveKind, REASON_REQUIRED } from '@/lib/domain/procedure-move'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { type ListPlace, MOVE_TERMS, REASON_MAX } from '@/lib/schemas/procedure'
import type { MoveQuestions as Questions } from '@/lib/schemas/procedure-detail'
import { Materials } from './materials'
import { MoveQuestions } from './move-questions'

type Approver = Readonly<{ id: string; name: string; unit: string | null }>

/**
 * The one form every move is recorded with: it asks only what this move needs.
 *
 * @param place the list it stands in, when it stands inside a row: there it goes on to the next one
 */
export function MoveForm({
  procedureId,
  subject,
  version,
  kind,
  today,
  approvers,
  materials,
  questions,
  place,
  backHref,
  draft,
  formKey,
  children,
  locale,
}: {
  procedureId: string
  /** Project and item, in words: what a phone says of a move it could not send. */
  subject: string
  version: number
  kind: Exclude<MoveKind, 'OPEN' | 'BLOCK'>
  today: PlainDate
  approvers: readonly Approver[]
  /** Papers of the item, to tick what is missing. */
  materials: readonly string[]
  questions: Questions | null
  place?: ListPlace
  backHref: '/' | `/${string}`
  /** Where what is typed is kept meanwhile; a row of a list keeps none. */
  draft?: string
  formKey: string
  children?: React.ReactNode
  locale: Locale
}) {
  const t = translator(locale)
  const finishes = kind === 'FINISH' || kind === 'FINISH_TOL'
  return (
    <Form
      action={place ? recordListMove : recordMove}
      formKey={formKey}
      keep={{
        form: 'move',
        label: `${subject} ${t(`procedure.move.${kind}`)}`,
        href: `/procedures/${procedureId}/${kind.toLowerCase()}`,
      }}
      label={t(`procedure.move.${kind}`)}
      className="space-y-4"
    >
      {draft && (
        <KeepDraft id={draft} words={{ restored: t('edit.draft.restored'), discard: t('edit.draft.discard') }} />
      )}
      {place && <input type="hidden" name="list" value={place.list} />}
      {place?.next && <input type="hidden" name="next" value={place.next} />}
      <input type="hidden" name="procedureId" value={procedureId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="kind" value={kind} />
      <FollowFields names={MOVE_TERMS} lead="on" trail={['receivedOn', 'acceptedOn']} />
      {kind === 'NOTICE' && materials.length > 0 && <Materials materials={materials} locale={locale} />}
      {REASON_REQUIRED.has(kind) && (
        <TextArea
          name="reason"
          rows={2}
          label={t(
            kind !== 'NOTICE'
              ? 'procedurePage.reasonOf.other'
              : materials.length > 0
                ? 'desk.other'
                : 'procedurePage.reasonOf.NOTICE',
          )}
          maxLength={REASON_MAX}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="on"
          type="date"
          label={t('procedurePage.on')}
          hint={t('procedurePage.onHint')}
          initial={today}
          max={today}
        />
        {(kind === 'NOTICE' || kind === 'SPECIAL') && (
          <TextField
            name="limitWd"
            label={t('procedurePage.limitWd')}
            hint={kind === 'NOTICE' ? t('form.optional') : undefined}
            inputMode="numeric"
            maxLength={3}
          />
        )}
        {kind === 'EXTEND' && (
          <TextField name="days" label={t('procedurePage.days')} inputMode="numeric" maxLength={2} />
        )}
        {kind === 'FINISH_TOL' && <TextField name="dueOn" type="date" label={t('procedurePage.dueOn')} min={today} />}
        {finishes && (
          <>
            <TextField
              name="certificateNo"
              label={t('procedurePage.certificateNo')}
              hint={t('procedurePage.later')}
              maxLength={60}
            />
            <TextField name="expiresOn" type="date" label={t('procedurePage.expiresOn')} hint={t('form.optional')} />
          </>
        )}
      </div>
      {questions && <MoveQuestions questions={questions} today={today} locale={locale} />}
      {APPROVER_REQUIRED.has(kind) && approvers.length > 0 && (
        <Choice
          name="approverId"
          label={t('form.approver')}
          hint={t('form.approverHint')}
          empty={t('procedurePage.choose')}
          options={approvers.map((a) => ({ value: a.id, label: [a.name, a.unit].filter(Boolean).join('　') }))}
        />
      )}
      {APPROVER_REQUIRED.has(kind) && approvers.length === 0 && (
        <p className="text-sm text-ink-2">
          {t(kind === 'EXTEND' ? 'procedurePage.ownExtension' : 'procedurePage.ownApproval')}
        </p>
      )}
      <FormPreview />
      {children && <UntilShown>{children}</UntilShown>}
      <div className="flex gap-3 pt-2 max-sm:flex-col">
        <Submit className="max-sm:btn-big">
          {kind === 'NOTICE'
            ? t('desk.confirmNotice')
            : t('procedurePage.confirm', { move: t(`procedure.move.${kind}`) })}
        </Submit>
        {/* With a script the page follows what is typed. */}
        <noscript>
          <button type="submit" name="show" value="1" className="btn max-sm:btn-big">
            {t('procedurePage.show')}
          </button>
        </noscript>
        <Link href={backHref} className="btn" scroll={!place}>
          {t(place ? 'desk.cancel' : 'form.back')}
        </Link>
      </div>
    </Form>
  )
}
