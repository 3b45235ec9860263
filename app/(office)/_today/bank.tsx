import { TwoColumns } from '@/components/today/headline'
import { ChevronRight, CircleHelp, KeyRound, UserRound } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { businessDay } from '@/lib/clock'
import { longDay } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { EventLines } from './event-lines'
import type { TodayProps } from './props'

const NOW = [
  { key: 'password', href: '/password', Icon: KeyRound },
  { key: 'me', href: '/me', Icon: UserRound },
  { key: 'help', href: '/help', Icon: CircleHelp },
] as const

/** The day of a bank: the needs recommended to it will stand here; until then what they will be, and what can be done. */
export async function BankToday({ actor, locale }: TodayProps) {
  const t = translator(locale)
  return (
    <TwoColumns
      aside={
        <section>
          <h2 className="mb-1 text-lg font-semibold">{t('day.bank.nowTitle')}</h2>
          <ul>
            {NOW.map(({ key, href, Icon }) => (
              <li key={key} className="border-b border-divider last:border-0">
                <Link href={href} className="flex min-h-14 items-center gap-3 py-2 hover:text-link">
                  <Icon size={20} strokeWidth={1.5} aria-hidden="true" className="flex-none text-ink-2" />
                  <span className="min-w-0 flex-1">
                    {t(`day.bank.now.${key}`)}
                    <span className="block text-sm text-ink-3">{t(`day.bank.now.${key}Hint`)}</span>
                  </span>
                  <ChevronRight size={18} aria-hidden="true" className="flex-none text-ink-3" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      }
    >
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-3">
        <h1 className="text-2xl font-semibold">{t('day.bank.title')}</h1>
        <span className="text-ink-2">{longDay(businessDay(), locale)}</span>
      </header>
      <EventLines actor={actor} locale={locale} />
      <p className="max-w-[44em] border-t border-control pt-4">{t('day.bank.hint')}</p>
      <section className="mt-6">
        <h2 className="mb-1 text-lg font-semibold">{t('day.bank.willTitle')}</h2>
        <ol className="max-w-[44em]">
          {(['parts', 'limits', 'result'] as const).map((key, i) => (
            <li key={key} className="flex gap-4 border-b border-divider py-3">
              <span aria-hidden="true" className="w-4 flex-none text-right font-semibold text-ink-3">
                {i + 1}
              </span>
              <span className="min-w-0">{t(`day.bank.will.${key}`)}</span>
            </li>
          ))}
        </ol>
        <p className="mt-3 max-w-[44em] text-ink-2">{t('day.bank.not')}</p>
      </section>
    </TwoColumns>
  )
}
