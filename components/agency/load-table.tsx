import { queueHref } from '@/components/procedure/queue-link'
import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { HandlerLoad } from '@/lib/schemas/agency-day'

/** Who of the unit holds how much; every number opens its rows. */
export function LoadTable({ loads, t }: { loads: readonly HandlerLoad[]; t: Translator }) {
  const th = 'border-b border-control px-2 py-1 text-right text-sm font-normal text-ink-2'
  const td = 'h-10 border-b border-divider px-2 text-right max-sm:h-12'
  return (
    <table className="w-full max-w-[640px] border-separate border-spacing-0">
      <thead>
        <tr>
          <th scope="col" className={`${th} text-left!`}>
            {t('desk.loadName')}
          </th>
          {(['loadOpen', 'loadLate', 'loadToday', 'loadPaused'] as const).map((name) => (
            <th key={name} scope="col" className={th}>
              {t(`desk.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {loads.map((load) => {
          const handler = load.id ?? 'none'
          const name = load.name ?? t('queue.nobody')
          const cell = (column: string, n: number, href: ReturnType<typeof queueHref>) => (
            <td className={td}>
              {n === 0 ? (
                <span className="text-ink-3">0</span>
              ) : (
                <Link
                  href={href}
                  aria-label={t('desk.loadRow', { name, column, n })}
                  className="inline-flex min-w-8 items-center justify-end underline underline-offset-4 hover:text-link max-sm:min-h-11"
                >
                  {n}
                </Link>
              )}
            </td>
          )
          return (
            <tr key={handler}>
              <th scope="row" className={`${td} text-left! font-normal`}>
                {name}
              </th>
              {cell(t('desk.loadOpen'), load.open, queueHref({ handler }))}
              {cell(t('desk.loadLate'), load.late, queueHref({ handler, due: 'late' }))}
              {cell(t('desk.loadToday'), load.dueToday, queueHref({ handler, due: 'today' }))}
              {cell(t('desk.loadPaused'), load.paused, queueHref({ handler, group: 'paused' }))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
