import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { saveItem } from '@/lib/actions/catalog'
import { longestPromise } from '@/lib/domain/catalog-item'
import type { Translator } from '@/lib/i18n/translator'
import { type CatalogItemLine, type CatalogVersionLine, SOURCE_MAX } from '@/lib/schemas/catalog'
import { REASON_MAX } from '@/lib/schemas/procedure'

/** What an office may change about an item of a draft, with why and what it rests on. */
export function ItemForm({
  item,
  draft,
  agencies,
  formKey,
  t,
}: {
  item: CatalogItemLine
  draft: CatalogVersionLine
  agencies: readonly Readonly<{ id: string; name: string }>[]
  formKey: string
  t: Translator
}) {
  const most = longestPromise({ days: item.statutoryDays, unit: item.statutoryUnit })
  return (
    <Form
      action={saveItem}
      formKey={formKey}
      label={t('catalog.draft.edit')}
      className="no-print mt-2 max-w-[640px] space-y-3 rounded-md border border-divider p-4"
    >
      <input type="hidden" name="versionId" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="code" value={item.code} />
      <p className="text-ink-2">{t('catalog.draft.editHint')}</p>
      <TextField
        name="promisedWd"
        label={t('catalog.draft.promised')}
        hint={most === null ? t('catalog.noLimit') : t('catalog.draft.most', { n: String(most) })}
        initial={String(item.promisedWd)}
        inputMode="numeric"
        maxLength={3}
      />
      <Choice
        name="agencyId"
        label={t('catalog.draft.agency')}
        empty={t('catalog.draft.keep', { name: item.agencyName })}
        options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        name="materials"
        rows={Math.min(12, item.materials.length + 2)}
        label={t('catalog.draft.materials')}
        hint={t('catalog.draft.materialsHint')}
        initial={item.materials.join('\n')}
      />
      <TextField name="reason" label={t('catalog.draft.reason')} maxLength={REASON_MAX} />
      <TextField
        name="source"
        label={t('catalog.draft.source')}
        hint={t('catalog.draft.sourceHint')}
        maxLength={SOURCE_MAX}
      />
      <Submit>{t('catalog.draft.save')}</Submit>
    </Form>
  )
}
