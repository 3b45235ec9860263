import { redirect } from 'next/navigation'
import { NarrowPage } from '@/components/shell/narrow-page'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { ProofField } from '@/components/ui/proof-field'
import { proveMyself } from '@/lib/actions/account'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { proofAsked } from '@/lib/auth/proof-asked'
import { requireActor } from '@/lib/auth/require-actor'
import { safePath } from '@/lib/auth/safe-path'
import { PROOF_MINUTES, PROOF_ROWS } from '@/lib/domain/own-proof'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('account.proof.title')

/** Before a long list with people's names leaves the house; a file has no page to ask on. */
export default async function ProvePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { account, sessionId, locale } = await requireActor()
  const t = translator(locale)
  const next = safePath((await searchParams).next)
  const file = next.startsWith('/api/')
  if (account.proved && !file) redirect(next)
  return (
    <NarrowPage title={t('account.proof.title')} t={t}>
      {account.proved ? (
        <>
          <p role="status" className="mt-2 text-green-ink">
            {t('account.proof.done', { n: PROOF_MINUTES })}
          </p>
          <a href={next} className="btn btn-big btn-primary mt-4 flex w-full">
            {t('account.proof.take')}
          </a>
        </>
      ) : (
        <Form action={proveMyself} formKey={issueFormKey(sessionId)} label={t('account.proof.title')} className="mt-2">
          <input type="hidden" name="next" value={next} />
          <input type="hidden" autoComplete="username" value={account.username} readOnly />
          <p className="text-ink-2">{t('account.proof.why', { n: PROOF_ROWS, minutes: PROOF_MINUTES })}</p>
          <ProofField {...proofAsked(account, t)} className="mt-4" />
          <Submit className="btn-big mt-4 w-full">{t('account.proof.submit')}</Submit>
        </Form>
      )}
      <p className="mt-4 border-t border-divider pt-3">
        <Link href="/" className="inline-block min-h-6 text-link">
          {t('account.proof.back')}
        </Link>
      </p>
    </NarrowPage>
  )
}
