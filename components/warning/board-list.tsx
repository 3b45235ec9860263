import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { RulerCell } from '@/components/level/ruler-cell'
import { WaivedLamp } from '@/components/level/waived-lamp'
import { X } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { Relation } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import { isOpenInList, listCause, turnText } from '@/lib/i18n/verdict-text'
import type { BoardRow, WarningBoard, WarningQuery } from '@/lib/schemas/warning'
import { boardHref } from './board-link'
import { groupName } from './board-table'

/** The projects behind a number of the board. */
export function BoardList({
  board,
  query,
  asked,
  whose,
  today,
  locale,
}: {
  board: WarningBoard
  query: WarningQuery
  /** Whether somebody asked for this very list; otherwise it stands here by itself and cannot be closed. */
  asked: boolean
  /** Whose projects are counted. */
  whose: Relation
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { list } = board
  if (!list) return null
  const group = board.groups.find((g) => g.key === query.group)
  const words = [
    group ? groupName(group, query, t, locale) : t(`warnings.whose.${whose}`),
    query.was === 'NEW'
      ? t('warnings.NEW')
      : query.was && t('warnings.list.was', { level: t(`level.short.${query.was}`) }),
    query.turned && t('warnings.list.turned'),
    query.now === 'LEFT' ? t('warnings.LEFT') : query.now && t(`level.short.${query.now}`),
  ].filter(Boolean)
  const page = (to: number) => boardHref(query, { ...query, page: to })
  return (
    <>
      <div className="flex items-baseline border-b border-control pb-2">
        <h2 className="flex-1 text-lg font-semibold">
          {t('warnings.list.title', { name: words.join(locale === 'en' ? ', ' : '，'), n: list.count })}
        </h2>
        {asked && (
          <Link
            href={boardHref(query, {})}
            aria-label={t('warnings.list.close')}
            className="p-1 text-ink-2 hover:text-ink max-sm:grid max-sm:size-11 max-sm:place-items-center"
          >
            <X size={16} aria-hidden="true" />
          </Link>
        )}
      </div>
      {list.count === 0 && <p className="py-3 text-ink-2">{t('warnings.list.empty')}</p>}
      <ul>
        {list.rows.map((row) => (
          <ListItem key={row.id} row={row} past={board.to < today} today={today} locale={locale} />
        ))}
      </ul>
      {list.pages > 1 && (
        <nav aria-label={t('projects.pages')} className="flex gap-4 pt-3 text-sm text-ink-2">
          <span className="flex-1">{t('warnings.list.page', { page: query.page, pages: list.pages })}</span>
          {query.page > 1 && (
            <Link href={page(query.page - 1)} className="inline-flex items-center text-link max-sm:min-h-11">
              {t('warnings.list.previous')}
            </Link>
          )}
          {query.page < list.pages && (
            <Link href={page(query.page + 1)} className="inline-flex items-center text-link max-sm:min-h-11">
              {t('warnings.list.next')}
            </Link>
          )}
        </nav>
      )}
    </>
  )
}

function ListItem({ row, past, today, locale }: { row: BoardRow; past: boolean; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const reason = row.reasons[0]
  const turns = row.nextLevelOn && row.nextLevel && row.nextLevel !== row.level
  return (
    <li className="border-b border-divider py-3">
      <p className="flex items-baseline gap-2">
        <Link href={`/projects/${row.id}`} className="min-w-0 flex-1 font-semibold hover:text-link max-sm:py-3">
          {row.name}
        </Link>
        <span className="max-w-[60%] text-right text-xs text-ink-2">
          {past
            ? t('warnings.list.today', { level: t(`level.short.${row.level}`) })
            : turns && row.nextLevelOn && row.nextLevel
              ? t('warnings.list.turns', {
                  day: dayIn(row.nextLevelOn, today),
                  level: t(`level.short.${row.nextLevel}`),
                })
              : turnText(row, today, locale)}
          <Provisional when={!past && (turns ? row.nextProvisional : isOpenInList(row))} t={t} />
          {!past && listCause(row, locale)}
        </span>
      </p>
      <p className="mt-0.5 flex items-start gap-2">
        {row.now ? (
          <>
            <Lamp level={row.now} t={t} />
            {!past && <WaivedLamp level={row.level} waived={row.waived} t={t} />}
          </>
        ) : (
          <span className="whitespace-nowrap text-ink-2">{t('warnings.LEFT')}</span>
        )}
        <span className={`why-${row.level}`}>{reasonLine(row.level, reason, row.lead, locale)}</span>
      </p>
      <p className="mt-1 flex items-center justify-between gap-3 text-ink-2">
        <span lang={languageOf(reason && ownerText(reason.owner, locale), locale)} className="min-w-0 truncate">
          {reason && ownerText(reason.owner, locale)}
        </span>
        <RulerCell ruler={row.ruler} today={today} t={t} />
      </p>
    </li>
  )
}
