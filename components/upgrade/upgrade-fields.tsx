import { Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { exactWan } from '@/lib/domain/money'
import { UPGRADE_KINDS } from '@/lib/domain/upgrade'
import type { Translator } from '@/lib/i18n/translator'
import type { UpgradePolicyRow, UpgradeRow } from '@/lib/schemas/upgrade'

/** What an upgrade is, for entering one and for putting it right. */
export function UpgradeFields({
  upgrade,
  policies,
  projects,
  t,
}: {
  upgrade: UpgradeRow | null
  policies: readonly UpgradePolicyRow[]
  projects: readonly Readonly<{ id: string; name: string }>[]
  t: Translator
}) {
  const wan = (fen: bigint | undefined) => (fen === undefined ? undefined : exactWan(fen))
  const number = { inputMode: 'decimal', maxLength: 24, className: 'min-w-0 flex-1 basis-40' } as const
  const day = { type: 'date', className: 'min-w-0 flex-1 basis-40' } as const
  return (
    <>
      <TextField
        name="name"
        label={t('upgrade.column.name')}
        initial={upgrade?.name}
        maxLength={60}
        className="max-w-[28rem]"
      />
      <fieldset>
        <legend className="mb-1 font-semibold">{t('upgrade.column.kinds')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {UPGRADE_KINDS.map((kind) => (
            <Check
              key={kind}
              name="kinds[]"
              value={kind}
              label={t(`upgrade.kind.${kind}`)}
              initial={upgrade?.kinds.includes(kind)}
            />
          ))}
        </div>
      </fieldset>
      <TextArea
        name="content"
        label={t('upgrade.column.content')}
        rows={3}
        initial={upgrade?.content}
        maxLength={500}
      />
      <div className="flex flex-wrap gap-3">
        <TextField
          name="totalWan"
          label={t('upgrade.column.total')}
          hint={t('service.wanHint')}
          initial={wan(upgrade?.totalFen)}
          {...number}
        />
        <TextField
          name="equipmentWan"
          label={t('upgrade.column.equipment')}
          hint={t('service.wanHint')}
          initial={wan(upgrade?.equipmentFen)}
          {...number}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="startOn"
          label={t('upgrade.column.startOn')}
          initial={upgrade?.startOn ?? undefined}
          {...day}
        />
        <TextField name="endOn" label={t('upgrade.column.endOn')} initial={upgrade?.endOn ?? undefined} {...day} />
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="energyBefore"
          label={t('upgrade.column.energyBefore')}
          hint={t('upgrade.energyUnit')}
          initial={upgrade?.energyBefore ?? undefined}
          {...number}
        />
        <TextField
          name="energyAfter"
          label={t('upgrade.column.energyAfter')}
          hint={t('upgrade.energyUnit')}
          initial={upgrade?.energyAfter ?? undefined}
          {...number}
        />
      </div>
      <Choice
        name="policyId"
        label={t('upgrade.column.policy')}
        empty={t('upgrade.noPolicy')}
        initial={upgrade?.policy?.id}
        options={policies.map(({ id, name, number: n, certain }) => ({
          value: id,
          label: `${t('upgrade.policyOf', { name, n })}${certain ? '' : t('upgrade.uncertainMark')}`,
        }))}
        className="max-w-[28rem]"
      />
      {projects.length > 0 && (
        <Choice
          name="projectId"
          label={t('upgrade.column.project')}
          empty={t('upgrade.noProject')}
          initial={upgrade?.project?.id}
          options={projects.map(({ id, name }) => ({ value: id, label: name }))}
          className="max-w-[28rem]"
        />
      )}
      <Check name="needsFinance" value="yes" label={t('upgrade.needsFinance')} initial={upgrade?.needsFinance} />
    </>
  )
}
