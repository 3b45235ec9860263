import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { issuePlate, postPlate, revokePlate } from '@/lib/actions/points'
import type { PlateStand } from '@/lib/domain/monitor-point'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plateCodeText } from '@/lib/domain/plate-code'
import type { Translator } from '@/lib/i18n/translator'
import { type PlateRow, POINT_TEXT_MAX } from '@/lib/schemas/monitor-point'

/** Makes a plate for a point that has none, or one that takes the place of the one that hangs there. */
export function PlateIssueForm({
  pointId,
  stand,
  formKey,
  t,
}: {
  pointId: string
  stand: PlateStand
  formKey: string
  t: Translator
}) {
  const replaces = stand === 'POSTED'
  const words = t(replaces ? 'point.plate.replace' : 'point.plate.issue')
  return (
    <Form action={issuePlate} formKey={formKey} label={words} className="space-y-3">
      <input type="hidden" name="pointId" value={pointId} />
      {replaces && (
        <>
          <p className="text-ink-2">{t('point.plate.replaceHint')}</p>
          <TextField
            name="reason"
            label={t('point.plate.why')}
            hint={t('point.plate.whyHint')}
            maxLength={POINT_TEXT_MAX}
          />
        </>
      )}
      <Submit>{words}</Submit>
    </Form>
  )
}

/** Says that a plate hangs since a day. */
export function PlatePostForm({
  plate,
  formKey,
  today,
  t,
}: {
  plate: PlateRow
  formKey: string
  today: PlainDate
  t: Translator
}) {
  return (
    <Form action={postPlate} formKey={formKey} label={t('point.plate.post')} className="space-y-3">
      <input type="hidden" name="plateId" value={plate.id} />
      <input type="hidden" name="version" value={plate.version} />
      <TextField
        name="on"
        type="date"
        label={t('point.plate.postOn')}
        hint={t('point.plate.postHint')}
        min={plate.issuedOn}
        max={today}
        initial={today}
        className="max-w-60"
      />
      <Submit>{t('point.plate.post')}</Submit>
    </Form>
  )
}

/** Takes a plate out of use at once; folded away, for it is rarely wanted. */
export function PlateRevokeForm({ plate, formKey, t }: { plate: PlateRow; formKey: string; t: Translator }) {
  const words = t('point.plate.revokeOf', { code: plateCodeText(plate.code) })
  return (
    <details>
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">{words}</summary>
      <Form action={revokePlate} formKey={formKey} label={words} className="mt-2 space-y-3">
        <input type="hidden" name="plateId" value={plate.id} />
        <input type="hidden" name="version" value={plate.version} />
        <p className="text-ink-2">{t('point.plate.revokeHint')}</p>
        <TextField name="reason" label={t('point.plate.revokeWhy')} maxLength={POINT_TEXT_MAX} />
        <Submit>{t('point.plate.revoke')}</Submit>
      </Form>
    </details>
  )
}
