'use server'

import { editOutbound as edit, recordOutbound as record } from '@/lib/data/outbound-writes'
import { outboundEdit, outboundRecord } from '@/lib/schemas/outbound'
import { defineAction } from './define-action'

const toList = () => '/services/outbound'

export const recordOutbound = defineAction(outboundRecord, record, { goTo: toList })
export const editOutbound = defineAction(outboundEdit, edit, { goTo: toList })
