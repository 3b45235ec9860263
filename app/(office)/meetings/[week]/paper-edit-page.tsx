import { forbidden, notFound } from 'next/navigation'
import { PaperEdit } from '@/components/meeting/paper-edit'
import { paperHref } from '@/components/meeting/week-link'
import { Link } from '@/components/ui/link'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { requireActor } from '@/lib/auth/require-actor'
import { findRenewal } from '@/lib/data/papers'
import { relationFor } from '@/lib/domain/access'
import type { PaperKind } from '@/lib/domain/meeting/paper'
import { mondayOfKey } from '@/lib/domain/meeting/week'
import { paperReason } from '@/lib/i18n/paper-reason'
import { translator } from '@/lib/i18n/translator'

/** The page on which the office words a draft; a signed paper is corrected, not edited. */
export const paperEditPage = (kind: PaperKind) =>
  async function PaperEditPage({ params }: { params: Promise<{ week: string }> }) {
    const { actor, locale } = await requireActor()
    if (!relationFor(actor.role, 'paper.edit')) forbidden()
    const weekOf = mondayOfKey((await params).week)
    if (!weekOf) notFound()
    const t = translator(locale)
    const renewal = await findRenewal(actor, weekOf, kind, paperReason)
    return (
      <div className="mx-auto max-w-[860px] px-4 pt-6 pb-10 sm:px-8">
        <h1 className="mb-4 text-xl font-semibold">{t(`papers.edit.head.${kind}`)}</h1>
        {renewal ? (
          <>
            {renewal.paper.note && <p className="mb-4">{t('papers.noteIs', { note: renewal.paper.note })}</p>}
            <PaperEdit
              renewal={renewal}
              draft={draftOf(actor, 'paper', renewal.paper.id)}
              formKey={() => issueFormKey(actor.userId)}
              t={t}
            />
          </>
        ) : (
          <p>
            {t('papers.edit.none')}
            <Link href={paperHref({ kind, weekOf })} className="ml-2 text-link underline">
              {t(`papers.see.${kind}`)}
            </Link>
          </p>
        )}
      </div>
    )
  }
