import { Choice, TextField } from '@/components/ui/fields'
import { ROLES, type Role } from '@/lib/domain/access'
import type { OrgKind } from '@/lib/domain/administration'
import type { Translator } from '@/lib/i18n/translator'

type Unit = Readonly<{ id: string; kind: OrgKind; shortName: string }>

/** Role and unit of an account; a contact has an enterprise in place of the unit. */
export const PlaceFields = ({
  role,
  unitId,
  enterprise,
  units,
  t,
}: {
  role?: Role
  unitId?: string | null
  enterprise?: string | null
  units: readonly Unit[]
  t: Translator
}) => (
  <>
    <div className="grid gap-4 sm:grid-cols-2">
      <Choice
        name="role"
        label={t('accounts.role')}
        initial={role ?? ''}
        empty={t('form.choose')}
        options={ROLES.map((value) => ({ value, label: t(`shell.roles.${value}`) }))}
      />
      <Choice
        name="unitId"
        label={t('accounts.unit')}
        initial={unitId ?? ''}
        empty={t('form.choose')}
        options={units.map((unit) => ({
          value: unit.id,
          label: t('accounts.unitOption', { kind: t(`orgs.kinds.${unit.kind}`), name: unit.shortName }),
        }))}
      />
    </div>
    <TextField
      name="enterprise"
      label={t('accounts.enterprise')}
      hint={t('accounts.enterpriseHint')}
      initial={enterprise ?? ''}
      maxLength={80}
    />
  </>
)
