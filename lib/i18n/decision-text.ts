import type { DecisionPreview, SittingDecision } from '@/lib/schemas/sitting'
import { longDay, markedText } from './day'
import { listed } from './joined'
import type { Locale } from './locale'
import { type Translator, translator } from './translator'

/** Who does it: unit, those who support it, person. */
export const whoText = (
  { lead, support, owner }: Pick<SittingDecision, 'lead' | 'support' | 'owner'>,
  t: Translator,
): string =>
  listed(
    [
      lead ?? t('sitting.noLead'),
      owner,
      support.length > 0 && t('sitting.with', { names: support.join(t('edit.list')) }),
    ],
    t,
  )

/** A decision as it was understood, a line each for who, when and which level. */
export function decisionPreviewLines(preview: DecisionPreview, locale: Locale): string[] {
  const t = translator(locale)
  const { due, tier } = preview
  // A day nobody said is the term of the level, and says so.
  const term = { tier: t(`sitting.tier.${tier}`), n: due.workdays }
  const byTerm = due.vague
    ? t('sitting.room.byTermVague', { ...term, said: due.vague })
    : t('sitting.room.byTerm', term)
  return [
    `${t('sitting.room.who')} ${whoText(preview, t)}`,
    `${t('sitting.room.when')} ${due.on ? markedText(t('sitting.dayIn', { day: longDay(due.on, locale), n: due.workdays }), due.provisional, t) : t('sitting.room.openDue')}`,
    ...(due.from === 'TERM' ? [byTerm] : []),
    `${t('sitting.room.tier')} ${t(`sitting.tier.${tier}`)}`,
    ...preview.strange.map(({ said, disabled }) =>
      t(disabled ? 'sitting.room.leftOutDisabled' : 'sitting.room.leftOut', { said }),
    ),
  ]
}
