import { Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { isAgency, type Role, relationFor } from '@/lib/domain/access'
import { AGENCY_RUNS } from '@/lib/domain/procedure-group'
import { reminderKindOf } from '@/lib/domain/reminder'
import { agencyText } from '@/lib/i18n/agency-text'
import type { Locale } from '@/lib/i18n/locale'
import type { Translator } from '@/lib/i18n/translator'
import type { ProcedureDetail } from '@/lib/schemas/procedure-detail'

/** Whoever has to move, to be called or reminded, for somebody else who waits for it. */
export function ProcedureCalls({
  procedure,
  role,
  locale,
  t,
}: {
  procedure: ProcedureDetail
  role: Role
  locale: Locale
  t: Translator
}) {
  const { owner, state } = procedure
  const agencyActs = owner?.kind === 'AGENCY' || (owner === null && AGENCY_RUNS.includes(state))
  const unitActs = owner?.kind === 'ENTERPRISE' || state === 'SUPPLEMENT'
  const agency = !isAgency(role) && (agencyActs || state === 'SPECIAL') ? procedure.handlerCall : null
  const unit = role !== 'CONTACT' && unitActs ? procedure.contactCall : null
  const calls = [
    ...(unit ? [{ ...unit, of: t('projectPage.contact') }] : []),
    ...(agency ? [{ ...agency, of: agencyText(procedure.agency, locale) }] : []),
  ].filter((one) => one.callable && one.phone)
  const othersAct = agencyActs || unitActs || owner?.kind === 'NAMED'
  const reminds = othersAct && relationFor(role, 'reminder.send') !== null
  if (calls.length === 0 && !reminds) return null
  return (
    <div className="flex flex-wrap gap-2 border-t border-divider px-4 py-3 sm:px-6">
      {calls.map((one) => (
        <a
          key={one.of}
          href={`tel:${one.phone}`}
          title={one.phone ?? undefined}
          className="btn max-sm:btn-big max-sm:w-full"
        >
          <Phone size={16} strokeWidth={1.5} aria-hidden="true" />
          {t('procedurePage.callUnit', { unit: one.of, name: one.name })}
        </a>
      ))}
      {reminds && (
        <Link href={`/projects/remind?id=${procedure.project.id}`} className="btn max-sm:btn-big max-sm:w-full">
          {t(reminderKindOf(role) === 'INSTRUCTION' ? 'day.leader.say' : 'reminder.send')}
        </Link>
      )}
    </div>
  )
}
