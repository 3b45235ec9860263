import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { StewardLoad } from '@/lib/schemas/day'

/** How each steward stands; every number opens his rows. */
export function StewardLoads({ loads, t }: { loads: readonly StewardLoad[]; t: Translator }) {
  const th = 'border-b border-control px-1.5 py-1 text-right text-sm font-normal text-ink-2'
  const td = 'h-10 border-b border-divider px-1.5 text-right max-sm:h-12'
  return (
    <section className="mb-7">
      <h2 className="text-lg font-semibold">{t('day.group.loads')}</h2>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className={`${th} text-left!`}>
              {t('day.group.loadName')}
            </th>
            <th scope="col" className={th}>
              {t('day.group.loadProjects')}
            </th>
            <th scope="col" className={th}>
              {t('level.short.RED')}
            </th>
            <th scope="col" className={th}>
              {t('level.short.YELLOW')}
            </th>
            <th scope="col" className={th}>
              {t('day.group.loadUnreported')}
            </th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <tr key={load.id ?? 'none'}>
              <th scope="row" className={`${td} text-left! font-normal`}>
                {load.name ?? t('day.group.nobody')}
              </th>
              <Count load={load} n={load.projects} column={t('day.group.loadProjects')} query="" td={td} t={t} />
              <Count load={load} n={load.red} column={t('level.short.RED')} query="&level=RED" td={td} t={t} />
              <Count load={load} n={load.yellow} column={t('level.short.YELLOW')} query="&level=YELLOW" td={td} t={t} />
              <Count
                load={load}
                n={load.unreported}
                column={t('day.group.loadUnreported')}
                query="&view=unreported"
                td={td}
                t={t}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Count({
  load,
  n,
  column,
  query,
  td,
  t,
}: {
  load: StewardLoad
  n: number
  column: string
  query: string
  td: string
  t: Translator
}) {
  if (n === 0 || load.id === null) return <td className={td}>{n === 0 ? <span className="text-ink-3">0</span> : n}</td>
  return (
    <td className={td}>
      <Link
        href={`/projects?steward=${load.id}${query}`}
        aria-label={t('day.group.loadRow', { name: load.name ?? '', column, n })}
        className="inline-flex min-h-8 min-w-8 items-center justify-end underline underline-offset-4 hover:text-link max-sm:min-h-11"
      >
        {n}
      </Link>
    </td>
  )
}
