'use server'

import {
  changeUpgrade as change,
  editUpgrade as edit,
  enterUpgrade as enter,
  writePolicy as policy,
} from '@/lib/data/upgrade-writes'
import { upgradeEdit, upgradeEntry, upgradeMoving, upgradePolicyEntry } from '@/lib/schemas/upgrade'
import { defineAction } from './define-action'

const page = ({ upgradeId }: { upgradeId: string }) => `/services/upgrades/${upgradeId}`

export const enterUpgrade = defineAction(upgradeEntry, enter, { goTo: page })
export const editUpgrade = defineAction(upgradeEdit, edit, { goTo: page })
export const changeUpgrade = defineAction(upgradeMoving, change)
export const writePolicy = defineAction(upgradePolicyEntry, policy, { goTo: () => '/services/upgrades/policies' })
