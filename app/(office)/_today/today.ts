import type { Role } from '@/lib/domain/access'
import { AdministratorToday } from './administrator'
import { AgencyToday } from './agency'
import { AgencyHeadToday } from './agency-head'
import { BankToday } from './bank'
import { ContactToday } from './contact'
import { DisciplineToday } from './discipline'
import { GeneralToday } from './general'
import { GroupToday } from './group'
import { LeaderToday } from './leader'
import { OfficeToday } from './office'
import type { TodayProps } from './props'

type Today = (props: TodayProps) => Promise<React.ReactNode>

/** Roles whose day looks different from what `GeneralToday` shows. */
const OWN: Readonly<Partial<Record<Role, Today>>> = {
  AGENCY: AgencyToday,
  AGENCY_HEAD: AgencyHeadToday,
  AUDITOR: AdministratorToday,
  BANK: BankToday,
  CONTACT: ContactToday,
  DISCIPLINE: DisciplineToday,
  HEAD: LeaderToday,
  LEADER: LeaderToday,
  OFFICE: OfficeToday,
  SECADMIN: AdministratorToday,
  STREET: GroupToday,
  SYSADMIN: AdministratorToday,
  TASKFORCE: GroupToday,
}

/** The first page of a role 工作台. */
export const todayOf = (role: Role): Today => OWN[role] ?? GeneralToday
