import { Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { isAgency, isMoveOf, type Role, relationFor } from '@/lib/domain/access'
import { reminderKindOf } from '@/lib/domain/reminder'
import { agencyText } from '@/lib/i18n/agency-text'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ProjectDetail, Reachable } from '@/lib/schemas/project-detail'
import type { ReminderLine } from '@/lib/schemas/reminder'

type Owed = Readonly<{ remind: string; person: Reachable | null; call: string }>

/** Whoever has to move where it is not the reader: what he is reminded of, and who is called. */
function owedBy(project: ProjectDetail, to: string | null, t: Translator, locale: Locale): Owed | null {
  const reason = project.reasons[0]
  if (!reason?.owner) return null
  const { owner } = reason
  const papers = reason.code.startsWith('SUPPLEMENT') || reason.code.startsWith('TOLERANCE')
  if (owner.kind === 'ENTERPRISE') {
    const name = to ?? project.contact?.name ?? ''
    return {
      remind: t(papers ? 'projectPage.remindForPapers' : 'workbench.act.remind', { name }),
      person: project.contact,
      call: t(papers ? 'projectPage.callForPapers' : 'projectPage.call', { name: project.contact?.name ?? '' }),
    }
  }
  if (owner.kind === 'STEWARD') {
    const name = project.steward?.name ?? ''
    return {
      remind: t('workbench.act.remind', { name: to ?? name }),
      person: project.steward,
      call: t('projectPage.call', { name }),
    }
  }
  const unit = owner.kind === 'NAMED' ? owner.name : project.procedures.find((p) => p.id === reason.subjectId)?.agency
  if (!unit) return null
  const person = project.agencies.find((agency) => agency.name === unit)?.person ?? null
  return {
    remind: t('projectPage.urge', { unit: agencyText(unit, locale) }),
    person,
    call: t('projectPage.call', { name: person?.name ?? '' }),
  }
}

/**
 * The one thing to do next about a project's colour: where it is the reader's move, the procedure it speaks of; else
 * whoever has to move is reminded, on a phone called.
 */
export function NextStep({
  project,
  line,
  role,
  locale,
}: {
  project: ProjectDetail
  /** Whom a reminder would tell; null for who may not remind here. */
  line: ReminderLine | null
  role: Role
  locale: Locale
}) {
  const t = translator(locale)
  const reason = project.reasons[0]
  const subject = reason?.dimension === 'D1' ? project.procedures.find((p) => p.id === reason.subjectId) : undefined
  const owner = reason?.owner ?? null
  // An agency's handler waits himself where another unit is named.
  const waits = isAgency(role) && owner?.kind === 'NAMED' && owner.name !== subject?.agency
  const mine = isMoveOf(role, owner) && !waits
  const owed = mine ? null : owedBy(project, line?.to ?? null, t, locale)
  const reminds = owed !== null && line?.to && line.refusal === null && line.told === null
  const phone = owed?.person?.callable ? owed.person.phone : null
  // At a desk whoever coordinates and cannot remind here calls; a leader and a project unit look first.
  const desk = !reminds && relationFor(role, 'reminder.send') !== null && reminderKindOf(role) === 'REMINDER'
  const look = reminds || (phone && desk) ? '' : phone ? 'sm:btn-primary' : 'btn-primary'
  return (
    <>
      {owed && phone && (
        <a
          href={`tel:${phone}`}
          title={phone}
          className={`btn max-sm:btn-big max-sm:btn-primary max-sm:w-full ${desk ? 'sm:btn-primary' : 'sm:hidden'}`}
        >
          <Phone size={18} strokeWidth={1.5} aria-hidden="true" />
          {owed.call}
        </a>
      )}
      {owed && reminds && (
        <Link
          href={`/projects/remind?id=${project.id}`}
          className={`btn max-sm:btn-big max-sm:w-full ${phone ? 'sm:btn-primary' : 'btn-primary'}`}
        >
          {owed.remind}
        </Link>
      )}
      {subject?.open && (
        <Link href={`/procedures/${subject.id}`} className={`btn max-sm:btn-big max-sm:w-full ${look}`}>
          {t(mine ? 'procedurePage.open' : 'procedurePage.look')}
        </Link>
      )}
    </>
  )
}
