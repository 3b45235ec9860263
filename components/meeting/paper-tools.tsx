import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { correct, sealPaper, writePaper } from '@/lib/actions/papers'
import type { PaperKind } from '@/lib/domain/meeting/paper'
import type { PlainDate } from '@/lib/domain/plain-date'
import { recordedText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'
import { PAPER_NOTE_MAX, type Paper } from '@/lib/schemas/meeting-paper'
import { paperHref } from './week-link'

const summary = 'inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11'

/** Lets the rules write a paper for the first time, or again. */
export function WriteForm({
  weekOf,
  kind,
  again,
  formKey,
  t,
}: {
  weekOf: PlainDate
  kind: PaperKind
  again: boolean
  formKey: string
  t: Translator
}) {
  return (
    <Form action={writePaper} formKey={formKey} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="weekOf" value={weekOf} />
      <input type="hidden" name="kind" value={kind} />
      <Submit quiet={again}>{t(again ? 'papers.again' : `papers.write.${kind}`)}</Submit>
    </Form>
  )
}

/** The versions of a paper, each readable 各版. */
export function PaperVersions({ paper, t }: { paper: Paper; t: Translator }) {
  if (paper.versions.length < 2) return null
  return (
    <nav aria-label={t('papers.versions')} className="flex flex-wrap gap-x-3">
      {paper.versions.map(({ nth, signedAt }) =>
        nth === paper.nth ? (
          <b key={nth} aria-current="page" className="inline-flex min-h-8 items-center">
            {t('papers.nth', { nth })}
          </b>
        ) : (
          <Link key={nth} href={paperHref(paper, { nth })} className="inline-flex min-h-8 items-center text-link">
            {t('papers.nth', { nth })}
            {!signedAt && t('papers.isDraft')}
          </Link>
        ),
      )}
    </nav>
  )
}

/** What the office does with the paper it is looking at: sign a draft, or begin a correction of what is signed. */
export function PaperTools({ paper, formKey, t }: { paper: Paper; formKey: () => string; t: Translator }) {
  const latest = paper.versions.every(({ nth }) => nth <= paper.nth)
  if (!paper.signed)
    return (
      <div className="paper-tools no-print">
        <Link href={paperHref(paper, {}, '/edit')} className="btn">
          {t('papers.edit.open')}
        </Link>
        <details>
          <summary className="btn btn-primary cursor-pointer list-none [&::-webkit-details-marker]:hidden">
            {t('papers.sign')}
          </summary>
          <Form
            action={sealPaper}
            formKey={formKey()}
            label={t('papers.sign')}
            className="mt-2 flex flex-wrap items-center gap-3"
          >
            <input type="hidden" name="paperId" value={paper.id} />
            <input type="hidden" name="version" value={paper.version} />
            <input type="hidden" name="here" value={paperHref(paper)} />
            <p>{t('papers.signHint')}</p>
            <Submit>{t('papers.signDo')}</Submit>
          </Form>
        </details>
      </div>
    )
  if (!latest) return null
  return (
    <div className="paper-tools no-print">
      <details>
        <summary className={summary}>{t('papers.correct')}</summary>
        <Form
          action={correct}
          formKey={formKey()}
          label={t('papers.correct')}
          className="mt-2 flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="paperId" value={paper.id} />
          <TextField
            name="note"
            label={t('papers.note')}
            hint={t('papers.noteHint')}
            maxLength={PAPER_NOTE_MAX}
            className="min-w-0 flex-1 basis-72"
          />
          <Submit quiet>{t('papers.correctDo')}</Submit>
        </Form>
      </details>
    </div>
  )
}

/** What a version corrects, where it is one: the earlier ones stay readable. */
export function PaperNote({ paper, t }: { paper: Paper; t: Translator }) {
  const newest = paper.versions[0]
  if (!newest || newest.nth === paper.nth || !newest.signedAt) return null
  return (
    <p className="paper-notice no-print" role="note">
      {t('papers.superseded', { nth: newest.nth, at: recordedText(new Date(newest.signedAt)) })}
      <Link href={paperHref(paper)} className="ml-2 text-link underline">
        {t('papers.seeNewest')}
      </Link>
    </p>
  )
}
