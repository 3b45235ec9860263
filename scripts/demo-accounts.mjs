// The demo district's accounts: one per role, one password for all.
export const demoAccounts = [
  'office',
  'leader',
  'head',
  'taskforce',
  'steward',
  'contact',
  'agency',
  'agencyhead',
  'street',
  'bizenv',
  'bank',
  'discipline',
  'sysadmin',
  'secadmin',
  'auditor',
]
export const demoPassword = process.env.DEMO_PASSWORD ?? 'Erqi-Demo-2026'
