import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { correct, sealBriefing } from '@/lib/actions/briefings'
import { recordedText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'
import { BRIEFING_NOTE_MAX, type BriefingPaper } from '@/lib/schemas/briefing'
import { briefingHref } from './briefing-link'

/** The versions of a briefing, each readable 各版. */
export function BriefingVersions({ paper, t }: { paper: BriefingPaper; t: Translator }) {
  if (paper.versions.length < 2) return null
  return (
    <nav aria-label={t('papers.versions')} className="flex flex-wrap gap-x-3">
      {paper.versions.map(({ nth, publishedAt }) =>
        nth === paper.nth ? (
          <b key={nth} aria-current="page" className="inline-flex min-h-8 items-center">
            {t('papers.nth', { nth })}
          </b>
        ) : (
          <Link key={nth} href={briefingHref(paper.id, nth)} className="inline-flex min-h-8 items-center text-link">
            {t('papers.nth', { nth })}
            {!publishedAt && t('papers.isDraft')}
          </Link>
        ),
      )}
    </nav>
  )
}

/** Of a draft, that it is counted anew each time; of a version, that it has been corrected since. */
export function BriefingNote({ paper, t }: { paper: BriefingPaper; t: Translator }) {
  if (!paper.published)
    return (
      <p className="paper-notice no-print" role="note">
        {t('briefing.recounted')}
      </p>
    )
  const newest = paper.versions.find(({ publishedAt }) => publishedAt !== null)
  if (!newest?.publishedAt || newest.nth === paper.nth) return null
  return (
    <p className="paper-notice no-print" role="note">
      {t('briefing.superseded', { nth: newest.nth, at: recordedText(new Date(newest.publishedAt)) })}
      <Link href={briefingHref(paper.id, newest.nth)} className="ml-2 text-link underline">
        {t('papers.seeNewest')}
      </Link>
    </p>
  )
}

/** What the office does with the paper it looks at: word and publish a draft, or begin a correction of what is published. */
export function BriefingTools({ paper, formKey, t }: { paper: BriefingPaper; formKey: () => string; t: Translator }) {
  if (!paper.published)
    return (
      <div className="paper-tools no-print">
        <Link href={`/briefings/${paper.id}/edit`} className="btn">
          {t('briefing.edit.open')}
        </Link>
        <details>
          <summary className="btn btn-primary cursor-pointer list-none [&::-webkit-details-marker]:hidden">
            {t('briefing.publish')}
          </summary>
          <Form
            action={sealBriefing}
            formKey={formKey()}
            label={t('briefing.publish')}
            className="mt-2 flex flex-wrap items-center gap-3"
          >
            <input type="hidden" name="briefingId" value={paper.id} />
            <input type="hidden" name="seen" value={paper.seen} />
            <p>{t('briefing.publishHint')}</p>
            <Submit>{t('briefing.publishDo')}</Submit>
          </Form>
        </details>
      </div>
    )
  if (paper.versions.some(({ nth }) => nth > paper.nth)) return null
  return (
    <div className="paper-tools no-print">
      <details>
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
          {t('papers.correct')}
        </summary>
        <Form
          action={correct}
          formKey={formKey()}
          label={t('papers.correct')}
          className="mt-2 flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="briefingId" value={paper.id} />
          <TextField
            name="note"
            label={t('papers.note')}
            hint={t('papers.noteHint')}
            maxLength={BRIEFING_NOTE_MAX}
            className="min-w-0 flex-1 basis-72"
          />
          <Submit quiet>{t('papers.correctDo')}</Submit>
        </Form>
      </details>
    </div>
  )
}
