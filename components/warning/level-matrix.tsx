import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { compareLevel, type Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { NOW, type Now, nowCount, WAS, type Was, wasCount } from '@/lib/domain/warning-board'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { WarningBoard, WarningQuery } from '@/lib/schemas/warning'
import { boardHref } from './board-link'

const isColour = (place: Was | Now): place is Level => place !== 'NEW' && place !== 'LEFT'
const isWorse = (was: Was, now: Now): boolean => isColour(was) && isColour(now) && compareLevel(now, was) > 0

/**
 * From which colour to which: rows before, columns after, what came and what left beside them, so that every project of
 * either day is in one cell and rows and columns add up; what became worse is shaded.
 */
export function LevelMatrix({
  board,
  query,
  today,
  t,
}: {
  board: WarningBoard
  query: WarningQuery
  today: PlainDate
  t: Translator
}) {
  const { matrix } = board
  const word = (place: Was | Now) => (isColour(place) ? t(`level.short.${place}`) : t(`warnings.${place}`))
  const worse = WAS.flatMap((was) => NOW.map((now) => (isWorse(was, now) ? matrix[was][now] : 0)))
  const cell = 'border-b border-divider'
  const sum = clsx(cell, 'border-l text-ink-2')
  const opens = (list: Parameters<typeof boardHref>[1], words: string, n: number, className?: string) =>
    n > 0 && (
      <Link
        href={boardHref(query, list)}
        aria-label={words}
        className={clsx('block py-2 hover:text-link max-sm:leading-7', className)}
      >
        {n}
      </Link>
    )
  return (
    <section>
      <h2 className="text-lg font-semibold">
        {t('warnings.matrix')}
        <span className="ml-3 text-xs font-normal text-ink-3">
          {t('warnings.matrixHint', { from: dayIn(board.from, today), to: dayIn(board.to, today) })}
        </span>
      </h2>
      <table className="mt-1.5 w-full table-fixed border-separate border-spacing-0 border-t border-control text-center">
        <thead>
          <tr>
            <td className={clsx(cell, 'h-[42px]')} />
            {NOW.map((now) => (
              <th key={now} scope="col" className={clsx(cell, 'font-normal')}>
                {isColour(now) ? (
                  <span className="inline-flex">
                    <Lamp level={now} quiet t={t} />
                  </span>
                ) : (
                  <span className="text-xs whitespace-nowrap text-ink-2">{t('warnings.LEFT')}</span>
                )}
              </th>
            ))}
            <th scope="col" className={clsx(sum, 'font-normal')}>
              {t('warnings.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {WAS.map((was) => (
            <tr key={was}>
              <th
                scope="row"
                className={clsx(cell, 'h-[42px] font-normal whitespace-nowrap text-ink-2', !isColour(was) && 'text-xs')}
              >
                {word(was)}
              </th>
              {NOW.map((now) => (
                <td key={now} className={clsx(cell, matrix[was][now] > 0 && isWorse(was, now) && 'bg-subtle')}>
                  {opens(
                    { was, now },
                    t('warnings.matrixCell', { was: word(was), now: word(now), n: matrix[was][now] }),
                    matrix[was][now],
                    was === now ? 'text-ink-3' : 'font-semibold',
                  )}
                </td>
              ))}
              <td className={sum}>
                {opens(
                  { was },
                  t('warnings.matrixWas', { level: word(was), n: wasCount(matrix, was) }),
                  wasCount(matrix, was),
                ) || 0}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="h-[42px] border-t border-control font-normal text-ink-2">
              {t('warnings.sum')}
            </th>
            {NOW.map((now) => (
              <td key={now} className="border-t border-control text-ink-2">
                {opens(
                  { now },
                  t('warnings.matrixNow', { level: word(now), n: nowCount(matrix, now) }),
                  nowCount(matrix, now),
                ) || 0}
              </td>
            ))}
            <td className="border-t border-control" />
          </tr>
        </tbody>
      </table>
      <p className="pt-1 text-xs text-ink-3">
        {t('warnings.matrixWorse', { n: worse.reduce((all, n) => all + n, 0) })}
      </p>
    </section>
  )
}
