import { forbidden } from 'next/navigation'
import { Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { nameDeputy } from '@/lib/actions/account'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { deputiesOf } from '@/lib/data/deputies'
import { relationFor } from '@/lib/domain/access'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { REASON_MAX } from '@/lib/schemas/procedure'

export const generateMetadata = pageTitle('deputy.title')

export default async function DeputyPage() {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'deputy.set')) forbidden()
  const today = businessDay()
  const { current, colleagues } = await deputiesOf(actor, today)
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[560px] px-4 pt-5 sm:px-8">
      <h1 className="text-xl font-semibold">{t('deputy.title')}</h1>
      <p className="mb-4 text-ink-2">{t('deputy.hint')}</p>
      {current.length === 0 ? (
        <p className="mb-4 text-ink-3">{t('deputy.none')}</p>
      ) : (
        <ul className="mb-4 border-t border-divider">
          {current.map((d) => (
            <li key={d.id} className="border-b border-divider py-2">
              {t('deputy.current', {
                name: d.name,
                from: dayIn(d.fromOn, today),
                to: dayIn(d.toOn, today),
                reason: d.reason,
              })}
            </li>
          ))}
        </ul>
      )}
      <Form action={nameDeputy} formKey={issueFormKey(actor.userId)} label={t('deputy.title')} className="space-y-4">
        <Choice
          name="deputyId"
          label={t('deputy.deputy')}
          empty={t('form.choose')}
          options={colleagues.map((c) => ({ value: c.id, label: c.name }))}
        />
        <div className="grid grid-cols-2 gap-4">
          <TextField name="fromOn" type="date" label={t('deputy.from')} initial={today} />
          <TextField name="toOn" type="date" label={t('deputy.to')} min={today} />
        </div>
        <TextField name="reason" label={t('deputy.reason')} maxLength={REASON_MAX} />
        <Submit>{t('deputy.save')}</Submit>
      </Form>
    </div>
  )
}
