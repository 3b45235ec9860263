import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { compareLevel, LEVELS } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { WarningBoard, WarningQuery } from '@/lib/schemas/warning'
import { boardHref } from './board-link'

const worstFirst = LEVELS.toReversed()

/** From which colour to which: rows before, columns after; what became worse is shaded. */
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
  const worse = worstFirst.flatMap((was) =>
    worstFirst.filter((now) => compareLevel(now, was) > 0).map((now) => board.matrix[was][now]),
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
            <td className="h-[42px] border-b border-divider" />
            {worstFirst.map((level) => (
              <th key={level} scope="col" className="border-b border-divider font-normal">
                <span className="inline-flex">
                  <Lamp level={level} quiet t={t} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {worstFirst.map((was) => (
            <tr key={was}>
              <th scope="row" className="h-[42px] border-b border-divider font-normal text-ink-2">
                {t(`level.short.${was}`)}
              </th>
              {worstFirst.map((now) => {
                const n = board.matrix[was][now]
                const words = t('warnings.matrixCell', {
                  was: t(`level.short.${was}`),
                  now: t(`level.short.${now}`),
                  n,
                })
                return (
                  <td
                    key={now}
                    className={clsx('border-b border-divider', n > 0 && compareLevel(now, was) > 0 && 'bg-subtle')}
                  >
                    {n > 0 && (
                      <Link
                        href={boardHref(query, { was, now })}
                        aria-label={words}
                        className={clsx('block py-2 hover:text-link', was === now ? 'text-ink-3' : 'font-semibold')}
                      >
                        {n}
                      </Link>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pt-1 text-xs text-ink-3">
        {t('warnings.matrixWorse', { n: worse.reduce((sum, n) => sum + n, 0) })}
      </p>
    </section>
  )
}
