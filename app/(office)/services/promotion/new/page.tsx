import { forbidden } from 'next/navigation'
import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { proposePromotion } from '@/lib/actions/promotions'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { projectsToOffer } from '@/lib/data/promotion-list'
import { relationFor } from '@/lib/domain/access'
import { PROMOTION_LEVELS, PROMOTION_LISTS, PROMOTION_MODES } from '@/lib/domain/promotion'
import { translator } from '@/lib/i18n/translator'
import { WORDS_MAX } from '@/lib/schemas/address'

export const generateMetadata = pageTitle('promotion.propose')

export default async function NewPromotionPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'promotion.propose')) forbidden()
  const t = translator(locale)
  const { project } = await searchParams
  const projects = await projectsToOffer(actor)
  const wan = { inputMode: 'decimal', maxLength: 24, className: 'min-w-0 flex-1 basis-56' } as const
  return (
    <div className="max-w-3xl px-4 pt-5 pb-8 sm:px-8">
      <Link href="/services/promotion" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
        {t('promotion.back')}
      </Link>
      <h1 className="mb-4 text-2xl font-semibold">{t('promotion.propose')}</h1>
      <Form
        action={proposePromotion}
        formKey={issueFormKey(actor.userId)}
        label={t('promotion.propose')}
        className="space-y-4"
      >
        <Choice
          name="projectId"
          label={t('promotion.column.project')}
          empty={t('service.choose')}
          initial={projects.find(({ id }) => id === project)?.id}
          options={projects.map(({ id, name }) => ({ value: id, label: name }))}
          className="max-w-[28rem]"
        />
        <div className="flex flex-wrap gap-3">
          <Choice
            name="list"
            label={t('promotion.column.list')}
            empty={t('service.choose')}
            options={PROMOTION_LISTS.map((value) => ({ value, label: t(`promotion.list.${value}`) }))}
            className="min-w-0 flex-1 basis-40"
          />
          <Choice
            name="level"
            label={t('promotion.column.level')}
            empty={t('service.choose')}
            options={PROMOTION_LEVELS.map((value) => ({ value, label: t(`promotion.level.${value}`) }))}
            className="min-w-0 flex-1 basis-40"
          />
          <Choice
            name="mode"
            label={t('promotion.column.mode')}
            empty={t('service.choose')}
            options={PROMOTION_MODES.map((value) => ({ value, label: t(`promotion.mode.${value}`) }))}
            className="min-w-0 flex-1 basis-40"
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <TextField name="totalWan" label={t('promotion.column.total')} hint={t('promotion.statedHint')} {...wan} />
          <TextField name="soughtWan" label={t('promotion.column.sought')} hint={t('service.wanHint')} {...wan} />
        </div>
        <TextArea name="returns" label={t('promotion.form.returns')} rows={2} maxLength={WORDS_MAX} />
        <TextField name="contact" label={t('promotion.form.contact')} maxLength={60} className="max-w-80" />
        <Submit>{t('promotion.proposeDo')}</Submit>
      </Form>
    </div>
  )
}
