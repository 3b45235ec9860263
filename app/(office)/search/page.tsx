import { forbidden } from 'next/navigation'
import { SearchResults } from '@/components/search/search-results'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { takeSearchTurn } from '@/lib/auth/search-turns'
import { businessDay } from '@/lib/clock'
import { recentProjects, search } from '@/lib/data/search'
import { searchWords } from '@/lib/domain/search-words'
import { SEARCHES } from '@/lib/domain/sight'
import { recentSections, searchSections } from '@/lib/i18n/search-lines'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { HITS_A_PAGE, SEARCH_KINDS, searchQuery } from '@/lib/schemas/search'

export const generateMetadata = pageTitle('search.title')

type Query = Record<string, string | string[] | undefined>

export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, locale } = await requireActor()
  if (!SEARCHES.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const query = searchQuery.parse(asks)
  const { q, kind, enterprise, page } = query
  const nothingAsked = searchWords(q).length === 0 && !enterprise
  const wait = nothingAsked ? 0 : takeSearchTurn(actor.userId, Date.now())
  const answer = nothingAsked || wait > 0 ? null : await search(actor, query, today)
  const sections = answer
    ? searchSections(q, answer, today, locale)
    : wait > 0
      ? []
      : recentSections(await recentProjects(actor), locale)
  const one = kind !== undefined || enterprise !== undefined
  const total = answer ? SEARCH_KINDS.reduce((sum, k) => sum + answer[k].total, 0) : 0
  const pages = Math.max(1, Math.ceil(total / HITS_A_PAGE))
  const at = (n: number): `/${string}` =>
    `/search?${new URLSearchParams({ ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...(enterprise ? { enterprise } : {}), page: String(n) })}`
  return (
    <div className="max-w-[860px] px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-xl font-semibold sm:text-2xl">{t(enterprise ? 'search.ofEnterprise' : 'search.title')}</h1>
      {!enterprise && (
        <form action="/search" className="mt-3">
          <label htmlFor="search-q" className="mb-1 block text-ink-2">
            {t('search.hint')}
          </label>
          <div className="flex gap-2">
            <input id="search-q" name="q" type="search" defaultValue={q} maxLength={60} className="field" />
            <button type="submit" className="btn btn-primary flex-none">
              {t('search.submit')}
            </button>
          </div>
        </form>
      )}
      <Misread parts={misread(searchQuery, asks)} words={(parts) => t('shell.misread', { parts })} />
      <p role="status" className="mt-3 text-ink-2">
        {wait > 0
          ? t('search.busy')
          : answer
            ? total > 0
              ? t('search.found', { n: total })
              : t('search.none', { q })
            : sections.length === 0 && t('search.noneYet')}
      </p>
      <SearchResults sections={one ? sections.map((section) => ({ ...section, all: null })) : sections} />
      {one && (
        <nav aria-label={t('search.pages')} className="mt-4 flex flex-wrap items-center gap-4">
          {page > 1 && (
            <Link href={at(page - 1)} className="btn">
              {t('search.previous')}
            </Link>
          )}
          <span className="text-ink-2">{t('search.page', { page: String(page), pages: String(pages) })}</span>
          {page < pages && (
            <Link href={at(page + 1)} className="btn">
              {t('search.next')}
            </Link>
          )}
          {q && (
            <Link href={`/search?q=${encodeURIComponent(q)}`} className="text-link">
              {t('search.back')}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}
