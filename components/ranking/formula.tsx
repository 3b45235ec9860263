import type { RankingParameters } from '@/lib/domain/ranking/parameters'
import { INDICATORS, SCORE_TABLES } from '@/lib/domain/score'
import { rateText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'

const cell = 'border-b border-divider py-1.5 pr-3 align-top'

/** How a score is counted, with the figures in force, and what it was taken from. */
export function Formula({ parameters, t }: { parameters: RankingParameters; t: Translator }) {
  const { tables, priors } = parameters
  return (
    <>
      <p className="max-w-[760px]">{t('ranking.rules.formulaText')}</p>
      <p className="mt-1 max-w-[760px] text-ink-2">
        {t('ranking.rules.formulaMore', { least: parameters.fewestDue, projects: parameters.fewestProjects })}
      </p>
      <p className="mt-1 max-w-[760px] text-ink-2">
        {t('ranking.rules.progressText', { n: parameters.progressSpanPp })}
      </p>
      <section tabIndex={0} className="mt-3 overflow-x-auto" aria-label={t('ranking.rules.weights')}>
        <table className="w-full max-w-[1080px] border-separate border-spacing-0">
          <caption className="sr-only">{t('ranking.rules.weights')}</caption>
          <thead>
            <tr className="text-left text-xs text-ink-3 [&>th]:border-b [&>th]:border-control [&>th]:pr-3 [&>th]:pb-1 [&>th]:font-normal">
              <th scope="col">{t('ranking.rules.table')}</th>
              {INDICATORS.map((i) => (
                <th key={i} scope="col">
                  {t('ranking.rules.letter', { letter: i, n: priors[i] })}
                </th>
              ))}
              <th scope="col">{t('ranking.rules.deductions')}</th>
            </tr>
          </thead>
          <tbody>
            {SCORE_TABLES.map((table) => (
              <tr key={table}>
                <th scope="row" className={`${cell} text-left`}>
                  {t(`ranking.table.${table}`)}
                </th>
                {INDICATORS.map((i) => (
                  <td key={i} className={cell}>
                    {t(`ranking.indicator.${table}.${i}`)}
                    <b className="ml-1.5">{tables[table].weights[i]}</b>
                    <span className="block text-xs text-ink-3">
                      {t('ranking.rules.startMean', { mean: rateText(tables[table].startMeans[i]) })}
                    </span>
                  </td>
                ))}
                <td className={cell}>
                  {t('ranking.rules.deduct', {
                    what: t(`ranking.deduction.${table}`),
                    each: tables[table].deduction.each,
                    cap: tables[table].deduction.cap,
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className="mt-3 max-w-[760px] list-disc pl-5 text-ink-2">
        <li>{t('ranking.rules.ownRed', { n: parameters.ownRedWd })}</li>
        <li>
          {t('ranking.rules.praiseText', {
            n: parameters.praise,
            below: parameters.remindBelow,
            red: parameters.ownRedWd,
          })}
        </li>
        <li>{t('ranking.rules.lifeText', { ...parameters.days })}</li>
        <li>{t(parameters.publishStewardNames ? 'ranking.stewardsOpenHint' : 'ranking.stewardsHint')}</li>
      </ul>
      <h3 className="mt-4 font-semibold">{t('ranking.rules.sources')}</h3>
      <ul className="max-w-[760px] list-disc pl-5 text-ink-2">
        {(['weights', 'sample', 'exempt', 'people', 'life'] as const).map((source) => (
          <li key={source}>{t(`ranking.rules.source.${source}`)}</li>
        ))}
      </ul>
    </>
  )
}
