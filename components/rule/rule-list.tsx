import { Lamp } from '@/components/level/lamp'
import type { Rule, RuleOrigin, RuleReason } from '@/lib/domain/rule-book'
import { SOURCES } from '@/lib/domain/sources'
import type { Locale } from '@/lib/i18n/locale'
import { reasonText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'

function Origin({ origin, t }: { origin: RuleOrigin; t: Translator }) {
  return (
    <ul className="text-sm text-ink-2">
      {origin.sources.map((id) => {
        const { title, article, url, from } = SOURCES[id]
        return (
          <li key={id}>
            <a
              href={url}
              rel="noreferrer"
              target="_blank"
              lang="zh-CN"
              className="inline-block min-h-6 text-link underline"
            >
              {article ? `${title} ${article}` : title}
            </a>
            {from && <span className="ml-2 text-ink-3">{t('ruleBook.since', { day: from })}</span>}
          </li>
        )
      })}
      {origin.section && <li>{t('ruleBook.design', { section: origin.section })}</li>}
    </ul>
  )
}

const ownersOf = ({ owners }: RuleReason, t: Translator) =>
  owners.length === 0 ? t('ruleBook.nobody') : owners.map((owner) => t(`ruleBook.owner.${owner}`)).join(' / ')

/** Rules with the sentences they say, at the thresholds in force: colour, whose move, and where each comes from. */
export function RuleList({ rules, locale }: { rules: readonly Rule[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <ul className="mt-2 max-w-[960px] border-t border-divider">
      {rules.map((rule) => (
        <li
          key={rule.id}
          id={rule.id}
          className="grid gap-x-6 gap-y-1 border-b border-divider py-2.5 target:bg-selected lg:grid-cols-[220px_minmax(0,1fr)_250px]"
        >
          <div>
            <h3 className="font-semibold">
              <span className="mr-1.5 inline-block min-w-8 text-ink-3">{rule.id}</span>
              {t(`ruleBook.rule.${rule.id}`)}
            </h3>
            {rule.parameters.length > 0 && (
              <p className="text-sm text-ink-3">
                <span className="sr-only">{t('ruleBook.column.thresholds')} </span>
                {rule.parameters.map((name) => (
                  <a key={name} href={`#${name}`} className="mr-2 inline-block min-h-6 text-link hover:underline">
                    {t(`ruleBook.parameter.${name}`)}
                  </a>
                ))}
              </p>
            )}
          </div>
          {rule.reasons.length === 0 ? (
            <p className="text-ink-3">{t('ruleBook.noReason')}</p>
          ) : (
            <ul>
              {rule.reasons.map((reason) => (
                <li key={`${reason.code}${reason.level}`} className="flex items-baseline gap-2 py-0.5">
                  <Lamp level={reason.level} t={t} />
                  <span className="min-w-0 flex-1">
                    {reasonText({ code: reason.code, params: reason.example }, locale)}
                    <span className="ml-2 text-sm text-ink-3">
                      {t('level.owner')} {ownersOf(reason, t)}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Origin origin={rule.origin} t={t} />
        </li>
      ))}
    </ul>
  )
}
