import { Link } from '@/components/ui/link'
import { valueWords } from '@/lib/domain/briefing/value-words'
import { SIGNED_STAGES, STAGES } from '@/lib/domain/project'
import type { Translator } from '@/lib/i18n/translator'
import type { DriveGroup } from '@/lib/schemas/briefing'

const BUILT = STAGES.slice(STAGES.indexOf('CONSTRUCTION'))

/** Leaders or task forces with what they answer for; money is that of the projects that state a total, and says of how many. */
export function DriveTable({
  id,
  by,
  groups,
  team,
  t,
}: {
  id: string
  by: 'taskforce' | 'leader'
  groups: readonly DriveGroup[]
  team: Readonly<Record<string, string>>
  t: Translator
}) {
  const title = t(`briefing.drive.${by}`, { n: groups.length })
  return (
    <div>
      <h2 id={id} className="scroll-mt-16 text-lg font-semibold">
        {title}
      </h2>
      <section tabIndex={0} aria-label={title} className="overflow-x-auto">
        <table className="w-full min-w-[560px] text-right tabular-nums">
          <thead>
            <tr className="border-b border-control text-ink-2">
              <th scope="col" className="py-2 text-left font-normal">
                {t(`briefing.drive.of.${by}`)}
              </th>
              {(['projects', 'signed', 'built', 'money'] as const).map((column) => (
                <th key={column} scope="col" className="py-2 pl-3 font-normal">
                  {t(`briefing.drive.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => {
              const query = { ...team, [by]: group.id }
              const sum = (stages: readonly (typeof STAGES)[number][]) =>
                stages.reduce((n, stage) => n + group.stages[stage], 0)
              const cells = [
                { key: 'projects', n: group.projects, more: {} },
                { key: 'signed', n: sum(SIGNED_STAGES), more: { view: 'signed' } },
                { key: 'built', n: sum(BUILT), more: { reached: 'CONSTRUCTION' } },
              ] as const
              return (
                <tr key={group.id} className="border-b border-divider">
                  <th scope="row" className="py-1 text-left font-normal" lang="zh-CN">
                    {group.name}
                  </th>
                  {cells.map(({ key, n, more }) => (
                    <td key={key} className="py-1 pl-3">
                      <Link
                        href={`/projects?${new URLSearchParams({ ...query, ...more })}`}
                        aria-label={`${group.name} ${t(`briefing.drive.${key}`)} ${n}`}
                        className="inline-flex min-h-8 min-w-8 items-center justify-end text-link"
                      >
                        {n}
                      </Link>
                    </td>
                  ))}
                  <td className="py-1 pl-3">
                    {group.stated === 0 ? (
                      t('briefing.drive.noMoney')
                    ) : (
                      <>
                        <span lang="zh-CN">{valueWords({ kind: 'money', fen: group.totalFen }, null)}</span>
                        {group.stated < group.projects && (
                          <span className="ml-2 text-sm text-ink-3">
                            {t('briefing.drive.stated', { n: group.stated, all: group.projects })}
                          </span>
                        )}
                      </>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </div>
  )
}
