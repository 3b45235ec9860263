import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { FileText, Paperclip } from '@/components/ui/icons'
import { withdrawFile, withdrawPhoto } from '@/lib/actions/attachments'
import { recordedDay } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { AttachmentLine, FileAnswer, FilePlace } from '@/lib/schemas/attachment'
import { REASON_MAX } from '@/lib/schemas/procedure'

const PHOTOS = '.jpg,.jpeg,.png,.webp'
const ACCEPT = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.ofd,.wps,.et,.doc,.xls'
const GOOD: ReadonlySet<FileAnswer> = new Set(['ADDED', 'REMOVED'])

/** What the address of an upload names its place by. */
const addressed = (place: FilePlace): Record<string, string> =>
  'findingId' in place
    ? { finding: place.findingId }
    : 'issueId' in place
      ? { issue: place.issueId }
      : { procedure: place.procedureId }

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Papers beside a procedure or a problem, photos beside a finding: to take along, to add, to take away with a reason. None is ever asked for. */
export function Files({
  place,
  lines,
  mayAdd,
  answer,
  today,
  formKey,
  removalKeys,
  t,
}: {
  place: FilePlace
  lines: readonly AttachmentLine[]
  mayAdd: boolean
  answer: FileAnswer | null
  today: PlainDate
  formKey: string
  /** One key for each line. */
  removalKeys: readonly string[]
  t: Translator
}) {
  const live = lines.filter((line) => !line.removed)
  const gone = lines.filter((line) => line.removed)
  if (!mayAdd && lines.length === 0) return null
  const photos = 'findingId' in place
  const day = (at: string) => dayIn(recordedDay(new Date(at)), today)
  return (
    <section id="files" className="scroll-mt-16">
      <h2 className="text-lg font-semibold">{t(photos ? 'files.photos.title' : 'files.title')}</h2>
      <p className="text-ink-3">{t(photos ? 'files.photos.hint' : 'files.hint')}</p>
      {answer && (
        <p
          role={GOOD.has(answer) ? 'status' : 'alert'}
          className={GOOD.has(answer) ? 'mt-2 text-green-ink' : 'mt-2 text-red-ink'}
        >
          {t(`files.answer.${answer}`)}
        </p>
      )}
      {live.length > 0 && (
        <ul className="mt-2 border-t border-divider">
          {live.map((line) => (
            <li key={line.id} className="border-b border-divider py-2">
              <p className="flex items-start gap-2">
                <FileText size={16} aria-hidden="true" className="mt-[3px] flex-none text-ink-3" />
                <a href={`/api/files/${line.id}`} download className="min-w-0 break-all text-link underline">
                  {line.name}
                </a>
              </p>
              <p className="pl-6 text-sm text-ink-3">
                {[line.size !== null && sizeText(line.size), line.by, day(line.at)].filter(Boolean).join('　')}
              </p>
              {line.mayRemove && (
                <details className="no-print mt-1 pl-6 text-sm">
                  <summary className="text-link">{t('files.remove')}</summary>
                  <Form
                    action={photos ? withdrawPhoto : withdrawFile}
                    formKey={removalKeys[lines.indexOf(line)] ?? ''}
                    label={t('files.removeOf', { name: line.name })}
                    className="mt-2 max-w-[420px] space-y-3 text-base"
                  >
                    <input type="hidden" name="attachmentId" value={line.id} />
                    <input type="hidden" name="version" value={line.version} />
                    <TextField
                      name="reason"
                      label={t('form.reason')}
                      hint={t('files.removeHint')}
                      maxLength={REASON_MAX}
                    />
                    <Submit quiet>{t('files.removeNow')}</Submit>
                  </Form>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {gone.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="text-link">{t('files.gone', { n: gone.length })}</summary>
          <ul className="mt-1 space-y-1">
            {gone.map((line) => (
              <li key={line.id}>
                <s className="break-all">{line.name}</s>
                <span className="ml-2 text-ink-3">
                  {[line.removed?.by, line.removed && day(line.removed.at), line.removed?.reason]
                    .filter(Boolean)
                    .join('，')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayAdd && (
        <form
          method="post"
          action={`/api/files/new?${new URLSearchParams(addressed(place))}`}
          encType="multipart/form-data"
          aria-label={t(photos ? 'files.photos.add' : 'files.add')}
          className="no-print mt-3 flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="formKey" value={formKey} />
          <div className="min-w-0 flex-1 basis-[260px]">
            <label htmlFor="file" className="mb-1 block font-semibold">
              {t(photos ? 'files.photos.choose' : 'files.choose')}
              <span className="ml-2 font-normal text-ink-3">{t('form.optional')}</span>
            </label>
            <input id="file" name="file" type="file" accept={photos ? PHOTOS : ACCEPT} className="field h-auto! py-1" />
          </div>
          <button type="submit" className="btn max-sm:btn-big">
            <Paperclip size={16} aria-hidden="true" />
            {t('files.send')}
          </button>
        </form>
      )}
    </section>
  )
}
