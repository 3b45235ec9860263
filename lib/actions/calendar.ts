'use server'

import { importCalendar, overrideCalendar, readHolidayYear } from '@/lib/data/calendar-changes'
import { relationFor } from '@/lib/domain/access'
import { err } from '@/lib/domain/result'
import { calendarImport, calendarOverride } from '@/lib/schemas/calendar'
import { defineAction } from './define-action'

/** Letters of the longest year: some sixty days off or at work, each with its name. */
const YEAR_MAX = 4_000

const applied = () => '/calendar?applied=1'

/** The days of a year as an address holds them: a notice is pages long, what it says of a year is not. */
const previewOf = (year: Readonly<Record<string, unknown>>) =>
  `/calendar?${new URLSearchParams({ year: JSON.stringify(year) })}`

/** Reads a pasted notice and leads to what it would change; nothing is stored. */
export const readNotice = defineAction(
  calendarImport,
  async (actor, { text }) => {
    if (!relationFor(actor.role, 'calendar.import')) return err({ code: 'FORBIDDEN', action: 'calendar.import' })
    const read = readHolidayYear(text)
    // Longer than any year is: what stands in it is no names of holidays.
    return read.ok && JSON.stringify(read.value).length > YEAR_MAX ? err({ code: 'NOTICE_JSON' }) : read
  },
  { goTo: ({ year, off, work }) => previewOf({ year, off, work }) },
)

/** Imports a year of holidays. */
export const applyNotice = defineAction(calendarImport, importCalendar, { goTo: applied })

/** A district's own day. */
export const applyOverride = defineAction(calendarOverride, overrideCalendar, { goTo: applied })
