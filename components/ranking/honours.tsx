import { Link } from '@/components/ui/link'
import { listedNames } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { RankedRow } from '@/lib/schemas/ranking'

/** Why somebody is reminded: the reds lead to their rows. */
function Because({
  row: { name, reminded, reds },
  href,
  below,
  t,
}: {
  row: RankedRow
  href: `/${string}` | null
  below: number
  t: Translator
}) {
  const [open, close] = t('ranking.because', { why: '\n' }).split('\n')
  const red = reds ? t('ranking.remindWhy.REDS', { n: reds }) : t('ranking.remindWhy.RED')
  return (
    <span className="text-ink-2">
      {open}
      {reminded.includes('BELOW') && t('ranking.remindWhy.BELOW', { n: below })}
      {reminded.length > 1 && t('ranking.listComma')}
      {reminded.includes('RED') &&
        (href && reds ? (
          <Link
            href={href}
            className="inline-flex min-h-6 items-center text-link max-sm:min-h-11"
            aria-label={`${name}${t('ranking.colon')}${red}`}
          >
            {red}
          </Link>
        ) : (
          red
        ))}
      {close}
    </span>
  )
}

/** Who is praised and who is reminded, with why: nobody is reminded for being last 表扬和提醒. */
export function Honours({
  rows,
  hrefOf,
  below,
  signed,
  t,
}: {
  rows: readonly RankedRow[]
  /** Where the reds of a row stand one by one; null where the reader may not see them. */
  hrefOf: (subjectId: string) => `/${string}` | null
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
              <Because row={row} href={hrefOf(row.subjectId)} below={below} t={t} />
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
