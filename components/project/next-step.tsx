import { Phone } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { movesProcedures, type Role } from '@/lib/domain/access'
import type { Translator } from '@/lib/i18n/translator'
import type { ProjectDetail } from '@/lib/schemas/project-detail'

/**
 * The one thing to do next about a project's colour: the procedure it speaks of; on a phone, where its unit has to move and
 * can be called, the call comes first.
 */
export function NextStep({ project, role, t }: { project: ProjectDetail; role: Role; t: Translator }) {
  const reason = project.reasons[0]
  const subject = reason?.dimension === 'D1' ? reason.subjectId : null
  const { contact } = project
  const call = reason?.owner?.kind === 'ENTERPRISE' && role !== 'CONTACT' && contact?.callable ? contact.phone : null
  const papers = reason?.code.startsWith('SUPPLEMENT') || reason?.code.startsWith('TOLERANCE')
  return (
    <>
      {call && contact && (
        <a href={`tel:${call}`} className="btn btn-big btn-primary w-full sm:hidden">
          <Phone size={18} strokeWidth={1.5} aria-hidden="true" />
          {t(papers ? 'projectPage.callForPapers' : 'projectPage.call', { name: contact.name })}
        </a>
      )}
      {subject && (
        <Link
          href={`/procedures/${subject}`}
          className={`btn max-sm:btn-big max-sm:w-full ${call ? 'sm:btn-primary' : 'btn-primary'}`}
        >
          {t(movesProcedures(role) ? 'procedurePage.open' : 'procedurePage.look')}
        </Link>
      )}
    </>
  )
}
