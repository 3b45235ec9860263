import { forbidden } from 'next/navigation'
import { Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { proposeNewOrg } from '@/lib/actions/orgs'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { relationFor } from '@/lib/domain/access'
import { ORG_KINDS } from '@/lib/domain/administration'
import { translator } from '@/lib/i18n/translator'
import { ORG_NAME_MAX, SHORT_NAME_MAX } from '@/lib/schemas/administration'
import { REASON_MAX } from '@/lib/schemas/procedure'

export const generateMetadata = pageTitle('orgs.new')

export default async function NewOrgPage() {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'change.propose')) forbidden()
  const t = translator(locale)
  return (
    <div className="max-w-[560px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/orgs" className="text-ink-2 hover:text-link">
        {t('orgs.back')}
      </Link>
      <h1 className="mt-1 mb-4 text-xl font-semibold sm:text-2xl">{t('orgs.new')}</h1>
      <Form action={proposeNewOrg} formKey={issueFormKey(actor.userId)} label={t('orgs.new')} className="space-y-4">
        <Choice
          name="kind"
          label={t('orgs.kind')}
          empty={t('form.choose')}
          options={ORG_KINDS.map((value) => ({ value, label: t(`orgs.kinds.${value}`) }))}
        />
        <TextField name="name" label={t('orgs.name')} maxLength={ORG_NAME_MAX} />
        <TextField
          name="shortName"
          label={t('orgs.shortName')}
          hint={t('orgs.shortNameHint')}
          maxLength={SHORT_NAME_MAX}
        />
        <TextField name="reason" label={t('form.reason')} maxLength={REASON_MAX} />
        <Submit>{t('accounts.propose')}</Submit>
      </Form>
    </div>
  )
}
