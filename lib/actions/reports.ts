'use server'

import { changePassphrase as change, makeReportKey as make } from '@/lib/data/report-keys'
import { releaseReport as release } from '@/lib/data/report-release'
import { moveReport as move, recordReport as record } from '@/lib/data/report-writes'
import { keyChange, keyMake, reportMove, reportRecord, reportRelease } from '@/lib/schemas/sealed-report'
import { defineAction } from './define-action'

export const makeReportKey = defineAction(keyMake, make, {
  acknowledge: (_, t) => ({ text: t('report.key.inUse') }),
})
export const changePassphrase = defineAction(keyChange, change, { say: (_, t) => t('report.key.changed2') })
export const moveReport = defineAction(reportMove, move)
export const recordReport = defineAction(reportRecord, record, {
  goTo: ({ reportId }) => `/supervision/reports/${reportId}`,
})
export const releaseReport = defineAction(reportRelease, release, {
  acknowledge: ({ number }, t) => ({ text: t('report.release.done', { n: number }) }),
})
