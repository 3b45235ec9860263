import { listedNames } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { RankedRow } from '@/lib/schemas/ranking'

/** Who is praised and who is reminded, with why: nobody is reminded for being last 表扬和提醒. */
export function Honours({
  rows,
  below,
  signed,
  t,
}: {
  rows: readonly RankedRow[]
  below: number
  /** Published: a draft praises nobody. */
  signed: boolean
  t: Translator
}) {
  const praised = signed ? rows.filter((row) => row.praised) : []
  const reminded = rows.filter((row) => row.reminded.length > 0)
  if (praised.length + reminded.length === 0) return null
  return (
    <section aria-label={t('ranking.honours')} className="pt-3">
      {praised.length > 0 && (
        <p>
          <b>{t('ranking.praise')}</b>
          <span lang="zh-CN">
            {listedNames(
              praised.map(({ name }) => name),
              t,
            )}
          </span>
        </p>
      )}
      {reminded.length > 0 && (
        <p>
          <b>{t('ranking.remind')}</b>
          {reminded.map((row, i) => (
            <span key={row.subjectId}>
              {i > 0 && t('ranking.listComma')}
              <span lang="zh-CN">{row.name}</span>
              <span className="text-ink-2">
                {t('ranking.because', {
                  why: row.reminded
                    .map((why) => t(`ranking.remindWhy.${why}`, { n: below }))
                    .join(t('ranking.listComma')),
                })}
              </span>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
