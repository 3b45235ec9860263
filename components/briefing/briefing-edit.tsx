import { Began, TextArea } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { KeepDraft } from '@/components/ui/keep-draft'
import { Link } from '@/components/ui/link'
import { wordBriefing } from '@/lib/actions/briefings'
import type { Translator } from '@/lib/i18n/translator'
import { type BriefingDraft, TEMPLATE_MAX } from '@/lib/schemas/briefing'
import { briefingHref } from './briefing-link'

/** Signs of a line of the field. */
const LINE = 44
/** Rows of a field for a text. */
export const rowsOf = (text: string): number => Math.min(10, Math.max(2, Math.ceil(text.length / LINE)))

/** The paragraphs of one paper, each a field of its own with what it says now below. */
export function BriefingEdit({
  paper,
  draft,
  formKey,
  t,
}: {
  paper: BriefingDraft
  /** Whose typed text of what. */
  draft: string
  formKey: string
  t: Translator
}) {
  return (
    <Form action={wordBriefing} formKey={formKey} label={t('briefing.edit.open')} className="space-y-4">
      <KeepDraft id={draft} words={{ restored: t('edit.draft.restored'), discard: t('edit.draft.discard') }} />
      <input type="hidden" name="briefingId" value={paper.id} />
      {paper.paragraphs.map(({ key, section, nth, text, standard, said }) => (
        <div key={key}>
          <Began name={`base.text.${key}`} value={text} />
          <TextArea
            name={`text.${key}`}
            label={t('briefing.edit.paragraph', { section, nth })}
            initial={text}
            rows={rowsOf(text)}
            maxLength={TEMPLATE_MAX}
          />
          <p className="mt-1 text-sm text-ink-2">
            {said === null ? (
              t('briefing.edit.uncounted')
            ) : said === '' ? (
              t('briefing.edit.leftOut')
            ) : (
              <>
                {t('briefing.edit.said')}
                <span lang="zh-CN">{said}</span>
              </>
            )}
          </p>
          {text !== standard && (
            <p className="mt-1 text-sm text-ink-3">
              {t('briefing.edit.standard')}
              <span lang="zh-CN" data-verbatim>
                {standard}
              </span>
            </p>
          )}
        </div>
      ))}
      <div className="flex gap-3">
        <Submit>{t('papers.edit.save')}</Submit>
        <Link href={briefingHref(paper.id)} className="btn">
          {t('form.cancel')}
        </Link>
      </div>
    </Form>
  )
}
