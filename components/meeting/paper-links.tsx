import { Link } from '@/components/ui/link'
import { type Role, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import type { WeekPapers } from '@/lib/schemas/meeting-paper'
import { meetingHref } from './week-link'

const link = 'inline-flex min-h-8 items-center text-link max-sm:min-h-11'

/** The minutes and the brief of a week, each to read and to take along 纪要、简报. */
export function PaperLinks({
  weekOf,
  papers,
  role,
  t,
}: {
  weekOf: PlainDate
  papers: WeekPapers
  role: Role
  t: Translator
}) {
  const writes = relationFor(role, 'paper.draft') !== null
  const takes = relationFor(role, 'paper.take') !== null
  const held = papers.meeting === 'HELD' || papers.meeting === 'SIGNED'
  const shown = [
    { kind: 'MINUTES', part: '/minutes', paper: papers.minutes, may: writes && held },
    { kind: 'BRIEF', part: '/brief', paper: papers.brief, may: writes && papers.meeting !== null && papers.frozen },
  ] as const
  const lines = shown.filter(({ paper, may }) => paper !== null || may)
  if (lines.length === 0) return null
  return (
    <p className="no-print mb-3 flex flex-wrap gap-x-5 gap-y-1">
      {lines.map(({ kind, part, paper }) => (
        <span key={kind} className="inline-flex items-center gap-3 whitespace-nowrap">
          <Link href={meetingHref(weekOf, part)} className={link}>
            {paper ? t(`papers.see.${kind}`) : t(`papers.write.${kind}`)}
            {paper && !paper.signed && t('papers.isDraft')}
          </Link>
          {paper && takes && (
            <a href={`/api/papers/${paper.id}`} className={link} aria-label={t(`papers.wordOf.${kind}`)}>
              {t('papers.word')}
            </a>
          )}
        </span>
      ))}
    </p>
  )
}
