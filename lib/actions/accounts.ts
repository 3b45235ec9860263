'use server'

import { hashPassword, oneTimePassword } from '@/lib/auth/password'
import { proposeAccount, proposeMove, requestForAccount } from '@/lib/data/account-changes'
import { disableAccount, issuePassword, ONE_TIME_HOURS, unlockAccount } from '@/lib/data/accounts'
import { proposeFactorDemand } from '@/lib/data/factor-demand'
import { ok } from '@/lib/domain/result'
import { accountCreation, accountMove, accountRequest, factorDemand, userOnly } from '@/lib/schemas/administration'
import { defineAction } from './define-action'
import { ACCOUNT } from './rehearsals'

const toChange = ({ changeId }: { changeId: string }) => `/changes/${changeId}?done=PROPOSED`

/** Proposes a new account. */
export const proposeNewAccount = defineAction(accountCreation, proposeAccount, {
  goTo: toChange,
  rehearsal: ACCOUNT,
})

/** Proposes another role or unit. */
export const proposeAccountMove = defineAction(accountMove, proposeMove, { goTo: toChange, rehearsal: ACCOUNT })

/** Proposes whose accounts must have a second factor. */
export const proposeDemand = defineAction(factorDemand, proposeFactorDemand, { goTo: toChange })

/** Proposes to enable an account, to give it a new password, or to take its second factor away. */
export const proposeForAccount = defineAction(accountRequest, requestForAccount, { goTo: toChange })

/** Disables an account at once. */
export const disable = defineAction(userOnly, disableAccount, { say: (_, t) => t('accounts.nowDisabled') })

/** Ends the lock of an account at once. */
export const unlock = defineAction(userOnly, unlockAccount, { say: (_, t) => t('accounts.nowUnlocked') })

/**
 * Makes a one-time password and shows it this once. It goes out without the form's key: an answer kept under a key would keep
 * the password.
 */
export const issue = defineAction(
  userOnly,
  async (actor, { userId }, { today }) => {
    const password = oneTimePassword()
    const input = { userId, passwordHash: await hashPassword(password), now: new Date() }
    const issued = await issuePassword(actor, input, { today })
    return issued.ok ? ok({ ...issued.value, password }) : issued
  },
  { say: (value, t) => t('accounts.issued', { ...value, hours: ONE_TIME_HOURS }) },
)
