import type { Translator } from '@/lib/i18n/translator'

/** A search through help alone; its result stands in the address and needs no script. */
export function HelpSearch({ q, t }: { q: string; t: Translator }) {
  return (
    <search aria-label={t('help.find')} className="no-print mt-3 block max-w-[420px]">
      <form action="/help" className="flex gap-2">
        <input
          type="search"
          name="q"
          defaultValue={q}
          maxLength={40}
          aria-label={t('help.find')}
          placeholder={t('help.find')}
          className="field flex-1"
        />
        <button type="submit" className="btn">
          {t('help.findButton')}
        </button>
      </form>
    </search>
  )
}
