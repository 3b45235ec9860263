import type { Translator } from '@/lib/i18n/translator'
import type { SupervisionRow, SupervisionView } from '@/lib/schemas/supervision'

/** Where slips stand, in words. */
export const viewText = (view: SupervisionView, t: Translator): string =>
  view === 'open' || view === 'all' ? t(`supervisionSlip.view.${view}`) : t(`supervisionSlip.state.${view}`)

/** What a slip is about, in words: a complaint by its number, everything else by its name. */
export const aboutText = ({ source, about }: Pick<SupervisionRow, 'source' | 'about'>, t: Translator): string =>
  about === null
    ? t(`supervisionSlip.source.${source}`)
    : source === 'COMPLAINT'
      ? t('supervisionSlip.complaintNo', { n: about.text })
      : about.text

/** Where a slip stands: its state, and how far it went up the chain. */
export const standText = ({ state, rung }: Pick<SupervisionRow, 'state' | 'rung'>, t: Translator): string =>
  state === 'ISSUED' && rung
    ? `${t(`supervisionSlip.state.${state}`)}${t('shell.comma')}${t(`supervisionSlip.rung.${rung}`)}`
    : t(`supervisionSlip.state.${state}`)
