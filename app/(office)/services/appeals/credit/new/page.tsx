import { forbidden } from 'next/navigation'
import { EnterpriseField } from '@/components/service/name-field'
import { Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { recordIntent } from '@/lib/actions/intents'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { enterpriseOffers } from '@/lib/data/enterprise-choice'
import { banksOf } from '@/lib/data/intent-list'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('intent.record')

export default async function NewIntentPage() {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'intent.record')) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const [offers, banks] = await Promise.all([enterpriseOffers(actor.districtId), banksOf(actor.districtId)])
  return (
    <div className="max-w-3xl px-4 pt-5 pb-8 sm:px-8">
      <Link href="/services/appeals/credit" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
        {t('intent.back')}
      </Link>
      <h1 className="mb-1 text-2xl font-semibold">{t('intent.record')}</h1>
      <p className="mb-4 text-ink-2">{t('intent.hint')}</p>
      <Form action={recordIntent} formKey={issueFormKey(actor.userId)} label={t('intent.record')} className="space-y-4">
        <EnterpriseField label={t('intent.column.enterprise')} hint={t('service.enterpriseHint')} offers={offers} />
        <Choice
          name="bankId"
          label={t('intent.column.bank')}
          empty={t('service.choose')}
          options={banks.map(({ id, name }) => ({ value: id, label: name }))}
          className="max-w-80"
        />
        <TextField
          name="amountWan"
          label={t('intent.column.amount')}
          hint={t('service.wanHint')}
          inputMode="decimal"
          maxLength={24}
          className="max-w-80"
        />
        <TextField
          name="on"
          type="date"
          label={t('intent.column.on')}
          max={today}
          initial={today}
          className="max-w-60"
        />
        <TextField name="occasion" label={t('intent.column.occasion')} maxLength={60} className="max-w-[28rem]" />
        <Submit>{t('intent.recordDo')}</Submit>
      </Form>
    </div>
  )
}
