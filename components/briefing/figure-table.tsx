import { Link } from '@/components/ui/link'
import { type BriefingBody, readValue } from '@/lib/domain/briefing/paper'
import { periodWords } from '@/lib/domain/briefing/period'
import { valueWords } from '@/lib/domain/briefing/value-words'
import { figureWords } from '@/lib/i18n/figure-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { BriefingPaper } from '@/lib/schemas/briefing'

const worth = ({ value }: BriefingBody['figures'][number]): string => valueWords(readValue(value), null)

/** Every figure of a paper with how it is counted, where its rows are, and what the paper before said 数字口径. */
export function FigureTable({
  paper,
  hrefs,
  locale,
}: {
  paper: BriefingPaper
  hrefs: ReadonlyMap<string, string>
  locale: Locale
}) {
  const t = translator(locale)
  const { before } = paper
  const said = new Map(before?.figures.map((figure) => [figure.name, worth(figure)]))
  return (
    <section aria-labelledby="figures" className="paper-rows no-print scroll-mt-16">
      <h2 id="figures" className="text-lg font-semibold">
        {t('briefing.figures.head', { n: paper.body.figures.length })}
      </h2>
      <p className="mb-2 text-sm text-ink-2">
        {t('briefing.figures.hint')}
        {before && (
          <span className="ml-2">
            {t('briefing.figures.before')}
            <Link href={`/briefings/${before.id}`} className="text-link underline" lang="zh-CN">
              {periodWords(before.period)}
            </Link>
          </span>
        )}
      </p>
      <dl className="border-t border-control">
        {paper.body.figures.map((figure) => {
          const words = figureWords(figure.name, locale)
          const href = hrefs.get(figure.name)
          const now = worth(figure)
          const then = said.get(figure.name)
          return (
            <div
              key={figure.name}
              className="grid grid-cols-[minmax(0,1fr)_minmax(0,max-content)] gap-x-3 border-b border-divider py-1.5"
            >
              <dt>{words?.label ?? figure.name}</dt>
              <dd className="text-right font-semibold tabular-nums" lang="zh-CN">
                {href ? (
                  <Link href={href} className="text-link" aria-label={`${words?.label ?? ''} ${now}`}>
                    {now}
                  </Link>
                ) : (
                  <span title={t('briefing.figures.closed')}>{now}</span>
                )}
              </dd>
              <dd className="text-sm text-ink-2">{words?.definition}</dd>
              {then !== undefined && (
                <dd className="text-right text-sm text-ink-2" lang="zh-CN">
                  {t('briefing.figures.then', { value: then })}
                </dd>
              )}
            </div>
          )
        })}
      </dl>
    </section>
  )
}
