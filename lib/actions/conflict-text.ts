import type { EditConflict } from '@/lib/data/edit-conflict'
import type { Failure } from '@/lib/domain/result'
import { recordedText } from '@/lib/i18n/instant'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { Conflict } from './form-state'

export type RowConflict = Failure & EditConflict
type Read = (field: string, value: string, locale: Locale) => string

/** A conflict of two edits in the reader's words: what to say above the form, at each field, and beside each choice. */
export function conflictText(
  failure: RowConflict,
  locale: Locale,
  read: Read = (_, value) => value,
): Readonly<{ message: string; fields: Record<string, string>; conflict: Conflict }> {
  const t = translator(locale)
  const { clashes, taken, names } = failure
  const told = (field: string, value: string) =>
    value === '' ? t('edit.conflict.empty') : (names[value] ?? read(field, value, locale))
  const when = (at: string) => recordedText(new Date(at))
  const authorOf = ({ who, at }: { who?: string; at?: string }) =>
    who && at ? t('edit.conflict.signed', { who, at: when(at) }) : t('edit.conflict.somebody')
  return {
    message: t('edit.conflict.message', { clashes: Object.keys(clashes).length, taken: Object.keys(taken).length }),
    fields: Object.fromEntries(Object.keys(clashes).map((field) => [field, t('edit.conflict.field')])),
    conflict: {
      clashes: Object.fromEntries(
        Object.entries(clashes).map(([field, clash]) => [
          field,
          {
            author: t('edit.conflict.author', { author: authorOf(clash) }),
            base: told(field, clash.base),
            theirs: told(field, clash.theirs),
            seen: clash.theirs,
          },
        ]),
      ),
      taken: Object.fromEntries(
        Object.entries(taken).map(([field, { theirs, ...author }]) => [
          field,
          {
            note: t('edit.conflict.taken', { author: authorOf(author), value: told(field, theirs) }),
            theirs,
            text: told(field, theirs),
          },
        ]),
      ),
      words: { question: t('edit.conflict.question'), mine: t('edit.conflict.mine'), was: t('edit.conflict.was') },
    },
  }
}
