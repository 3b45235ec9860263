import 'server-only'
import type { Translator } from '@/lib/i18n/translator'
import type { SignedIn } from './require-actor'

/** What a form asks of somebody so that he shows once more that it is him, in his language. */
export const proofAsked = ({ proved, enrolled }: Pick<SignedIn, 'proved' | 'enrolled'>, t: Translator) => ({
  due: !proved,
  byCode: enrolled,
  label: t(enrolled ? 'secondFactor.eitherCode' : 'secondFactor.password'),
  hint: t('account.proof.hint'),
})
