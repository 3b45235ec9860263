import type { Failure } from '@/lib/domain/result'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { FormState } from './form-state'

/**
 * An answer with the way to what somebody else changed meanwhile, where that is why it was refused: the page that shows it,
 * else the form's own page loaded anew with what was typed.
 */
export function staleAnswer(
  answer: FormState,
  { code }: Pick<Failure, 'code'>,
  latest: string | undefined,
  locale: Locale,
): FormState {
  if (code !== 'CONFLICT') return answer
  const label = translator(locale)('form.latest')
  return latest ? { ...answer, latest: { href: latest, label } } : { ...answer, renew: label }
}
