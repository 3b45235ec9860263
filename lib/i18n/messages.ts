import enAccount from '@/messages/en/account.json'
import enAccounts from '@/messages/en/accounts.json'
import enApproval from '@/messages/en/approval.json'
import enAudit from '@/messages/en/audit.json'
import enBriefing from '@/messages/en/briefing.json'
import enBulletin from '@/messages/en/bulletin.json'
import enCalendar from '@/messages/en/calendar.json'
import enCatalog from '@/messages/en/catalog.json'
import enChanges from '@/messages/en/changes.json'
import enChannel from '@/messages/en/channel.json'
import enClearing from '@/messages/en/clearing.json'
import enColourPaper from '@/messages/en/colourPaper.json'
import enComplaint from '@/messages/en/complaint.json'
import enContactDay from '@/messages/en/contactDay.json'
import enCreation from '@/messages/en/creation.json'
import enDay from '@/messages/en/day.json'
import enDeputy from '@/messages/en/deputy.json'
import enDesk from '@/messages/en/desk.json'
import enEdit from '@/messages/en/edit.json'
import enEnterprise from '@/messages/en/enterprise.json'
import enEventReport from '@/messages/en/eventReport.json'
import enExport from '@/messages/en/export.json'
import enFactor from '@/messages/en/factor.json'
import enFigures from '@/messages/en/figures.json'
import enFiles from '@/messages/en/files.json'
import enFinanceEvent from '@/messages/en/financeEvent.json'
import enFinancing from '@/messages/en/financing.json'
import enFinding from '@/messages/en/finding.json'
import enForecast from '@/messages/en/forecast.json'
import enForm from '@/messages/en/form.json'
import enHarbour from '@/messages/en/harbour.json'
import enHelp from '@/messages/en/help.json'
import enImports from '@/messages/en/imports.json'
import enIntent from '@/messages/en/intent.json'
import enIssue from '@/messages/en/issue.json'
import enIssueLedger from '@/messages/en/issueLedger.json'
import enJob from '@/messages/en/job.json'
import enLedger from '@/messages/en/ledger.json'
import enLevel from '@/messages/en/level.json'
import enManage from '@/messages/en/manage.json'
import enMe from '@/messages/en/me.json'
import enMeeting from '@/messages/en/meeting.json'
import enNotice from '@/messages/en/notice.json'
import enOrgs from '@/messages/en/orgs.json'
import enOutbound from '@/messages/en/outbound.json'
import enPack from '@/messages/en/pack.json'
import enPaper from '@/messages/en/paper.json'
import enPapers from '@/messages/en/papers.json'
import enPoint from '@/messages/en/point.json'
import enProcedure from '@/messages/en/procedure.json'
import enProcedurePage from '@/messages/en/procedurePage.json'
import enProject from '@/messages/en/project.json'
import enProjectPage from '@/messages/en/projectPage.json'
import enProjects from '@/messages/en/projects.json'
import enPromotion from '@/messages/en/promotion.json'
import enPublicForm from '@/messages/en/publicForm.json'
import enQueue from '@/messages/en/queue.json'
import enRanking from '@/messages/en/ranking.json'
import enReasons from '@/messages/en/reasons.json'
import enRefusals from '@/messages/en/refusals.json'
import enReminder from '@/messages/en/reminder.json'
import enReport from '@/messages/en/report.json'
import enRuleBook from '@/messages/en/ruleBook.json'
import enRules from '@/messages/en/rules.json'
import enRulesTrial from '@/messages/en/rulesTrial.json'
import enSearch from '@/messages/en/search.json'
import enSecondFactor from '@/messages/en/secondFactor.json'
import enService from '@/messages/en/service.json'
import enSetup from '@/messages/en/setup.json'
import enShell from '@/messages/en/shell.json'
import enSitting from '@/messages/en/sitting.json'
import enStates from '@/messages/en/states.json'
import enSupervision from '@/messages/en/supervision.json'
import enSupervisionSlip from '@/messages/en/supervisionSlip.json'
import enTask from '@/messages/en/task.json'
import enTime from '@/messages/en/time.json'
import enTransfer from '@/messages/en/transfer.json'
import enUpdate from '@/messages/en/update.json'
import enUpgrade from '@/messages/en/upgrade.json'
import enViews from '@/messages/en/views.json'
import enVisit from '@/messages/en/visit.json'
import enWaiver from '@/messages/en/waiver.json'
import enWalk from '@/messages/en/walk.json'
import enWarnings from '@/messages/en/warnings.json'
import enWhy from '@/messages/en/why.json'
import enWorkbench from '@/messages/en/workbench.json'
import zhAccount from '@/messages/zh-CN/account.json'
import zhAccounts from '@/messages/zh-CN/accounts.json'
import zhApproval from '@/messages/zh-CN/approval.json'
import zhAudit from '@/messages/zh-CN/audit.json'
import zhBriefing from '@/messages/zh-CN/briefing.json'
import zhBulletin from '@/messages/zh-CN/bulletin.json'
import zhCalendar from '@/messages/zh-CN/calendar.json'
import zhCatalog from '@/messages/zh-CN/catalog.json'
import zhChanges from '@/messages/zh-CN/changes.json'
import zhChannel from '@/messages/zh-CN/channel.json'
import zhClearing from '@/messages/zh-CN/clearing.json'
import zhColourPaper from '@/messages/zh-CN/colourPaper.json'
import zhComplaint from '@/messages/zh-CN/complaint.json'
import zhContactDay from '@/messages/zh-CN/contactDay.json'
import zhCreation from '@/messages/zh-CN/creation.json'
import zhDay from '@/messages/zh-CN/day.json'
import zhDeputy from '@/messages/zh-CN/deputy.json'
import zhDesk from '@/messages/zh-CN/desk.json'
import zhEdit from '@/messages/zh-CN/edit.json'
import zhEnterprise from '@/messages/zh-CN/enterprise.json'
import zhEventReport from '@/messages/zh-CN/eventReport.json'
import zhExport from '@/messages/zh-CN/export.json'
import zhFactor from '@/messages/zh-CN/factor.json'
import zhFigures from '@/messages/zh-CN/figures.json'
import zhFiles from '@/messages/zh-CN/files.json'
import zhFinanceEvent from '@/messages/zh-CN/financeEvent.json'
import zhFinancing from '@/messages/zh-CN/financing.json'
import zhFinding from '@/messages/zh-CN/finding.json'
import zhForecast from '@/messages/zh-CN/forecast.json'
import zhForm from '@/messages/zh-CN/form.json'
import zhHarbour from '@/messages/zh-CN/harbour.json'
import zhHelp from '@/messages/zh-CN/help.json'
import zhImports from '@/messages/zh-CN/imports.json'
import zhIntent from '@/messages/zh-CN/intent.json'
import zhIssue from '@/messages/zh-CN/issue.json'
import zhIssueLedger from '@/messages/zh-CN/issueLedger.json'
import zhJob from '@/messages/zh-CN/job.json'
import zhLedger from '@/messages/zh-CN/ledger.json'
import zhLevel from '@/messages/zh-CN/level.json'
import zhManage from '@/messages/zh-CN/manage.json'
import zhMe from '@/messages/zh-CN/me.json'
import zhMeeting from '@/messages/zh-CN/meeting.json'
import zhNotice from '@/messages/zh-CN/notice.json'
import zhOrgs from '@/messages/zh-CN/orgs.json'
import zhOutbound from '@/messages/zh-CN/outbound.json'
import zhPack from '@/messages/zh-CN/pack.json'
import zhPaper from '@/messages/zh-CN/paper.json'
import zhPapers from '@/messages/zh-CN/papers.json'
import zhPoint from '@/messages/zh-CN/point.json'
import zhProcedure from '@/messages/zh-CN/procedure.json'
import zhProcedurePage from '@/messages/zh-CN/procedurePage.json'
import zhProject from '@/messages/zh-CN/project.json'
import zhProjectPage from '@/messages/zh-CN/projectPage.json'
import zhProjects from '@/messages/zh-CN/projects.json'
import zhPromotion from '@/messages/zh-CN/promotion.json'
import zhPublicForm from '@/messages/zh-CN/publicForm.json'
import zhQueue from '@/messages/zh-CN/queue.json'
import zhRanking from '@/messages/zh-CN/ranking.json'
import zhReasons from '@/messages/zh-CN/reasons.json'
import zhRefusals from '@/messages/zh-CN/refusals.json'
import zhReminder from '@/messages/zh-CN/reminder.json'
import zhReport from '@/messages/zh-CN/report.json'
import zhRuleBook from '@/messages/zh-CN/ruleBook.json'
import zhRules from '@/messages/zh-CN/rules.json'
import zhRulesTrial from '@/messages/zh-CN/rulesTrial.json'
import zhSearch from '@/messages/zh-CN/search.json'
import zhSecondFactor from '@/messages/zh-CN/secondFactor.json'
import zhService from '@/messages/zh-CN/service.json'
import zhSetup from '@/messages/zh-CN/setup.json'
import zhShell from '@/messages/zh-CN/shell.json'
import zhSitting from '@/messages/zh-CN/sitting.json'
import zhStates from '@/messages/zh-CN/states.json'
import zhSupervision from '@/messages/zh-CN/supervision.json'
import zhSupervisionSlip from '@/messages/zh-CN/supervisionSlip.json'
import zhTask from '@/messages/zh-CN/task.json'
import zhTime from '@/messages/zh-CN/time.json'
import zhTransfer from '@/messages/zh-CN/transfer.json'
import zhUpdate from '@/messages/zh-CN/update.json'
import zhUpgrade from '@/messages/zh-CN/upgrade.json'
import zhViews from '@/messages/zh-CN/views.json'
import zhVisit from '@/messages/zh-CN/visit.json'
import zhWaiver from '@/messages/zh-CN/waiver.json'
import zhWalk from '@/messages/zh-CN/walk.json'
import zhWarnings from '@/messages/zh-CN/warnings.json'
import zhWhy from '@/messages/zh-CN/why.json'
import zhWorkbench from '@/messages/zh-CN/workbench.json'
import type { Locale } from './locale'

const zh = {
  account: zhAccount,
  accounts: zhAccounts,
  approval: zhApproval,
  audit: zhAudit,
  briefing: zhBriefing,
  bulletin: zhBulletin,
  calendar: zhCalendar,
  catalog: zhCatalog,
  changes: zhChanges,
  channel: zhChannel,
  colourPaper: zhColourPaper,
  clearing: zhClearing,
  complaint: zhComplaint,
  contactDay: zhContactDay,
  creation: zhCreation,
  day: zhDay,
  deputy: zhDeputy,
  desk: zhDesk,
  edit: zhEdit,
  enterprise: zhEnterprise,
  eventReport: zhEventReport,
  export: zhExport,
  factor: zhFactor,
  figures: zhFigures,
  financing: zhFinancing,
  files: zhFiles,
  financeEvent: zhFinanceEvent,
  form: zhForm,
  finding: zhFinding,
  forecast: zhForecast,
  imports: zhImports,
  harbour: zhHarbour,
  point: zhPoint,
  supervision: zhSupervision,
  help: zhHelp,
  issue: zhIssue,
  issueLedger: zhIssueLedger,
  job: zhJob,
  ledger: zhLedger,
  level: zhLevel,
  manage: zhManage,
  me: zhMe,
  meeting: zhMeeting,
  notice: zhNotice,
  orgs: zhOrgs,
  pack: zhPack,
  outbound: zhOutbound,
  paper: zhPaper,
  papers: zhPapers,
  procedure: zhProcedure,
  procedurePage: zhProcedurePage,
  project: zhProject,
  projectPage: zhProjectPage,
  projects: zhProjects,
  publicForm: zhPublicForm,
  queue: zhQueue,
  ranking: zhRanking,
  reasons: zhReasons,
  refusals: zhRefusals,
  reminder: zhReminder,
  report: zhReport,
  ruleBook: zhRuleBook,
  rules: zhRules,
  rulesTrial: zhRulesTrial,
  search: zhSearch,
  secondFactor: zhSecondFactor,
  setup: zhSetup,
  shell: zhShell,
  sitting: zhSitting,
  states: zhStates,
  supervisionSlip: zhSupervisionSlip,
  task: zhTask,
  time: zhTime,
  transfer: zhTransfer,
  update: zhUpdate,
  waiver: zhWaiver,
  walk: zhWalk,
  warnings: zhWarnings,
  views: zhViews,
  intent: zhIntent,
  promotion: zhPromotion,
  service: zhService,
  upgrade: zhUpgrade,
  visit: zhVisit,
  why: zhWhy,
  workbench: zhWorkbench,
}
export type Messages = typeof zh

const en: Messages = {
  account: enAccount,
  accounts: enAccounts,
  approval: enApproval,
  audit: enAudit,
  briefing: enBriefing,
  bulletin: enBulletin,
  calendar: enCalendar,
  catalog: enCatalog,
  changes: enChanges,
  channel: enChannel,
  colourPaper: enColourPaper,
  clearing: enClearing,
  complaint: enComplaint,
  contactDay: enContactDay,
  creation: enCreation,
  day: enDay,
  deputy: enDeputy,
  desk: enDesk,
  edit: enEdit,
  enterprise: enEnterprise,
  eventReport: enEventReport,
  export: enExport,
  factor: enFactor,
  figures: enFigures,
  financing: enFinancing,
  files: enFiles,
  financeEvent: enFinanceEvent,
  form: enForm,
  finding: enFinding,
  forecast: enForecast,
  imports: enImports,
  harbour: enHarbour,
  point: enPoint,
  supervision: enSupervision,
  help: enHelp,
  issue: enIssue,
  issueLedger: enIssueLedger,
  job: enJob,
  ledger: enLedger,
  level: enLevel,
  manage: enManage,
  me: enMe,
  meeting: enMeeting,
  notice: enNotice,
  orgs: enOrgs,
  pack: enPack,
  outbound: enOutbound,
  paper: enPaper,
  papers: enPapers,
  procedure: enProcedure,
  procedurePage: enProcedurePage,
  project: enProject,
  projectPage: enProjectPage,
  projects: enProjects,
  publicForm: enPublicForm,
  queue: enQueue,
  ranking: enRanking,
  reasons: enReasons,
  refusals: enRefusals,
  reminder: enReminder,
  report: enReport,
  ruleBook: enRuleBook,
  rules: enRules,
  rulesTrial: enRulesTrial,
  search: enSearch,
  secondFactor: enSecondFactor,
  setup: enSetup,
  shell: enShell,
  sitting: enSitting,
  states: enStates,
  supervisionSlip: enSupervisionSlip,
  task: enTask,
  time: enTime,
  transfer: enTransfer,
  update: enUpdate,
  waiver: enWaiver,
  walk: enWalk,
  warnings: enWarnings,
  views: enViews,
  intent: enIntent,
  promotion: enPromotion,
  service: enService,
  upgrade: enUpgrade,
  visit: enVisit,
  why: enWhy,
  workbench: enWorkbench,
}

export const MESSAGES: Readonly<Record<Locale, Messages>> = { 'zh-CN': zh, en }
