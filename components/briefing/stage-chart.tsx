import { Link } from '@/components/ui/link'
import { STAGES } from '@/lib/domain/project'
import type { Translator } from '@/lib/i18n/translator'
import type { DriveGroup } from '@/lib/schemas/briefing'

const WIDTH = 420
const BAR = 14

/** Projects stage by stage 阶段漏斗: a table whose every line has its bar beside it. */
export function StageChart({
  stages,
  team,
  t,
}: {
  stages: DriveGroup['stages']
  /** Whose projects they are, as the ledger is asked. */
  team: Readonly<Record<string, string>>
  t: Translator
}) {
  const most = Math.max(1, ...Object.values(stages))
  return (
    <table className="w-full max-w-[720px]">
      <caption className="pb-2 text-left text-lg font-semibold">{t('briefing.drive.stages')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('briefing.drive.stage')}</th>
          <th scope="col">{t('briefing.drive.projects')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {STAGES.map((stage) => (
          <tr key={stage} className="border-b border-divider">
            <th scope="row" className="w-28 py-1 text-left font-normal whitespace-nowrap">
              {t(`project.stage.${stage}`)}
            </th>
            <td className="w-12 py-1 pr-3 text-right tabular-nums">
              <Link
                href={`/projects?${new URLSearchParams({ ...team, stage })}`}
                aria-label={`${t(`project.stage.${stage}`)} ${stages[stage]}`}
                className="inline-flex min-h-8 min-w-8 items-center justify-end text-link"
              >
                {stages[stage]}
              </Link>
            </td>
            <td className="py-1">
              <svg
                viewBox={`0 0 ${WIDTH} ${BAR}`}
                aria-hidden="true"
                className="block w-full"
                preserveAspectRatio="none"
              >
                <rect width={(WIDTH * stages[stage]) / most} height={BAR} fill="var(--rl-done)" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
