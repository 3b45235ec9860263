import type { Role } from '@/lib/domain/access'

type Href = '/' | `/${string}`

/** Where the three steps of each role's guide lead; each is a page the role may open. */
export const GUIDE_STEPS: Readonly<Record<Role, readonly [first: Href, second: Href, third: Href]>> = {
  HEAD: ['/warnings', '/projects?view=warned', '/projects/sheets?level=RED'],
  LEADER: ['/', '/projects?view=mine', '/warnings'],
  OFFICE: ['/', '/projects?view=unreported', '/warnings'],
  TASKFORCE: ['/projects?view=mine', '/warnings', '/projects?view=unreported'],
  STEWARD: ['/', '/projects?view=unreported', '/deputy'],
  CONTACT: ['/', '/procedures', '/projects'],
  AGENCY: ['/', '/procedures?due=today', '/procedures?group=paused'],
  AGENCY_HEAD: ['/', '/procedures?due=late', '/procedures?group=month'],
  STREET: ['/projects?view=mine', '/warnings', '/procedures'],
  BANK: ['/', '/password', '/rules'],
  DISCIPLINE: ['/', '/supervision/slips', '/supervision/analysis'],
  BIZENV: ['/catalog', '/procedures?group=month&kept=no', '/warnings'],
  SYSADMIN: ['/accounts', '/', '/password'],
  SECADMIN: ['/', '/password', '/rules'],
  AUDITOR: ['/', '/password', '/rules'],
}
