import { forbidden } from 'next/navigation'
import { Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { pushPromotions } from '@/lib/actions/promotions'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { promotionsToPush } from '@/lib/data/promotion-list'
import { relationFor } from '@/lib/domain/access'
import { PROMOTION_LEVELS } from '@/lib/domain/promotion'
import { translator } from '@/lib/i18n/translator'
import { WORDS_MAX } from '@/lib/schemas/address'

export const generateMetadata = pageTitle('promotion.push')

export default async function PushPage() {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'promotion.push')) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const promotions = await promotionsToPush(actor)
  return (
    <div className="max-w-3xl px-4 pt-5 pb-8 sm:px-8">
      <Link
        href="/services/promotion?view=pushes"
        className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
      >
        {t('promotion.back')}
      </Link>
      <h1 className="mb-1 text-2xl font-semibold">{t('promotion.push')}</h1>
      <p className="mb-4 text-ink-2">{t('promotion.pushHint')}</p>
      {promotions.length === 0 ? (
        <p>{t('promotion.nothingToPush')}</p>
      ) : (
        <Form
          action={pushPromotions}
          formKey={issueFormKey(actor.userId)}
          label={t('promotion.push')}
          className="space-y-4"
        >
          <fieldset>
            <legend className="mb-1 font-semibold">{t('promotion.column.projects')}</legend>
            {promotions.map(({ id, name, state }) => (
              <Check
                key={id}
                name="promotionIds[]"
                value={id}
                label={t('promotion.pushable', { name, state: t(`promotion.state.${state}`) })}
              />
            ))}
          </fieldset>
          <div className="flex flex-wrap gap-3">
            <TextField
              name="on"
              type="date"
              label={t('promotion.column.pushedOn')}
              max={today}
              initial={today}
              className="min-w-0 flex-1 basis-40"
            />
            <Choice
              name="level"
              label={t('promotion.column.level')}
              empty={t('service.choose')}
              options={PROMOTION_LEVELS.map((value) => ({ value, label: t(`promotion.level.${value}`) }))}
              className="min-w-0 flex-1 basis-40"
            />
          </div>
          <TextField name="platform" label={t('promotion.column.platform')} maxLength={60} className="max-w-[28rem]" />
          <TextField
            name="statedWan"
            label={t('promotion.column.stated')}
            hint={t('service.wanHint')}
            inputMode="decimal"
            maxLength={24}
            className="max-w-80"
          />
          <TextArea name="note" label={t('promotion.column.note')} rows={2} maxLength={WORDS_MAX} />
          <Submit>{t('promotion.pushDo')}</Submit>
        </Form>
      )}
    </div>
  )
}
