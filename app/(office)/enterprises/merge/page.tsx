import { forbidden, notFound } from 'next/navigation'
import { MergeCheck, MergeChoice } from '@/components/enterprise/merge-steps'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { previewMerge } from '@/lib/data/enterprise-merge'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { chosenSides, mergeQuery } from '@/lib/schemas/enterprise'

export const generateMetadata = pageTitle('enterprise.merge.title')

export default async function MergePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'enterprise.merge') === null) forbidden()
  const asks = await searchParams
  const query = mergeQuery.parse(asks)
  const { a, b } = query
  const [staysId, goesId] = query.keep === 'a' ? [a, b] : [b, a]
  const preview = staysId && goesId ? await previewMerge(actor, staysId, goesId) : null
  if (!preview) notFound()
  const t = translator(locale)
  const props = { preview, query, chosen: chosenSides.parse(asks), locale }
  return (
    <div>
      <BackBar href="/enterprises/duplicates" title={t('enterprise.merge.title')} t={t} />
      <div className="max-w-5xl px-4 pt-4 pb-8 sm:px-8 sm:pt-5">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href="/enterprises/duplicates" className="text-link">
            {t('enterprise.duplicates')}
          </Link>
        </p>
        <h1 className="text-2xl font-semibold max-sm:sr-only">{t('enterprise.merge.title')}</h1>
        {query.step === '1' ? (
          <MergeChoice {...props} />
        ) : (
          <MergeCheck {...props} formKey={issueFormKey(actor.userId)} />
        )}
      </div>
    </div>
  )
}
