import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { Mixed } from '@/components/ui/mixed'
import { Unbroken } from '@/components/ui/unbroken'
import type { PlainDate } from '@/lib/domain/plain-date'
import { askText, calledTo, historyText, issueText, mergedText } from '@/lib/i18n/agenda-text'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { AgendaLine } from '@/lib/schemas/meeting'

/** One topic: colour and reason at the data line, why it is here, what to decide, who is called. */
export function TopicRow({
  line,
  nth,
  calls,
  today,
  locale,
  children,
}: {
  line: AgendaLine
  /** Its place on the agenda; null when it is not discussed. */
  nth: number | null
  /** The meeting is still to come: whoever it calls is asked to. */
  calls: boolean
  today: PlainDate
  locale: Locale
  children?: React.ReactNode
}) {
  const t = translator(locale)
  const history = historyText(line, today, locale)
  const merged = mergedText(line, today, locale)
  const called = calledTo(line).map(({ name }) => name)
  const also = line.also.map((rule) => t(`meeting.rule.${rule}`))
  const turned = line.now && line.now.level !== line.level ? line.now.level : null
  return (
    <li className="border-b border-divider py-3 xl:relative xl:grid xl:grid-cols-[minmax(0,1fr)_auto] xl:gap-x-4 xl:py-2 xl:has-[details]:grid-cols-[minmax(0,1fr)_auto_3rem]">
      <div className="grid gap-x-4 gap-y-1.5 md:grid-cols-[28px_52px_minmax(0,1.3fr)_minmax(0,1fr)_48px]">
        <span className="text-xl leading-7 font-semibold max-md:hidden">{nth ?? '—'}</span>
        <span>{line.level && <Lamp level={line.level} quiet={nth === null} t={t} />}</span>
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-2">
            {nth !== null && <span className="font-semibold md:hidden">{nth}</span>}
            {line.open && line.projectId ? (
              <Link href={`/projects/${line.projectId}`} lang="zh-CN" className="font-semibold hover:text-link">
                {line.name}
              </Link>
            ) : (
              <b lang="zh-CN">{line.name}</b>
            )}
            <span className="text-xs text-ink-2">{t(`meeting.rule.${line.rule}`)}</span>
            {also.length > 0 && (
              <span className="text-xs text-ink-3">{t('meeting.also', { rules: listed(also, t) })}</span>
            )}
            {line.calls && nth !== null && calls && <b className="text-xs">{t('meeting.agenda.calls')}</b>}
            {line.gone && <span className="text-xs font-semibold text-red-ink">{t('meeting.gone')}</span>}
            {line.overflow && <span className="text-xs text-yellow-ink">{t('meeting.agenda.overflow')}</span>}
          </p>
          {nth !== null && line.level && (line.reason || turned) && (
            <p className="flex flex-wrap gap-x-3">
              {line.reason && (
                <span className={`why-${line.level}`}>{reasonLine(line.level, line.reason, null, locale)}</span>
              )}
              {turned && <b>{t('meeting.agenda.now', { level: t(`level.short.${turned}`) })}</b>}
            </p>
          )}
          {line.issue && (
            <p className="text-ink-2">
              <Mixed
                text={t('meeting.issue.about', { number: line.issue.number, text: line.issue.text })}
                locale={locale}
              />
              <span className="ml-2 text-sm">
                <Unbroken text={issueText(line.issue, today, locale)} locale={locale} />
              </span>
            </p>
          )}
          {history && (
            <p className="text-ink-2">
              <Unbroken text={history} locale={locale} />
            </p>
          )}
          {merged && (
            <p>
              <Mixed text={t('meeting.mergedIn', { topics: merged })} locale={locale} />
            </p>
          )}
        </div>
        <div className="min-w-0">
          <p>
            <Unbroken text={askText(line, today, locale)} locale={locale} />
          </p>
          {called.length > 0 && (
            <p className="text-sm text-ink-2">
              <Mixed text={t('meeting.attend', { names: listed(called, t) })} locale={locale} />
            </p>
          )}
        </div>
        <span className="whitespace-nowrap text-ink-2">{t('meeting.minutes', { n: line.minutes })}</span>
      </div>
      {children}
    </li>
  )
}
