import { type Account, HOLDERS, type Holder, wholeOf } from '@/lib/domain/time-spent'
import { wholeShares } from '@/lib/domain/whole-shares'
import type { Translator } from '@/lib/i18n/translator'

/** Whose hands 在谁手里, by texture and never by hue: solid, framed, dots, hatch, empty. */
const LOOK: Readonly<Record<Holder, string>> = {
  AGENCY: 'bg-[var(--rl-used)]',
  ENTERPRISE: 'bg-[var(--rl-ent)] shadow-[inset_0_0_0_1px_var(--text-tertiary)]',
  MARKET: 'bg-card bg-[radial-gradient(var(--rl-used)_1.2px,transparent_1.4px)] bg-[size:5px_5px]',
  SPECIAL:
    'bg-[repeating-linear-gradient(135deg,var(--rl-done)_0_1.5px,transparent_1.5px_5px)] shadow-[inset_0_0_0_1px_var(--rl-done)]',
  NOT_STARTED: 'shadow-[inset_0_0_0_1px_var(--line-divider)]',
}

const swatch = 'inline-block h-2.5 w-4 flex-none print:[print-color-adjust:exact]'

/**
 * Where working days went as one bar whose parts are the whole 时间去哪了, with every part in words and numbers below it. A
 * screen reader is read the numbers as a table.
 */
export function TimeBar({ account, caption, t }: { account: Account; caption: string; t: Translator }) {
  const whole = wholeOf(account)
  if (whole === 0) return <p className="text-ink-3">{t('time.none')}</p>
  const parts = HOLDERS.filter((holder) => account[holder] > 0)
  const shares = wholeShares(parts.map((holder) => account[holder]))
  return (
    <div>
      <div aria-hidden="true" className="flex h-3 w-full gap-px">
        {parts.map((holder) => (
          <span
            key={holder}
            className={`${LOOK[holder]} min-w-[3px] print:[print-color-adjust:exact]`}
            style={{ flexGrow: account[holder], flexBasis: 0 }}
          />
        ))}
      </div>
      <table className="mt-1.5 w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('time.whose')}</th>
            <th scope="col">{t('time.days')}</th>
            <th scope="col">{t('time.share')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((holder, i) => (
            <tr key={holder}>
              <th scope="row" className="py-0.5 text-left font-normal">
                <span className="flex items-center gap-2">
                  <span aria-hidden="true" className={`${swatch} ${LOOK[holder]}`} />
                  {t(`time.holder.${holder}`)}
                </span>
              </th>
              <td className="py-0.5 text-right whitespace-nowrap">{t('time.wd', { n: account[holder] })}</td>
              <td className="w-14 py-0.5 text-right text-ink-3">{shareText(shares[i] ?? 0)}</td>
            </tr>
          ))}
          <tr className="border-t border-divider">
            <th scope="row" className="py-0.5 text-left font-normal text-ink-3">
              {t('time.whole')}
            </th>
            <td className="py-0.5 text-right whitespace-nowrap">{t('time.wd', { n: whole })}</td>
            <td className="w-14 py-0.5 text-right text-ink-3">100%</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** A part that is there is never nothing. */
const shareText = (share: number): string => (share === 0 ? '<1%' : `${share}%`)
