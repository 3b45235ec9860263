'use server'

import { disableAccount } from '@/lib/data/accounts'
import { accountDisabling } from '@/lib/schemas/account'
import { defineAction } from './define-action'

/** Disables an account at once. */
export const disable = defineAction(accountDisabling, disableAccount)
