import { CountedDay } from '@/components/level/counted-day'
import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { ProcedureName } from '@/components/procedure/procedure-name'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn } from '@/lib/i18n/day'
import { finishText, targetOf } from '@/lib/i18n/forecast-text'
import { listed } from '@/lib/i18n/joined'
import { itemName, shortItemName } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { ForecastProps } from './props'

/** The permit that decides, what hangs on it, and what history says: three facts side by side. */
export function ForecastFacts({ forecast, today, locale }: ForecastProps) {
  const t = translator(locale)
  const { lead, usual, together } = forecast
  const target = targetOf(forecast)
  const past = forecast.to === 'START' ? usual.start : usual.production
  return (
    <dl className="grid gap-y-4 py-4 sm:grid-cols-3 [&>div]:sm:px-5 [&>div:first-child]:sm:pl-0 [&>div+div]:sm:border-l [&>div+div]:sm:border-divider [&_dd.big]:text-xl [&_dd.big]:font-semibold [&_dd.note]:text-sm [&_dd.note]:text-ink-2 [&_dt]:text-ink-2">
      <div>
        <dt>{t(`forecast.leadTitle.${forecast.to}`)}</dt>
        {lead ? (
          <>
            <dd className="big">
              <ProcedureName line={lead} title={itemName(lead, locale)}>
                {shortItemName(lead, locale)}
              </ProcedureName>
            </dd>
            <dd className="note flex flex-wrap items-center gap-x-2">
              <Lamp level={lead.level} quiet t={t} />
              <span>
                {listed(
                  [
                    agencyText(lead.agency, locale),
                    lead.reason && reasonText(lead.reason, locale),
                    finishText(lead, today, locale),
                  ],
                  t,
                )}
                <Provisional when={lead.finish?.provisional} t={t} />
              </span>
            </dd>
            {lead.tied.length > 0 && (
              <dd className="note">
                {t('forecast.leadTied', {
                  items: listed(
                    lead.tied.map((item) => shortItemName(item, locale)),
                    t,
                  ),
                })}
              </dd>
            )}
          </>
        ) : (
          <dd className="big">{t('forecast.leadNone')}</dd>
        )}
      </div>
      {lead?.reach && (
        <div>
          {lead.reach.most > 0 ? (
            <>
              <dt>
                {lead.reach.earlier > 0
                  ? t(`forecast.reachTitle.${target}`, { n: lead.reach.earlier })
                  : t('forecast.reachNothing')}
              </dt>
              <dd className="big">{t('forecast.most', { n: lead.reach.most })}</dd>
              <dd className="note">{t('forecast.mostHint')}</dd>
            </>
          ) : (
            <>
              <dt>
                {lead.reach.later > 0
                  ? t(`forecast.reachLate.${target}`, { n: lead.reach.later })
                  : t('forecast.reachNothing')}
              </dt>
              <dd className="big">{t('forecast.mostNone')}</dd>
              {lead.overdue && <dd className="note">{t('forecast.mostTheLine')}</dd>}
            </>
          )}
        </div>
      )}
      {together ? (
        <div>
          <dt>{t('forecast.waysTitle', { n: together.n })}</dt>
          <dd className="big">
            <CountedDay day={together.to} today={today} t={t} />
          </dd>
          <dd className="note">{t(`forecast.waysWon.${together.target}`, { n: together.days })}</dd>
        </div>
      ) : (
        <div>
          <dt>{t('forecast.usual')}</dt>
          {past ? (
            <>
              <dd className="big">
                {dayIn(past.on, today)}
                <Provisional when={past.provisional} t={t} />
              </dd>
              <dd className="note">
                {t(usual.known < usual.open ? 'forecast.usualHint' : 'forecast.usualAll', {
                  known: usual.known,
                  open: usual.open,
                })}
              </dd>
            </>
          ) : (
            <>
              <dd className="big">{t('forecast.usualFew')}</dd>
              <dd className="note">{t('forecast.usualFewHint')}</dd>
            </>
          )}
        </div>
      )}
    </dl>
  )
}

/** What would go wrong although nobody sees it yet: plans that cannot be kept, permits that lapse, the time of no digging. */
export function ForecastWarnings({ forecast, today, locale }: ForecastProps) {
  const t = translator(locale)
  const { impossible, expiring, dig } = forecast
  if (!impossible && expiring.length === 0 && !dig) return null
  return (
    <dl className="grid gap-x-4 gap-y-2 border-t border-divider py-3 sm:grid-cols-[auto_1fr] [&_dt]:font-semibold">
      {impossible && (
        <>
          <dt>{t('forecast.impossibleTitle')}</dt>
          <dd>
            {t(impossible.what === 'SUBMIT' ? 'forecast.impossibleStart' : 'forecast.impossible', {
              item: shortItemName(impossible.item, locale),
              plan: dayIn(impossible.plannedOn, today),
              earliest: dayIn(impossible.earliest.on, today),
              n: impossible.n,
            })}
            <Provisional when={impossible.earliest.provisional} t={t} />
          </dd>
        </>
      )}
      {expiring.length > 0 && (
        <>
          <dt>{t('forecast.expiringTitle')}</dt>
          <dd>
            <ul>
              {expiring.map((one) => (
                <li key={one.code}>
                  {t('forecast.expiring', {
                    item: shortItemName(one.item, locale),
                    day: dayIn(one.expiresOn, today),
                    foreseen: one.foreseen ? 'yes' : 'no',
                    used: one.usedItem ? shortItemName(one.usedItem, locale) : t('forecast.usedStart'),
                    usedOn: dayIn(one.usedOn, today),
                    n: one.days,
                  })}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {dig && (
        <>
          <dt>{t('forecast.digTitle')}</dt>
          <dd>
            {t('forecast.dig', {
              item: shortItemName(dig.item, locale),
              permit: dayIn(dig.permitOn, today),
              ban:
                dig.ban.kind === 'WINTER'
                  ? t('forecast.digWinter')
                  : t('forecast.digHoliday', { name: dig.ban.name ?? '' }),
              to: dayIn(dig.ban.to, today),
              free: dayIn(dig.freeOn, today),
            })}
            <Provisional when={dig.provisional} t={t} />
            <span className="block text-sm text-ink-3">{t('forecast.digLaw')}</span>
          </dd>
        </>
      )}
    </dl>
  )
}
