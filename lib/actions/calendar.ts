'use server'

import { importCalendar, overrideCalendar } from '@/lib/data/calendar-changes'
import { calendarImport, calendarOverride } from '@/lib/schemas/calendar'
import { defineAction } from './define-action'

const applied = () => '/calendar?applied=1'

/** Imports a year of holidays. */
export const applyNotice = defineAction(calendarImport, importCalendar, { goTo: applied })

/** A district's own day. */
export const applyOverride = defineAction(calendarOverride, overrideCalendar, { goTo: applied })
