import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { WarningBoard, WarningQuery } from '@/lib/schemas/warning'
import { boardHref } from './board-link'

/** Who changed colour between the two days, what became worse first. */
export function TurnedList({ board, query, locale }: { board: WarningBoard; query: WarningQuery; locale: Locale }) {
  const t = translator(locale)
  return (
    <section>
      <h2 className="text-lg font-semibold">
        {t('warnings.who')}
        {board.turnedCount > 0 && (
          <span className="ml-3 text-xs font-normal text-ink-3">{t('warnings.whoHint', { n: board.turnedCount })}</span>
        )}
      </h2>
      {board.turnedCount === 0 ? (
        <p className="mt-1.5 border-t border-control py-2.5 text-ink-2">{t('warnings.nobody')}</p>
      ) : (
        <ul className="mt-1.5 border-t border-control">
          {board.turned.map((row) => (
            <li key={row.id} className="flex min-h-[42px] items-center gap-2 border-b border-divider py-1">
              <span className="w-(--col-lamp-quiet) flex-none text-ink-3">
                {row.was && `${t(`level.short.${row.was}`)} →`}
              </span>
              <span className="w-(--col-lamp-quiet) flex-none">{row.now && <Lamp level={row.now} quiet t={t} />}</span>
              <span className="min-w-0 flex-1">
                <Link href={`/projects/${row.id}`} className="font-semibold hover:text-link">
                  {row.name}
                </Link>
                <span className="ml-2 text-ink-2">{reasonLine(row.level, row.reasons[0], row.lead, locale)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {board.turnedCount > board.turned.length && (
        <p className="pt-2">
          <Link href={boardHref(query, { turned: '1' })} className="text-link">
            {t('warnings.whoMore', { n: board.turnedCount })}
          </Link>
        </p>
      )}
    </section>
  )
}
