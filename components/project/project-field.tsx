import { Choice, TextField } from '@/components/ui/fields'
import type { ProjectOffers } from '@/lib/schemas/issue'
import { PROJECT_SAID_MAX } from '@/lib/schemas/issue'

/** A field for a project: a choice where all of them fit one, else its name, with those that are likely offered while it is typed. */
export function ProjectField({
  label,
  hint,
  empty,
  current,
  offers,
}: {
  label: string
  /** What can be typed. */
  hint: string
  empty: string
  current?: Readonly<{ id: string; name: string }> | null
  offers: ProjectOffers
}) {
  const { projects, all } = offers
  if (all)
    return (
      <Choice
        name="projectId"
        label={label}
        empty={empty}
        initial={current?.id}
        options={projects.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )
  return (
    <>
      <TextField
        name="project"
        label={label}
        hint={hint}
        initial={current?.name}
        list="project-names"
        autoComplete="off"
        maxLength={PROJECT_SAID_MAX}
      />
      <datalist id="project-names">
        {projects.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  )
}
