import { z } from 'zod'
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

export const preference = z.object({
  locale: z.enum(['zh-CN', 'en']).optional(),
  theme: z.enum(['light', 'dark']).optional(),
})

export const accountDisabling = z.object({ userId: z.uuid() })
