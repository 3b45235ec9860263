import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { clearingAct, clearingDoer, clearingItemName } from '@/lib/i18n/clearing-text'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ClearingLine, ClearingWay, ClearingWays } from '@/lib/schemas/clearing'

/** Lines shown before the rest folds away. */
const SHOWN = 4

/**
 * 怎样转绿: the shortest list of what would turn a colour green, found by asking the rules; what the reader may do himself is
 * one tap away, of the rest stands who can.
 */
export function ClearingList({ ways, today, locale }: { ways: ClearingWays; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { deeds, relief } = ways
  if (!deeds && !relief) return <p>{t('clearing.noWay')}</p>
  return (
    <>
      {deeds && <WayList way={deeds} today={today} locale={locale} />}
      {relief && (
        <>
          <p className={deeds ? 'mt-1 text-ink-3' : 'text-ink-3'}>{t(deeds ? 'clearing.or' : 'clearing.only')}</p>
          <WayList way={relief} today={today} locale={locale} />
        </>
      )}
    </>
  )
}

function WayList({ way, today, locale }: { way: ClearingWay; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const rest = way.lines.slice(SHOWN)
  const list = (lines: readonly ClearingLine[]) =>
    lines.map((line) => <Line key={line.key} line={line} today={today} locale={locale} />)
  return (
    <>
      <ol className="space-y-0.5">{list(way.lines.slice(0, SHOWN))}</ol>
      {rest.length > 0 && (
        <details>
          <summary className="inline-flex min-h-6 items-center text-link max-sm:min-h-11">
            {t('clearing.more', { n: rest.length })}
          </summary>
          <ol className="space-y-0.5">{list(rest)}</ol>
        </details>
      )}
      <p className="text-sm text-ink-2">
        {way.others > 0 && <span className="mr-3">{t('clearing.others', { n: way.others })}</span>}
        {way.lines.length === 0
          ? t('clearing.waits', { day: dayIn(way.on, today), level: t(`level.short.${way.level}`) })
          : way.on > today
            ? t('clearing.laterOn', {
                n: way.lines.length + way.others,
                day: dayIn(way.on, today),
                level: t(`level.short.${way.level}`),
              })
            : t('clearing.then', { n: way.lines.length + way.others, level: t(`level.short.${way.level}`) })}
      </p>
    </>
  )
}

function Line({ line, today, locale }: { line: ClearingLine; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const act = clearingAct(line, today, locale)
  const item = clearingItemName(line, locale)
  const doer = clearingDoer(line, locale)
  return (
    // On a phone a link is as tall as a thumb without pushing the lines around it away; two of them do not overlap.
    <li className={clsx('flex flex-wrap items-baseline gap-x-2', line.href && 'max-sm:not-first:mt-4')}>
      {line.href ? (
        <Link
          href={line.href}
          aria-label={[t('projectPage.cure'), item, act].filter(Boolean).join(' ')}
          className="inline-flex min-h-6 items-center text-link underline max-sm:relative max-sm:-my-2 max-sm:min-h-11"
        >
          {item && <span className="mr-1.5">{item}</span>}
          {act}
        </Link>
      ) : (
        <span>
          {item && <span className="mr-1.5">{item}</span>}
          {act}
        </span>
      )}
      {doer && (
        <span className="text-sm text-ink-3">{t(line.href ? 'clearing.of' : 'clearing.by', { who: doer })}</span>
      )}
    </li>
  )
}
