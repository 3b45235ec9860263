import { Link } from '@/components/ui/link'
import { REPORT_STATES } from '@/lib/domain/sealed-report'
import type { Translator } from '@/lib/i18n/translator'
import type { ReportFilter } from '@/lib/schemas/sealed-report'

const box = 'flex items-center gap-2 text-ink-2 max-sm:w-full'
const word = 'whitespace-nowrap max-sm:w-20'

/** What the list is asked for, as a plain GET form. What was told cannot be searched for: the system does not know it. */
export function ReportFilterBar({ filter, t }: { filter: ReportFilter; t: Translator }) {
  return (
    <form
      action="/supervision/reports"
      aria-label={t('report.filter.label')}
      className="no-print flex flex-wrap items-center gap-x-5 gap-y-2 px-4 pb-2 sm:px-6"
    >
      <label className={box}>
        <span className={word}>{t('report.filter.view')}</span>
        <select name="view" defaultValue={filter.view} className="field sm:w-[148px]!">
          {(['open', 'all'] as const).map((view) => (
            <option key={view} value={view}>
              {t(`report.view.${view}`)}
            </option>
          ))}
          {REPORT_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`report.state.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={box}>
        <span className={word}>{t('report.filter.late')}</span>
        <select name="late" defaultValue={filter.late ?? ''} className="field sm:w-[148px]!">
          <option value="">{t('report.filter.any')}</option>
          <option value="1">{t('report.filter.lateOnly')}</option>
        </select>
      </label>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className={box}>
          <span className={word}>{t(`report.filter.${name}`)}</span>
          <input name={name} type="date" defaultValue={filter[name] ?? ''} className="field sm:w-[148px]!" />
        </label>
      ))}
      <Link href="/supervision/reports" className="btn">
        {t('report.filter.clear')}
      </Link>
      <button type="submit" className="btn btn-primary">
        {t('report.filter.find')}
      </button>
    </form>
  )
}
