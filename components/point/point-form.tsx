import { EnterpriseField } from '@/components/service/name-field'
import { Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { createPoint, editPoint } from '@/lib/actions/points'
import { POINT_KINDS } from '@/lib/domain/monitor-point'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import {
  POINT_ADDRESS_MAX,
  POINT_NAME_MAX,
  POINT_TEXT_MAX,
  type PointChoices,
  type PointDetail,
} from '@/lib/schemas/monitor-point'

/** A point as it is set up, changed, opened and closed. */
export function PointForm({
  point,
  choices,
  formKey,
  today,
  t,
}: {
  point: PointDetail | null
  choices: PointChoices
  formKey: string
  today: PlainDate
  t: Translator
}) {
  const units = choices.units.some(({ id }) => id === point?.supervisor.unitId)
  return (
    <Form
      action={point ? editPoint : createPoint}
      formKey={formKey}
      label={t(point ? 'point.form.edit' : 'point.form.new')}
      className="space-y-4"
    >
      {point && (
        <>
          <input type="hidden" name="pointId" value={point.id} />
          <input type="hidden" name="version" value={point.version} />
        </>
      )}
      <TextField
        name="name"
        label={t('point.form.name')}
        hint={t('point.form.nameHint')}
        initial={point?.name}
        maxLength={POINT_NAME_MAX}
      />
      <Choice
        name="kind"
        label={t('point.form.kind')}
        empty={t('form.choose')}
        initial={point?.kind}
        options={POINT_KINDS.map((kind) => ({ value: kind, label: t(`point.kind.${kind}`) }))}
        className="max-w-60"
      />
      <TextField
        name="address"
        label={t('point.form.address')}
        initial={point?.address}
        maxLength={POINT_ADDRESS_MAX}
      />
      <EnterpriseField
        label={t('point.form.enterprise')}
        hint={t('point.form.enterpriseHint')}
        initial={point?.enterprise?.name}
        offers={choices.enterprises}
      />
      <div className="flex flex-wrap gap-3">
        <TextField
          name="supervisorName"
          label={t('point.form.supervisor')}
          initial={point?.supervisor.name}
          maxLength={20}
          className="min-w-0 flex-1 basis-40"
        />
        <TextField
          name="supervisorPhone"
          label={t('point.form.supervisorPhone')}
          initial={point?.supervisor.phone ?? undefined}
          inputMode="numeric"
          maxLength={20}
          className="min-w-0 flex-1 basis-40"
        />
        <Choice
          name="supervisorUnitId"
          label={t('point.form.supervisorUnit')}
          empty={t('point.form.supervisorFirm')}
          initial={units ? (point?.supervisor.unitId ?? undefined) : undefined}
          options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
          className="min-w-0 flex-1 basis-60"
        />
      </div>
      <p className="text-ink-2">{t('point.form.supervisorHint')}</p>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="contactName"
          label={t('point.form.contact')}
          initial={point?.contact.name}
          maxLength={20}
          className="min-w-0 flex-1 basis-40"
        />
        <TextField
          name="contactPhone"
          label={t('point.form.contactPhone')}
          initial={point?.contact.phone ?? undefined}
          inputMode="numeric"
          maxLength={20}
          className="min-w-0 flex-1 basis-40"
        />
        <span className="flex-1 basis-60 max-sm:hidden" />
      </div>
      <TextField
        name="openedOn"
        type="date"
        label={t('point.form.openedOn')}
        hint={t('point.form.openedHint')}
        max={today}
        initial={point?.openedOn ?? undefined}
        className="max-w-80"
      />
      {point && (
        <>
          <div className="flex flex-wrap gap-3">
            <TextField
              name="closedOn"
              type="date"
              label={t('point.form.closedOn')}
              max={today}
              initial={point.closedOn ?? undefined}
              className="min-w-0 basis-60"
            />
            <TextField
              name="closedReason"
              label={t('point.form.closedReason')}
              initial={point.closedReason ?? undefined}
              maxLength={POINT_TEXT_MAX}
              className="min-w-0 flex-1 basis-60"
            />
          </div>
          <p className="text-ink-2">{t('point.form.closedHint')}</p>
        </>
      )}
      <Submit>{t('form.save')}</Submit>
    </Form>
  )
}
