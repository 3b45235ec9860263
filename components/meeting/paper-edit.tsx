import { Began, TextArea } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { KeepDraft } from '@/components/ui/keep-draft'
import { Link } from '@/components/ui/link'
import { savePaper } from '@/lib/actions/papers'
import { type PaperParagraph, plainText } from '@/lib/domain/meeting/paper'
import type { Translator } from '@/lib/i18n/translator'
import { PARAGRAPH_MAX, type Renewal } from '@/lib/schemas/meeting-paper'
import { WriteForm } from './paper-tools'
import { paperHref } from './week-link'

/** Signs of a line of the field. */
const LINE = 44

const PEOPLE = {
  present: 'papers.edit.present',
  leave: 'papers.edit.leave',
  listening: 'papers.edit.listening',
} as const

/** What each paragraph is called: by its section and place in it, or by what it always is. */
function labelsOf(paragraphs: readonly PaperParagraph[], t: Translator): ReadonlyMap<string, string> {
  let [section, nth] = [0, 0]
  return new Map(
    paragraphs.map(({ key, role }) => {
      if (role === 'TITLE') return [key, t('papers.edit.title')]
      if (role === 'PEOPLE') return [key, t(PEOPLE[key as keyof typeof PEOPLE] ?? 'papers.edit.present')]
      if (role === 'HEADING') {
        section++
        nth = 0
        return [key, t('papers.edit.heading', { n: section })]
      }
      nth++
      return [key, section === 0 ? t('papers.edit.opening') : t('papers.edit.text', { n: section, nth })]
    }),
  )
}

/** What writing a draft again would change, before anybody does it 重新生成前先看. */
function Changes({ renewal, formKey, t }: { renewal: Renewal; formKey: string; t: Translator }) {
  const { paper, changes } = renewal
  if (changes.length === 0) return null
  const labels = labelsOf(paper.body.paragraphs, t)
  return (
    <details className="mb-4 border-l-[3px] border-ink bg-zebra px-4 py-3">
      <summary className="inline-flex min-h-8 cursor-pointer items-center font-semibold max-sm:min-h-11">
        {t('papers.renew.head', { n: changes.length })}
      </summary>
      <ul className="my-2 space-y-2">
        {changes.map(({ key, kind, before, after }) => (
          <li key={key}>
            <b className="font-semibold">{t(`papers.renew.${kind}`, { what: labels.get(key) ?? '' })}</b>
            {before !== null && kind !== 'KEPT' && (
              <p className="text-ink-2 line-through" lang="zh-CN">
                {plainText(before)}
              </p>
            )}
            {after !== null && <p lang="zh-CN">{plainText(after)}</p>}
          </li>
        ))}
      </ul>
      <WriteForm weekOf={paper.weekOf} kind={paper.kind} again formKey={formKey} t={t} />
    </details>
  )
}

/** A draft in its paragraphs, each a field of its own; what was counted stands in 【】 and is not typed. */
export function PaperEdit({
  renewal,
  draft,
  formKey,
  t,
}: {
  renewal: Renewal
  /** Whose typed text of what. */
  draft: string
  formKey: () => string
  t: Translator
}) {
  const { paper } = renewal
  const labels = labelsOf(paper.body.paragraphs, t)
  return (
    <>
      <Changes renewal={renewal} formKey={formKey()} t={t} />
      <p className="mb-4 text-ink-2">{t('papers.edit.hint')}</p>
      <Form action={savePaper} formKey={formKey()} label={t('papers.edit.open')} className="space-y-4">
        <KeepDraft id={draft} words={{ restored: t('edit.draft.restored'), discard: t('edit.draft.discard') }} />
        <input type="hidden" name="paperId" value={paper.id} />
        {paper.body.paragraphs.map(({ key, text, made }) => (
          <div key={key}>
            <Began name={`base.text.${key}`} value={text} />
            <TextArea
              name={`text.${key}`}
              label={labels.get(key) ?? ''}
              initial={text}
              rows={Math.min(10, Math.max(1, Math.ceil(text.length / LINE)))}
              maxLength={PARAGRAPH_MAX}
            />
            {made !== null && made !== text && (
              <p className="mt-1 text-sm text-ink-3">
                {t('papers.edit.made')}
                <span lang="zh-CN">{made}</span>
              </p>
            )}
          </div>
        ))}
        <div className="flex gap-3">
          <Submit>{t('papers.edit.save')}</Submit>
          <Link href={paperHref(paper)} className="btn">
            {t('form.cancel')}
          </Link>
        </div>
      </Form>
    </>
  )
}
