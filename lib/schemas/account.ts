import { z } from 'zod'
import { CODE_DIGITS } from '@/lib/domain/one-time-code'
import { plainCode, RECOVERY_SIGNS } from '@/lib/domain/second-factor'
import { printable } from './text'

export const signIn = z.object({
  username: z
    .string()
    .transform(printable)
    .pipe(z.string().trim().min(1, 'SIGN_IN_REFUSED').max(64, 'SIGN_IN_REFUSED')),
  password: z.string().min(1, 'SIGN_IN_REFUSED').max(256, 'SIGN_IN_REFUSED'),
})

export const passwordChange = z
  .object({
    oldPassword: z.string().min(1, 'PASSWORD_WRONG').max(256, 'PASSWORD_WRONG'),
    newPassword: z.string().max(256, 'PASSWORD_WEAK'),
    repeatPassword: z.string(),
  })
  .refine((v) => v.newPassword === v.repeatPassword, { path: ['repeatPassword'], message: 'PASSWORD_MISMATCH' })

/** 大字版: per cent of the usual size. */
export const TEXT_SIZES = [100, 125, 150] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export const preference = z.object({
  locale: z.enum(['zh-CN', 'en']).optional(),
  theme: z.enum(['light', 'dark']).optional(),
  textSize: z.coerce
    .number()
    .refine((n): n is TextSize => TEXT_SIZES.some((size) => size === n), 'INPUT_UNREADABLE')
    .optional(),
})
export type PreferenceInput = z.output<typeof preference>

/** A mobile number or a fixed line with its area code; empty when there is none. */
export const phone = z
  .string()
  .trim()
  .regex(/^$|^1\d{10}$|^0\d{2,3}-?\d{7,8}$/, 'PHONE_INVALID')
  .transform((text) => text || null)

export const phoneChange = z.object({ phone })

export const sessionEnd = z.object({ sessionId: z.uuid() })
export const otherSessionsEnd = z.object({ keepId: z.uuid() })

/** More than anybody types, spaces and all. */
const TYPED_MAX = 100
const typed = (message: string) => z.string(message).max(TYPED_MAX, message).transform(plainCode)
const oneTimeCode = typed('FACTOR_CODE_SHAPE').pipe(
  z.string().regex(new RegExp(`^\\d{${CODE_DIGITS}}$`), 'FACTOR_CODE_SHAPE'),
)
const recoveryCode = typed('RECOVERY_CODE_SHAPE').pipe(z.string().length(RECOVERY_SIGNS, 'RECOVERY_CODE_SHAPE'))
const password = z.string('PASSWORD_WRONG').min(1, 'PASSWORD_WRONG').max(256, 'PASSWORD_WRONG')

export const factorPassword = z.object({ password })
export const factorCode = z.object({ oneTimeCode })
export const factorRecovery = z.object({ recoveryCode })
/** Both, or a recovery code in the place of the other where the telephone is gone. */
export const factorRemoval = z.object({
  password,
  oneTimeCode: typed('FACTOR_CODE_SHAPE').pipe(
    z.string().regex(new RegExp(`^(\\d{${CODE_DIGITS}}|[A-Z2-9]{${RECOVERY_SIGNS}})$`), 'FACTOR_CODE_SHAPE'),
  ),
})
