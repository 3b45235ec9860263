import { forbidden } from 'next/navigation'
import { resultsHref } from '@/components/financing/financing-link'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { listResultImports } from '@/lib/data/financing-import'
import { relationFor } from '@/lib/domain/access'
import { ledgerRefusalText } from '@/lib/i18n/ledger-text'
import { refusalText } from '@/lib/i18n/refusal-text'
import { translator } from '@/lib/i18n/translator'
import { importsAddress } from '@/lib/schemas/import'

export const generateMetadata = pageTitle('financing.imports.title')

/** 导入对接结果: bring what banks sent back, and see what was brought. */
export default async function ImportResultsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'financing.hold') === null) forbidden()
  const t = translator(locale)
  const { refused, limit, most, seconds } = importsAddress.parse(await searchParams)
  const failure = { code: refused ?? '', limit, most, seconds }
  const rows = await listResultImports(actor)
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <Link href={resultsHref({})} className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11">
        {t('financing.section.results')}
      </Link>
      <h1 className="text-xl font-semibold">{t('financing.imports.title')}</h1>
      <p className="text-ink-2">{t('financing.imports.hint')}</p>
      {refused && (
        <p role="alert" className="mt-2 text-red-ink">
          {refused.startsWith('FINANCING_') ? refusalText(failure, locale) : ledgerRefusalText(failure, locale)}
        </p>
      )}
      <form
        action="/api/files/financing"
        method="post"
        encType="multipart/form-data"
        aria-label={t('financing.imports.title')}
        className="mt-4 flex flex-wrap items-end gap-3 border-y border-divider py-4"
      >
        <input type="hidden" name="formKey" value={issueFormKey(actor.userId)} />
        <div className="w-full sm:w-[420px]">
          <label htmlFor="file" className="mb-1 block font-semibold">
            {t('financing.imports.file')}
            <span className="ml-2 font-normal text-ink-3">{t('financing.imports.fileHint')}</span>
          </label>
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".xlsx,.csv"
            className="field h-auto! py-1 file:mr-3 file:rounded-sm file:border-0 file:bg-subtle file:px-2 file:py-0.5 file:text-ink max-sm:min-h-11 max-sm:py-2"
          />
        </div>
        <button type="submit" className="btn btn-primary">
          {t('financing.imports.send')}
        </button>
      </form>
      <h2 className="mt-6 mb-2 text-lg font-semibold">{t('financing.imports.list')}</h2>
      {rows.length === 0 && <p className="text-ink-2">{t('financing.imports.none')}</p>}
      <ul className="max-w-[720px]">
        {rows.map(({ id, fileName, heldOn, doneAt, undoneAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-b border-divider py-2">
            <Link href={`/financing/import/${id}`} className="min-w-0 flex-1 truncate text-link max-sm:py-2">
              {fileName}
            </Link>
            <span className="text-ink-3">{heldOn}</span>
            <span>{t(`financing.imports.state.${undoneAt ? 'undone' : doneAt ? 'done' : 'held'}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
