import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { Relation } from '@/lib/domain/access'
import { LEVELS, type Level } from '@/lib/domain/level-scale'
import { ownerOf } from '@/lib/domain/reason'
import type { BoardGroup } from '@/lib/domain/warning-board'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { ownerText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { NamedGroup, WarningBoard, WarningQuery } from '@/lib/schemas/warning'
import { boardHref } from './board-link'
import { ProjectStrip } from './project-strip'
import { WeekColumns } from './week-columns'

const worstFirst = LEVELS.toReversed()
/** What is said even when nothing became so; the others only when something did. */
const ALWAYS: readonly Level[] = ['RED', 'YELLOW', 'GREEN']

/** One row a group: its colours as numbers and as cells, what turned, and the weeks before. */
export function BoardTable({
  board,
  query,
  whose,
  locale,
}: {
  board: WarningBoard
  query: WarningQuery
  /** Whose projects are counted. */
  whose: Relation
  locale: Locale
}) {
  const t = translator(locale)
  const th = 'border-b border-control px-2 pb-1 text-left text-xs font-normal whitespace-nowrap text-ink-3'
  return (
    <table className="w-full border-separate border-spacing-0">
      <thead>
        <tr>
          <th scope="col" className={clsx(th, 'pl-3')}>
            {t(`warnings.column.${query.by}`)}
          </th>
          {worstFirst.map((level) => (
            <th key={level} scope="col" className={clsx(th, 'w-12 text-right max-sm:w-10 max-sm:px-1')}>
              <span className="inline-flex justify-end">
                <Lamp level={level} quiet t={t} />
              </span>
            </th>
          ))}
          <th scope="col" className={clsx(th, 'w-[248px] max-lg:hidden')}>
            <span className="sr-only">{t('warnings.column.strip')}</span>
          </th>
          <th scope="col" className={clsx(th, 'w-[204px] max-sm:hidden')}>
            {t('warnings.column.change')}
          </th>
          <th scope="col" className={clsx(th, 'w-[116px] max-xl:hidden lang-en:max-2xl:hidden')}>
            {t('warnings.column.weeks')}
          </th>
        </tr>
      </thead>
      <tbody>
        {board.groups.map((group) => (
          <GroupRow key={group.key} group={group} query={query} t={t} locale={locale} />
        ))}
      </tbody>
      <tfoot className="font-semibold">
        <tr>
          <th scope="row" className="h-11 border-t border-control pl-3 text-left whitespace-nowrap">
            {t('warnings.sum')}
            <span className="ml-2 text-xs font-normal text-ink-3">{t('warnings.count', { n: board.total.total })}</span>
          </th>
          {worstFirst.map((level) => (
            <td key={level} className="border-t border-control px-2 text-right">
              <Count
                group={t(`warnings.whose.${whose}`)}
                level={level}
                n={board.total.counts[level]}
                t={t}
                href={boardHref(query, { now: level })}
              />
            </td>
          ))}
          <td className="border-t border-control max-lg:hidden" />
          <td className="border-t border-control px-2 font-normal max-sm:hidden">
            <Turned group={board.total} query={query} t={t} />
          </td>
          <td className="border-t border-control max-xl:hidden lang-en:max-2xl:hidden" />
        </tr>
      </tfoot>
    </table>
  )
}

/** A group in words: a role of the rules, or the unit's or person's own name. */
export const groupName = (group: NamedGroup, query: WarningQuery, t: Translator, locale: Locale): string =>
  group.name === null
    ? t(`warnings.none.${query.by}`)
    : ((query.by === 'owner' ? ownerText(ownerOf(group.name), locale) : null) ?? group.name)

function GroupRow({
  group,
  query,
  t,
  locale,
}: {
  group: NamedGroup
  query: WarningQuery
  t: Translator
  locale: Locale
}) {
  const on = query.group === group.key
  const name = groupName(group, query, t, locale)
  const td = clsx('h-[60px] border-b border-divider px-2', on && 'bg-hover')
  return (
    <tr>
      <th
        scope="row"
        className={clsx(
          td,
          'pl-3 text-left font-semibold sm:whitespace-nowrap',
          on && 'shadow-[inset_3px_0_0_var(--brand-solid)]',
        )}
      >
        <Link
          href={boardHref(query, { group: group.key })}
          lang={languageOf(name, locale)}
          aria-current={on ? 'true' : undefined}
          className="hover:text-link"
        >
          {name}
        </Link>
        <span className="ml-2 text-xs font-normal whitespace-nowrap text-ink-3">
          {t('warnings.count', { n: group.total })}
        </span>
      </th>
      {worstFirst.map((level) => (
        <td key={level} className={clsx(td, 'text-right text-xl leading-7 max-sm:px-1')}>
          <Count
            group={name}
            level={level}
            n={group.counts[level]}
            t={t}
            href={boardHref(query, { group: group.key, now: level })}
          />
        </td>
      ))}
      <td className={clsx(td, 'max-lg:hidden')}>
        <ProjectStrip counts={group.counts} total={group.total} t={t} />
      </td>
      <td className={clsx(td, 'max-sm:hidden')}>
        <Turned group={group} query={query} name={name} groupKey={group.key} t={t} />
      </td>
      <td className={clsx(td, 'max-xl:hidden lang-en:max-2xl:hidden')}>
        <WeekColumns weeks={group.weeks} t={t} />
      </td>
    </tr>
  )
}

function Count({ group, level, n, href, t }: { group: string; level: Level; n: number; href: string; t: Translator }) {
  if (n === 0) return <span className="font-normal text-ink-3">0</span>
  return (
    <Link
      href={href}
      className="font-semibold hover:text-link hover:underline"
      aria-label={t('warnings.open', { group, level: t(`level.short.${level}`), n })}
    >
      {n}
    </Link>
  )
}

function Turned({
  group,
  query,
  name,
  groupKey,
  t,
}: {
  group: BoardGroup
  query: WarningQuery
  name?: string
  groupKey?: string
  t: Translator
}) {
  const { turned, arrived, left } = group
  const named = (words: string) => (name ? `${name} ${words}` : words)
  if (arrived + left + LEVELS.reduce((sum, level) => sum + turned[level], 0) === 0)
    return <span className="text-ink-2">{t('warnings.still')}</span>
  return (
    <span className="flex flex-wrap gap-x-2.5 leading-6 text-ink-2 *:whitespace-nowrap">
      {worstFirst.map((level) => {
        if (turned[level] === 0 && !ALWAYS.includes(level)) return null
        const words = t('warnings.turned', { level: t(`level.short.${level}`), n: turned[level] })
        return turned[level] === 0 ? (
          <span key={level} className="text-ink-3">
            {words}
          </span>
        ) : (
          <Link
            key={level}
            href={boardHref(query, { group: groupKey, now: level, turned: '1' })}
            aria-label={named(words)}
            className="text-ink hover:text-link"
          >
            {words}
          </Link>
        )
      })}
      {arrived > 0 && (
        <Link
          href={boardHref(query, { group: groupKey, was: 'NEW' })}
          aria-label={named(t('warnings.arrived', { n: arrived }))}
          className="text-ink hover:text-link"
        >
          {t('warnings.arrived', { n: arrived })}
        </Link>
      )}
      {left > 0 && (
        <Link
          href={boardHref(query, { group: groupKey, now: 'LEFT' })}
          aria-label={named(t('warnings.left', { n: left }))}
          className="text-ink hover:text-link"
        >
          {t('warnings.left', { n: left })}
        </Link>
      )}
    </span>
  )
}
