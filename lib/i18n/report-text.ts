import { PASSPHRASE_MIN } from '@/lib/domain/passphrase'
import { REPORT_NOTE_MAX, type ReportRow, type WrappedKey } from '@/lib/schemas/sealed-report'
import type { Translator } from './translator'

/** What is due of a report, in words. */
export function limitText({ limit }: Pick<ReportRow, 'limit'>, t: Translator): string {
  if (!limit) return t('report.reason.NONE')
  return limit.left < 0
    ? t(`report.reason.${limit.kind}_LATE`, { n: -limit.left })
    : t(`report.reason.${limit.kind}`, { left: limit.left })
}

/** Whether a name was given, in words. */
export const nameText = ({ realName }: Pick<ReportRow, 'realName'>, t: Translator): string =>
  t(realName === null ? 'report.unread' : realName ? 'report.real' : 'report.anonymous')

/** What the browser says of sealed contents: opened there, they are put into words there. */
export const vaultWords = (keys: readonly WrappedKey[], t: Translator) => ({
  label: t('report.vault.label'),
  passphrase: t('report.vault.passphrase'),
  open: t('report.vault.open'),
  opening: t('report.vault.opening'),
  wrong: t('report.vault.wrong'),
  failed: t('report.vault.failed'),
  opened: t('report.vault.opened'),
  lock: t('report.vault.lock'),
  forgot: t('report.vault.forgot'),
  script: t('report.vault.script'),
  sealed: t('report.vault.sealed'),
  broken: t('report.vault.broken'),
  closed: t('report.letter.closed'),
  otherKey: Object.fromEntries(keys.map(({ id, number }) => [id, t('report.vault.otherKey', { n: number })])),
  tooLong: t('report.doing.tooLong', { n: REPORT_NOTE_MAX }),
  stale: t('report.doing.stale'),
  weak: {
    SHORT: t('report.key.short', { n: PASSPHRASE_MIN }),
    REPEATS: t('report.key.repeats'),
    COMMON: t('report.key.common'),
  },
  different: t('report.key.different'),
  suggest: t('report.key.suggest'),
  suggested: t('report.key.suggested'),
})
export type VaultWords = ReturnType<typeof vaultWords>

/** What is inside a letter, label by label. */
export const letterWords = (t: Translator) => ({
  about: t('report.letter.about'),
  text: t('report.letter.text'),
  name: t('report.letter.name'),
  contact: t('report.letter.contact'),
  point: t('report.letter.point'),
  way: t('report.letter.way'),
  ways: {
    CODE: t('report.way.CODE'),
    LETTER: t('report.way.LETTER'),
    VISIT: t('report.way.VISIT'),
    CALL: t('report.way.CALL'),
  },
  anonymous: t('report.anonymous'),
  photos: t('report.letter.photos'),
  showPhotos: t('report.letter.showPhotos'),
  photoBroken: t('report.letter.photoBroken'),
})
export type LetterWords = ReturnType<typeof letterWords>
