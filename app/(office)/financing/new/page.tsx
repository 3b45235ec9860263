import { forbidden, notFound } from 'next/navigation'
import { FileForm } from '@/components/financing/file-form'
import { needsHref } from '@/components/financing/financing-link'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { findFilers, startNeed } from '@/lib/data/financing-new'
import { relationFor } from '@/lib/domain/access'
import { type Translator, translator } from '@/lib/i18n/translator'
import { fileAddress } from '@/lib/schemas/financing'

export const generateMetadata = pageTitle('financing.new.title')

/** 填报融资需求: the contact for his own enterprise, the office for any. */
export default async function NewNeedPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const relation = relationFor(actor.role, 'financing.file')
  if (relation === null) forbidden()
  const t = translator(locale)
  const asks = fileAddress.parse(await searchParams)
  const start = await startNeed(actor, asks)
  if (!start && relation !== 'district') notFound()
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link href={needsHref({})} className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11">
        {t('financing.back')}
      </Link>
      <h1 className="text-xl font-semibold">{t('financing.new.title')}</h1>
      <p className="mt-1 mb-5 text-ink-2">{t('financing.new.hint')}</p>
      {start ? (
        <FileForm {...start} formKey={issueFormKey(actor.userId)} t={t} />
      ) : (
        <Find q={asks.q ?? ''} found={await findFilers(actor, asks.q ?? '')} t={t} />
      )}
    </div>
  )
}

/** Whose need it is: found first, so that nobody types an enterprise a second time. */
function Find({ q, found, t }: { q: string; found: readonly Readonly<{ id: string; name: string }>[]; t: Translator }) {
  return (
    <>
      <form action="/financing/new" className="flex flex-wrap items-end gap-3" aria-label={t('financing.new.find')}>
        <label className="min-w-0 flex-1 basis-60">
          <span className="mb-1 block font-semibold">
            {t('financing.new.find')}
            <span className="ml-2 font-normal text-ink-3">{t('financing.new.findHint')}</span>
          </span>
          <input name="q" defaultValue={q} maxLength={60} className="field" />
        </label>
        <button type="submit" className="btn btn-primary">
          {t('financing.new.find')}
        </button>
      </form>
      {q !== '' && (
        <p className="mt-3 text-ink-2">
          {found.length === 0 ? t('financing.new.noneFound') : t('financing.new.found', { n: found.length })}
        </p>
      )}
      <ul className="mt-1">
        {found.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-4 border-b border-divider py-2">
            <span className="min-w-0 flex-1">{name}</span>
            <Link
              href={`/financing/new?enterprise=${id}`}
              aria-label={`${t('financing.new.pick')} ${name}`}
              className="inline-flex items-center text-link max-sm:min-h-11"
            >
              {t('financing.new.pick')}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
