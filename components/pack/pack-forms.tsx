import { Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { confirmBySlip, handOutPack, preparePacks, returnOnePack } from '@/lib/actions/packs'
import { CODE_LENGTH, PACK_CHANNELS, PACK_CONTENTS } from '@/lib/domain/gift-pack'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { type BatchRow, ENTERPRISE_NAME_MAX, PACK_NAME_MAX, PACK_TEXT_MAX, type PackRow } from '@/lib/schemas/gift-pack'

type Props = Readonly<{ formKey: () => string; today: PlainDate; t: Translator }>

/** Hands a pack of a batch to an enterprise. */
export function HandForm({ batches, formKey, today, t }: Props & Readonly<{ batches: readonly BatchRow[] }>) {
  const left = batches.filter(({ stock }) => stock > 0)
  if (left.length === 0) return <p className="py-2 text-ink-2">{t('pack.hand.none')}</p>
  return (
    <Form action={handOutPack} formKey={formKey()} label={t('pack.hand.title')} className="max-w-2xl space-y-3">
      <TextField
        name="enterprise"
        label={t('pack.hand.enterprise')}
        hint={t('pack.hand.enterpriseHint')}
        maxLength={ENTERPRISE_NAME_MAX}
      />
      <div className="flex flex-wrap gap-3">
        <Choice
          name="batchId"
          label={t('pack.hand.batch')}
          initial={left[0]?.id}
          options={left.map(({ id, name, stock }) => ({
            value: id,
            label: t('pack.hand.batchOf', { name, n: stock }),
          }))}
          className="min-w-0 flex-1 basis-56"
        />
        <Choice
          name="channel"
          label={t('pack.hand.channel')}
          initial={PACK_CHANNELS[0]}
          options={PACK_CHANNELS.map((channel) => ({ value: channel, label: t(`pack.channel.${channel}`) }))}
          className="min-w-0 flex-1 basis-32"
        />
        <TextField
          name="on"
          type="date"
          label={t('pack.hand.on')}
          initial={today}
          max={today}
          className="min-w-0 flex-1 basis-40"
        />
      </div>
      <TextField name="note" label={t('pack.hand.note')} hint={t('form.optional')} maxLength={PACK_TEXT_MAX} />
      <Submit>{t('pack.hand.submit')}</Submit>
    </Form>
  )
}

/** Confirms a pack by the code on the slip that came back. */
export function SlipForm({ formKey, t }: Omit<Props, 'today'>) {
  return (
    <Form action={confirmBySlip} formKey={formKey()} label={t('pack.slip.title')} className="max-w-2xl space-y-3">
      <p className="text-ink-2">{t('pack.slip.hint')}</p>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="code"
          label={t('pack.slip.code')}
          maxLength={CODE_LENGTH + 4}
          autoComplete="off"
          className="min-w-0 flex-1 basis-40"
        />
        <TextField name="receiver" label={t('pack.slip.receiver')} maxLength={30} className="min-w-0 flex-1 basis-40" />
      </div>
      <Submit>{t('pack.slip.submit')}</Submit>
    </Form>
  )
}

/** Books a batch into the stock. */
export function PrepareForm({ formKey, today, t }: Props) {
  return (
    <Form action={preparePacks} formKey={formKey()} label={t('pack.prepare.title')} className="max-w-2xl space-y-3">
      <TextField name="name" label={t('pack.prepare.name')} maxLength={PACK_NAME_MAX} />
      <fieldset>
        <legend className="mb-1 font-semibold">{t('pack.prepare.contents')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {PACK_CONTENTS.map((content) => (
            <Check key={content} name="contents[]" value={content} label={t(`pack.content.${content}`)} initial />
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="prepared"
          label={t('pack.prepare.prepared')}
          inputMode="numeric"
          maxLength={6}
          className="min-w-0 flex-1 basis-28"
        />
        <TextField
          name="cost"
          label={t('pack.prepare.cost')}
          hint={t('pack.prepare.costHint')}
          inputMode="decimal"
          maxLength={20}
          className="min-w-0 flex-1 basis-52"
        />
        <TextField
          name="on"
          type="date"
          label={t('pack.prepare.on')}
          initial={today}
          max={today}
          className="min-w-0 flex-1 basis-40"
        />
      </div>
      <TextArea
        name="note"
        label={t('pack.prepare.note')}
        hint={t('form.optional')}
        rows={2}
        maxLength={PACK_TEXT_MAX}
      />
      <Submit>{t('pack.prepare.submit')}</Submit>
    </Form>
  )
}

/** Takes a pack back into the stock. */
export function ReturnForm({ pack, formKey, t }: Omit<Props, 'today'> & Readonly<{ pack: PackRow }>) {
  return (
    <details>
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
        {t('pack.returning.title')}
        <span className="sr-only">{pack.enterprise.name}</span>
      </summary>
      <Form
        action={returnOnePack}
        formKey={formKey()}
        label={t('pack.returning.of', { name: pack.enterprise.name })}
        className="space-y-2 py-1"
      >
        <input type="hidden" name="packId" value={pack.id} />
        <input type="hidden" name="version" value={pack.version} />
        <TextField name="reason" label={t('pack.returning.reason')} maxLength={PACK_TEXT_MAX} />
        <Submit quiet>{t('pack.returning.submit')}</Submit>
      </Form>
    </details>
  )
}
