import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { aheadOf, percentOf, yiOf } from '@/lib/domain/ranking/month-money'
import { midnightOf } from '@/lib/i18n/bulletin-foot'
import type { Locale } from '@/lib/i18n/locale'
import { itemFact } from '@/lib/i18n/ranking-item-text'
import { figureIn } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { FigureItem, FigureLine, BulletinRows as Rows } from '@/lib/schemas/ranking-bulletin'

const row = 'flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-divider py-2'

function Name({ href, children }: { href: `/${string}` | null; children: string }) {
  if (!href) return children
  return (
    <Link href={href} className="text-link">
      {children}
    </Link>
  )
}

function progressOf({ planned, actual, deviation }: FigureLine, t: Translator): string {
  if (planned === null || actual === null) return t('bulletin.rows.noPlan')
  return t('bulletin.rows.progress', {
    planned: percentOf(planned),
    actual: percentOf(actual),
    deviation: aheadOf(deviation),
  })
}

function datesOf({ dueOn, doneOn }: FigureItem, t: Translator): string | null {
  if (dueOn && doneOn) return t('bulletin.rows.dates', { due: dueOn, done: doneOn })
  if (dueOn) return t('bulletin.rows.due', { due: dueOn })
  return doneOn ? t('bulletin.rows.done', { done: doneOn }) : null
}

/** The rows behind a figure of a bulletin, as they were at the data line 数字怎么来的. */
export function BulletinRows({
  rows,
  on,
  close,
  locale,
  t,
}: {
  rows: Rows
  on: PlainDate
  close: string
  locale: Locale
  t: Translator
}) {
  const { text, of, count, projects, items } = rows
  const shown = projects.length + items.length
  return (
    <section id="rows" aria-labelledby="rows-head" className="paper-rows no-print scroll-mt-16">
      <div className="flex items-start justify-between gap-3">
        <h2 id="rows-head" className="text-lg font-semibold">
          {t('bulletin.rows.head', { figure: figureIn(text, locale) })}
        </h2>
        <Link href={close} className="btn">
          {t('bulletin.rows.close')}
        </Link>
      </div>
      {of.length > 0 && (
        <p className="text-sm text-ink-2" lang="zh-CN">
          {of.join('，')}
        </p>
      )}
      <p className="mb-2 text-sm text-ink-2">{t('bulletin.rows.count', { n: count, at: midnightOf(on) })}</p>
      <ul className="border-t border-control">
        {projects.map((line) => (
          <li key={line.id} className={row}>
            <Lamp level={line.level} quiet t={t} />
            <span className="min-w-0 flex-1" lang="zh-CN">
              <Name href={line.href}>{line.name}</Name>
            </span>
            <span className="w-full text-sm text-ink-2">
              {line.amounts.length > 0
                ? line.amounts.map(({ of, fen }) => (
                    <span key={of} className="mr-3">
                      {t(`bulletin.rows.money.${of}`, { yi: yiOf(BigInt(fen)) })}
                    </span>
                  ))
                : progressOf(line, t)}
              {line.redDays > 0 && <span className="ml-3">{t('bulletin.rows.red', { n: line.redDays })}</span>}
            </span>
          </li>
        ))}
        {items.map((item) => (
          <li key={item.seq} className={row}>
            <span className="min-w-0 flex-1" lang="zh-CN">
              <Name href={item.href}>{item.label}</Name>
            </span>
            <span className="text-ink-2" lang="zh-CN">
              {item.subject}
            </span>
            <span className="w-full text-sm text-ink-2">
              {item.indicator === 'RED' ? (
                itemFact(item, on, t)
              ) : (
                <>
                  {t('bulletin.rows.share', { num: item.num, den: item.den })}
                  {datesOf(item, t) && <span className="ml-3">{datesOf(item, t)}</span>}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {count === 0 && <p className="py-2 text-ink-2">{t('bulletin.rows.none')}</p>}
      {shown < count && <p className="py-2 text-ink-2">{t('bulletin.rows.first', { shown, n: count })}</p>}
    </section>
  )
}
