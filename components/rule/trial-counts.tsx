import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { LEVELS } from '@/lib/domain/level-scale'
import type { LevelTally, TrialCounts } from '@/lib/domain/rules-trial'
import type { Translator } from '@/lib/i18n/translator'
import type { TrialAddress, TrialRowsOf } from '@/lib/schemas/rules-trial'
import { trialHref } from './trial-link'

const th = 'border-b border-control px-3 pb-1 text-right text-xs font-normal whitespace-nowrap text-ink-3'
const WORST_FIRST = [...LEVELS].reverse()
const signed = (n: number) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')

function Tally({ of, tally, t }: { of: TrialRowsOf; tally: LevelTally; t: Translator }) {
  return (
    <table className="border-separate border-spacing-0">
      <caption className="pb-1 text-left font-semibold">{t(`rulesTrial.of.${of}`)}</caption>
      <thead>
        <tr>
          <th scope="col" className={clsx(th, 'pl-0 text-left!')}>
            {t('ruleBook.column.level')}
          </th>
          {(['before', 'after', 'difference'] as const).map((column) => (
            <th key={column} scope="col" className={th}>
              {t(`rulesTrial.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="[&>tr>*]:border-b [&>tr>*]:border-divider [&>tr>*]:px-3 [&>tr>*]:py-1.5">
        {WORST_FIRST.map((level) => (
          <tr key={level}>
            <th scope="row" className="pl-0! text-left font-normal">
              <Lamp level={level} t={t} />
            </th>
            <td className="text-right">{tally.before[level]}</td>
            <td className="text-right font-semibold">{tally.after[level]}</td>
            <td className="text-right text-ink-2">{signed(tally.after[level] - tally.before[level])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many rows of each colour there are and would be, and which would turn; each number of them opens its rows. */
export function TrialCountTables({
  trialId,
  counts,
  query,
  t,
}: {
  trialId: string
  counts: TrialCounts
  query: TrialAddress
  t: Translator
}) {
  return (
    <div className="mt-3 flex flex-wrap gap-x-14 gap-y-6">
      {(['projects', 'procedures'] as const).map((of) => {
        const tally = counts[of]
        return (
          <section key={of}>
            <Tally of={of} tally={tally} t={t} />
            <p className="pt-2 font-semibold">{t(`rulesTrial.turned.${of}`, { n: tally.turned })}</p>
            <ul>
              {tally.moves.map(({ from, to, n }) => (
                <li key={`${from}${to}`}>
                  <Link
                    href={`${trialHref(trialId, { of, from, to })}#rows`}
                    aria-current={query.of === of && query.from === from && query.to === to ? 'true' : undefined}
                    aria-label={t('rulesTrial.move', {
                      from: t(`level.short.${from}`),
                      to: t(`level.short.${to}`),
                      n,
                    })}
                    className="inline-flex min-h-8 items-center gap-1.5 hover:underline aria-[current]:font-semibold max-sm:min-h-11"
                  >
                    <Lamp level={from} quiet t={t} />
                    <span aria-hidden="true">→</span>
                    <Lamp level={to} t={t} />
                    <span className="text-link">{n}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
