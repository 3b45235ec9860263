import { ENTERPRISE_SIZES, ENTERPRISE_STATES, INDUSTRIES } from '@/lib/domain/enterprise'
import { PACK_CHANNELS } from '@/lib/domain/gift-pack'
import { type RegisterWords, registerWord } from '@/lib/domain/register/ledger'
import { LEDGER_LOCALE } from './project-export-cells'
import { translator } from './translator'

/** What the words of a ledger of enterprises or packs mean: those our own workbooks have. */
export function registerWords(): RegisterWords {
  const t = translator(LEDGER_LOCALE)
  const map = <T extends string>(codes: readonly T[], word: (code: T) => string) =>
    new Map(codes.map((code) => [registerWord(word(code)), code] as const))
  return {
    size: map(ENTERPRISE_SIZES, (size) => t(`enterprise.size.${size}`)),
    industry: map(INDUSTRIES, (industry) => t(`enterprise.industry.${industry}`)),
    state: map(ENTERPRISE_STATES, (state) => t(`enterprise.state.${state}`)),
    channel: map(PACK_CHANNELS, (channel) => t(`pack.channel.${channel}`)),
  }
}
