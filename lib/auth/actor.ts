import 'server-only'
import type { SessionAccount } from '@/lib/data/sessions'
import type { Actor } from '@/lib/domain/access'

/** The one place where an Actor comes into being: from an account whose session has just been checked. */
export const actorOf = (account: SessionAccount): Actor =>
  ({
    userId: account.id,
    personId: account.personId,
    name: account.person.name,
    role: account.role,
    districtId: account.districtId,
    orgId: account.orgId,
    enterpriseId: account.enterpriseId,
    standsInFor: account.standsInFor,
    address: account.address,
    proved: account.proved,
  }) as unknown as Actor
