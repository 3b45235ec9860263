import type { FactorKind } from '@/lib/domain/factor-need'
import type { Matter } from '@/lib/schemas/notice'
import type { Translator } from './translator'

/** A problem, a need, a task, a complaint or a slip by its number or kind: `问题198`, `要素 电`, `议定事项 双轮〔2026〕48-03`, `诉求12`. */
export const matterText = ({ kind, no }: Pick<Matter, 'kind' | 'no'>, t: Translator): string =>
  kind === 'FACTOR'
    ? t('notice.matter.FACTOR', { kind: t(`factor.kind.${no as FactorKind}`) })
    : t(`notice.matter.${kind}`, { no })
