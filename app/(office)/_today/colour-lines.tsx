import { Lamp } from '@/components/level/lamp'
import { ColourPaperForms } from '@/components/notice/colour-paper-forms'
import { matterText, paperName, standingText, whyText } from '@/components/notice/colour-paper-text'
import { slipsHref } from '@/components/task/task-link'
import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { loadColourDay } from '@/lib/data/colour-papers'
import { relationFor } from '@/lib/domain/access'
import { SEES_TASKS } from '@/lib/domain/sight'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** Rows of a first page that lie open; the rest stands in the ledger. */
const OPEN_ROWS = 4

/** The papers of colours somebody has to sign for, answer and report on, and those the office has to look at. */
export async function ColourLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  if (relationFor(actor.role, 'colourPaper.sign') === null) return null
  const t = translator(locale)
  const today = businessDay()
  const { own, check } = await loadColourDay(actor, today)
  const rows = [...own.filter(({ late }) => late), ...check, ...own.filter(({ late }) => !late)]
  if (rows.length === 0) return null
  // A project unit has no ledger: all of its own lie open.
  const ledger = SEES_TASKS.has(actor.role)
  const late = own.filter((row) => row.late).length
  const figures = [
    {
      n: own.length,
      text: t('colourPaper.today.own', { n: own.length }),
      href: slipsHref({ of: 'colour', mine: '1' }),
    },
    { n: late, text: t('colourPaper.today.late', { n: late }), href: slipsHref({ of: 'colour', mine: '1' }) },
    {
      n: check.length,
      text: t('colourPaper.today.check', { n: check.length }),
      href: slipsHref({ of: 'colour', state: 'answered' }),
    },
  ]
  return (
    <DaySection title={t('colourPaper.today.title')} figures={ledger ? figures : []} locale={locale}>
      <ul>
        {rows.slice(0, ledger ? OPEN_ROWS : rows.length).map((row) => (
          <li key={row.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-divider py-2">
            <span className="w-(--col-lamp-quiet) flex-none pt-1">
              <Lamp level={row.level} quiet t={t} />
            </span>
            <div className="min-w-0 flex-1 basis-64">
              <p>
                <Link href={`/tasks/slips/colour/${row.id}`} className="font-semibold hover:text-link">
                  {t('colourPaper.today.line', { kind: t(`colourPaper.kind.${row.kind}`), no: row.no ?? '' })}
                </Link>
                <span className="ml-2">{matterText(row, locale)}</span>
              </p>
              <p className="text-sm text-ink-2">{listed([standingText(row, today, t), whyText(row, locale)], t)}</p>
              <ColourPaperForms
                row={row}
                name={paperName(row, locale)}
                formKey={() => issueFormKey(actor.userId)}
                t={t}
              />
            </div>
          </li>
        ))}
      </ul>
    </DaySection>
  )
}
