import { forbidden, notFound } from 'next/navigation'
import { ChangeList } from '@/components/admin/change-list'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { proposeOrgEnd, proposeOrgNames } from '@/lib/actions/orgs'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { changesOf } from '@/lib/data/admin-changes'
import { loadOrg } from '@/lib/data/org-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_ACCOUNTS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { ORG_NAME_MAX, rowId, SHORT_NAME_MAX } from '@/lib/schemas/administration'
import { REASON_MAX } from '@/lib/schemas/procedure'

export const generateMetadata = pageTitle('orgs.one')

export default async function OrgPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_ACCOUNTS.has(actor.role)) forbidden()
  const id = rowId.safeParse((await params).id)
  const org = id.success ? await loadOrg(actor, id.data) : null
  if (!org) notFound()
  const t = translator(locale)
  const changes = await changesOf(actor, org.id)
  const open = changes.some(({ state }) => state === 'PROPOSED')
  const proposes = !open && !org.dissolvedOn && relationFor(actor.role, 'change.propose') !== null
  const mark = locale === 'en' ? ', ' : '、'
  return (
    <div className="max-w-[960px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/orgs" className="text-ink-2 hover:text-link">
        {t('orgs.back')}
      </Link>
      <h1 className="mt-1 text-xl font-semibold sm:text-2xl">{org.name}</h1>
      <p className="mb-4 text-ink-2">
        {t(`orgs.kinds.${org.kind}`)}　{org.shortName}
        {'　'}
        {org.dissolvedOn ? t('orgs.dissolvedOn', { day: org.dissolvedOn }) : t('orgs.states.active')}
        {org.aliases.length > 0 && (
          <span className="block text-sm text-ink-3">{t('orgs.aliases', { names: org.aliases.join(mark) })}</span>
        )}
      </p>
      {open && <p className="mb-4 text-yellow-ink">{t('orgs.pending')}</p>}
      {proposes && (
        <>
          <section aria-labelledby="rename" className="border-t border-divider py-4">
            <h2 id="rename" className="text-lg font-semibold">
              {t('changes.kinds.ORG_EDIT')}
            </h2>
            <p className="mb-3 text-ink-2">{t('orgs.renameHint')}</p>
            <Form
              action={proposeOrgNames}
              formKey={issueFormKey(actor.userId)}
              label={t('changes.kinds.ORG_EDIT')}
              className="max-w-[560px] space-y-4"
            >
              <input type="hidden" name="orgId" value={org.id} />
              <TextField name="name" label={t('orgs.name')} initial={org.name} maxLength={ORG_NAME_MAX} />
              <TextField
                name="shortName"
                label={t('orgs.shortName')}
                initial={org.shortName}
                maxLength={SHORT_NAME_MAX}
              />
              <TextField name="reason" label={t('form.reason')} maxLength={REASON_MAX} />
              <Submit quiet>{t('accounts.propose')}</Submit>
            </Form>
          </section>
          <section aria-labelledby="dissolve" className="border-t border-divider py-4">
            <h2 id="dissolve" className="text-lg font-semibold">
              {t('changes.kinds.ORG_DISSOLVE')}
            </h2>
            <p className="mb-3 text-ink-2">{t('orgs.dissolveHint')}</p>
            <Form
              action={proposeOrgEnd}
              formKey={issueFormKey(actor.userId)}
              label={t('changes.kinds.ORG_DISSOLVE')}
              className="max-w-[560px] space-y-3"
            >
              <input type="hidden" name="orgId" value={org.id} />
              <TextField name="reason" label={t('form.reason')} maxLength={REASON_MAX} />
              <Submit quiet>{t('accounts.propose')}</Submit>
            </Form>
          </section>
        </>
      )}
      {changes.length > 0 && (
        <section aria-label={t('changes.history')} className="border-t border-divider pt-4">
          <h2 className="mb-2 text-lg font-semibold">{t('changes.history')}</h2>
          <ChangeList rows={changes} t={t} />
        </section>
      )}
    </div>
  )
}
