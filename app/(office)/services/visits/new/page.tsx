import { forbidden } from 'next/navigation'
import { EnterpriseField } from '@/components/service/name-field'
import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { planVisit } from '@/lib/actions/visits'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { enterpriseNameOf, enterpriseOffers, unitOffers } from '@/lib/data/enterprise-choice'
import { plansForOthers } from '@/lib/data/visit-writes'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { WORDS_MAX } from '@/lib/schemas/address'

export const generateMetadata = pageTitle('visit.plan')

export default async function NewVisitPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'visit.plan')) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const { enterprise } = await searchParams
  const [offers, units, named] = await Promise.all([
    enterpriseOffers(actor.districtId),
    plansForOthers(actor) ? unitOffers(actor.districtId) : [],
    enterpriseNameOf(actor.districtId, enterprise),
  ])
  return (
    <div className="max-w-3xl px-4 pt-5 pb-8 sm:px-8">
      <Link href="/services/visits" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
        {t('visit.back')}
      </Link>
      <h1 className="mb-1 text-2xl font-semibold">{t('visit.plan')}</h1>
      <p className="mb-4 text-ink-2">{t('visit.planHint')}</p>
      <Form action={planVisit} formKey={issueFormKey(actor.userId)} label={t('visit.plan')} className="space-y-4">
        <EnterpriseField
          label={t('visit.column.enterprise')}
          hint={t('service.enterpriseHint')}
          initial={named}
          offers={offers}
        />
        <TextField
          name="on"
          type="date"
          label={t('visit.column.on')}
          min={today}
          initial={today}
          className="max-w-[28rem]"
        />
        <TextArea name="purpose" label={t('visit.column.purpose')} rows={2} maxLength={WORDS_MAX} />
        {units.length > 0 && (
          <Choice
            name="unitId"
            label={t('visit.column.unit')}
            empty={t('visit.ownUnit')}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            className="max-w-80"
          />
        )}
        <Submit>{t('visit.planDo')}</Submit>
      </Form>
    </div>
  )
}
