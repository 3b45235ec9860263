import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { beginDraft, dropDraft, publishDraft } from '@/lib/actions/catalog'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import type { CatalogVersionLine } from '@/lib/schemas/catalog'
import { REASON_MAX } from '@/lib/schemas/procedure'

/** Begins the next version. */
export function BeginDraft({ formKey, t }: { formKey: string; t: Translator }) {
  return (
    <Form action={beginDraft} formKey={formKey} label={t('catalog.draft.begin')} className="no-print mt-3">
      <Submit quiet>{t('catalog.draft.begin')}</Submit>
      <span className="ml-3 text-ink-3 max-sm:ml-0 max-sm:block">{t('catalog.draft.beginHint')}</span>
    </Form>
  )
}

/** What can be done with a draft as a whole: throw it away, or set its day. */
export function DraftTools({
  draft,
  earliest,
  mayPublish,
  formKeys,
  t,
}: {
  draft: CatalogVersionLine
  earliest: PlainDate
  mayPublish: boolean
  formKeys: readonly [string, string]
  t: Translator
}) {
  const hidden = (
    <>
      <input type="hidden" name="versionId" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
    </>
  )
  return (
    <div className="no-print mt-4 max-w-[560px] space-y-4">
      {mayPublish ? (
        <Form
          action={publishDraft}
          formKey={formKeys[0]}
          label={t('catalog.draft.publish')}
          className="space-y-3 rounded-md border border-divider p-4"
        >
          {hidden}
          <h3 className="font-semibold">{t('catalog.draft.publish')}</h3>
          <p className="text-ink-2">{t('catalog.draft.publishHint')}</p>
          <TextField name="effectiveOn" type="date" label={t('catalog.draft.on')} initial={earliest} min={earliest} />
          <TextField name="note" label={t('catalog.draft.note')} maxLength={REASON_MAX} />
          <Submit>{t('catalog.draft.publishSubmit', { n: String(draft.number) })}</Submit>
        </Form>
      ) : (
        <p className="text-ink-2">{t('catalog.draft.waitBizenv')}</p>
      )}
      <Form action={dropDraft} formKey={formKeys[1]} label={t('catalog.draft.discard')}>
        {hidden}
        <Submit quiet>{t('catalog.draft.discard')}</Submit>
      </Form>
    </div>
  )
}
