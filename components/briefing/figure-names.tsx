import { OWN_WORDS } from '@/lib/domain/briefing/period'
import { formatsOf, valueWords } from '@/lib/domain/briefing/value-words'
import type { Figure } from '@/lib/domain/figure'
import { figureWords } from '@/lib/i18n/figure-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

/** What can be named in a template: every figure with its words, what it is worth now, and the ways to say it. */
export function FigureNames({ figures, locale }: { figures: readonly Figure[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <details className="mb-4 border-l-[3px] border-ink bg-zebra px-4 py-3">
      <summary className="inline-flex min-h-8 cursor-pointer items-center font-semibold max-sm:min-h-11">
        {t('briefing.names.head', { n: figures.length + OWN_WORDS.length })}
      </summary>
      <p className="text-ink-2">{t('briefing.names.hint')}</p>
      <ul className="mt-2 max-h-96 overflow-y-auto" tabIndex={0} aria-label={t('briefing.names.list')}>
        {OWN_WORDS.map((name) => (
          <li key={name} className="flex flex-wrap gap-x-3 border-b border-divider py-1">
            <code data-verbatim>{`{${name}}`}</code>
            <span>{t(`briefing.word.${name.replace('.', '') as 'periodname'}`)}</span>
          </li>
        ))}
        {figures.map(({ name, value }) => {
          const words = figureWords(name, locale)
          const formats = formatsOf(value.kind)
          return (
            <li key={name} className="border-b border-divider py-1">
              <span className="flex flex-wrap gap-x-3">
                <code data-verbatim>{`{${name}}`}</code>
                <span>{words?.label}</span>
                <b className="font-semibold" lang="zh-CN">
                  {valueWords(value, null)}
                </b>
              </span>
              <span className="block text-sm text-ink-2">{words?.definition}</span>
              {formats.length > 0 && (
                <span className="block text-sm text-ink-3">
                  {t('briefing.names.formats')}
                  <span lang="zh-CN" data-verbatim>
                    {formats.map((format) => `{${name}:${format}}`).join('  ')}
                  </span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
