import { TextField } from '@/components/ui/fields'

/** A field for the name of an enterprise, with those that are likely offered while it is typed. */
export function EnterpriseField({
  label,
  hint,
  initial,
  offers,
}: {
  label: string
  hint?: string
  initial?: string
  offers: readonly string[]
}) {
  return (
    <>
      <TextField
        name="enterprise"
        label={label}
        hint={hint}
        initial={initial}
        list="enterprise-names"
        autoComplete="off"
        maxLength={120}
        className="max-w-[28rem]"
      />
      <datalist id="enterprise-names">
        {offers.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
