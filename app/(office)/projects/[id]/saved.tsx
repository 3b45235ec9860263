import { Check } from '@/components/ui/icons'
import { DropDraft } from '@/components/ui/keep-draft'
import { draftOf } from '@/lib/auth/draft'
import type { Actor } from '@/lib/domain/access'
import type { Translator } from '@/lib/i18n/translator'

/** After a form was saved: says so, with what others changed meanwhile, and lets its draft go. */
export function Saved({ what, actor, projectId, t }: { what: string; actor: Actor; projectId: string; t: Translator }) {
  const [kind, taken] = what.split('-')
  const drafts =
    kind === 'update'
      ? [draftOf(actor, kind, projectId), draftOf(actor, kind, `${projectId}:said`)]
      : kind === 'edit'
        ? [draftOf(actor, kind, projectId)]
        : kind === 'new'
          ? [draftOf(actor, 'new')]
          : []
  const n = Number(taken)
  return (
    <p role="status" className="no-print mt-2 flex items-center gap-1.5 text-green-ink">
      <DropDraft ids={drafts} />
      <Check size={16} aria-hidden="true" />
      {kind === 'asked' ? t('approval.asked') : n > 0 ? t('edit.savedTaken', { n }) : t('edit.saved')}
    </p>
  )
}
