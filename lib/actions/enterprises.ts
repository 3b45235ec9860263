'use server'

import { mergeEnterprises as merge } from '@/lib/data/enterprise-merge'
import { createEnterprise as create, editEnterprise as edit, openToSteward as open } from '@/lib/data/enterprise-writes'
import { enterpriseCreate, enterpriseEdit, enterpriseMerge, enterpriseOpen } from '@/lib/schemas/enterprise'
import { defineAction } from './define-action'

const toPage = ({ enterpriseId }: { enterpriseId: string }) => `/enterprises/${enterpriseId}`

export const createEnterprise = defineAction(enterpriseCreate, create, { goTo: toPage })
export const editEnterprise = defineAction(enterpriseEdit, edit, {
  goTo: toPage,
  latest: (form) => `/enterprises/${String(form.get('enterpriseId') ?? '')}/edit`,
})
export const openToSteward = defineAction(enterpriseOpen, open)
export const mergeEnterprises = defineAction(enterpriseMerge, merge, { goTo: toPage })
