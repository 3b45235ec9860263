import { Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { createHarbour, editHarbour, recordHarbourMonth } from '@/lib/actions/harbours'
import { exactWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import {
  HARBOUR_ADDRESS_MAX,
  HARBOUR_NAME_MAX,
  HARBOUR_TEXT_MAX,
  type HarbourChoices,
  type HarbourDetail,
} from '@/lib/schemas/harbour'

/** A harbour as it is entered into the register, or changed, opened and closed. */
export function HarbourForm({
  harbour,
  choices,
  formKey,
  today,
  t,
}: {
  harbour: HarbourDetail | null
  choices: HarbourChoices
  formKey: string
  today: PlainDate
  t: Translator
}) {
  const has = (list: readonly Readonly<{ id: string }>[] | undefined, id: string) =>
    list?.some((one) => one.id === id) ?? false
  return (
    <Form
      action={harbour ? editHarbour : createHarbour}
      formKey={formKey}
      label={t(harbour ? 'harbour.form.edit' : 'harbour.form.new')}
      className="space-y-4"
    >
      {harbour && (
        <>
          <input type="hidden" name="harbourId" value={harbour.id} />
          <input type="hidden" name="version" value={harbour.version} />
        </>
      )}
      <TextField name="name" label={t('harbour.form.name')} initial={harbour?.name} maxLength={HARBOUR_NAME_MAX} />
      <TextField
        name="address"
        label={t('harbour.form.address')}
        initial={harbour?.address}
        maxLength={HARBOUR_ADDRESS_MAX}
      />
      <Choice
        name="leadBankId"
        label={t('harbour.form.bank')}
        empty={t('form.choose')}
        initial={harbour?.bank.id}
        options={choices.banks.map(({ id, name }) => ({ value: id, label: name }))}
        className="max-w-80"
      />
      <TextArea
        name="services"
        label={t('harbour.form.services')}
        hint={t('harbour.form.servicesHint')}
        initial={harbour?.services.join('\n')}
        rows={4}
      />
      <fieldset>
        <legend className="mb-1 font-semibold">{t('harbour.form.streets')}</legend>
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
          {choices.streets.map(({ id, name }) => (
            <Check key={id} name="streetIds[]" value={id} label={name} initial={has(harbour?.streets, id)} />
          ))}
        </div>
      </fieldset>
      {choices.managers.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-semibold">{t('harbour.form.managers')}</legend>
          <div className="grid gap-x-4 sm:grid-cols-3">
            {choices.managers.map(({ id, name, unit }) => (
              <Check
                key={id}
                name="managerIds[]"
                value={id}
                label={t('harbour.form.managerOf', { name, unit })}
                initial={has(harbour?.managers, id)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <TextField
        name="openedOn"
        type="date"
        label={t('harbour.form.openedOn')}
        hint={t('harbour.form.openedHint')}
        max={today}
        initial={harbour?.openedOn ?? undefined}
        className="max-w-80"
      />
      <div className="flex flex-wrap gap-3">
        <TextField
          name="closedOn"
          type="date"
          label={t('harbour.form.closedOn')}
          max={today}
          initial={harbour?.closedOn ?? undefined}
          className="min-w-0 basis-60"
        />
        <TextField
          name="closedReason"
          label={t('harbour.form.closedReason')}
          initial={harbour?.closedReason ?? undefined}
          maxLength={HARBOUR_TEXT_MAX}
          className="min-w-0 flex-1 basis-60"
        />
      </div>
      <Submit>{t('form.save')}</Submit>
    </Form>
  )
}

/** Says what a harbour did in a month, or corrects what was said. */
export function MonthForm({
  harbour,
  month,
  now,
  formKey,
  t,
}: {
  harbour: HarbourDetail
  /** The month to correct, if one is chosen. */
  month: string | undefined
  /** The present month, which is reported when it is over. */
  now: string
  formKey: string
  t: Translator
}) {
  const there = harbour.months?.find((row) => row.month === month)
  if (!there && harbour.missing.length === 0) return <p className="py-2 text-ink-2">{t('harbour.month.all')}</p>
  return (
    <Form
      key={there?.month ?? ''}
      action={recordHarbourMonth}
      formKey={formKey}
      label={there ? t('harbour.month.correctOf', { month: there.month }) : t('harbour.month.enter')}
      className="space-y-3"
    >
      <input type="hidden" name="harbourId" value={harbour.id} />
      <input type="hidden" name="version" value={there?.version ?? 0} />
      {there ? (
        <>
          <p className="font-semibold">{t('harbour.month.correctOf', { month: there.month })}</p>
          <input type="hidden" name="month" value={there.month} />
        </>
      ) : (
        <Choice
          name="month"
          label={t('harbour.month.month')}
          initial={harbour.missing.find((one) => one < now) ?? harbour.missing[0]}
          options={harbour.missing.map((one) => ({ value: one, label: one }))}
        />
      )}
      <TextField
        name="visits"
        label={t('harbour.month.visits')}
        inputMode="numeric"
        maxLength={7}
        initial={there && String(there.visits)}
      />
      <TextField
        name="needs"
        label={t('harbour.month.needs')}
        inputMode="numeric"
        maxLength={7}
        initial={there && String(there.needs)}
      />
      <TextField
        name="grantedWan"
        label={t('harbour.month.granted')}
        hint={t('harbour.month.grantedHint')}
        inputMode="decimal"
        maxLength={20}
        initial={there && exactWan(there.grantedFen)}
      />
      {there && <TextField name="reason" label={t('harbour.month.why')} maxLength={HARBOUR_TEXT_MAX} />}
      <Submit>{t(there ? 'harbour.month.correct' : 'harbour.month.save')}</Submit>
    </Form>
  )
}
