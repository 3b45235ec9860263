import 'server-only'
import type { Tx } from './db'
import { enterpriseSearchText, personSearchText } from './search-text'

/** The enterprise of that name 建设单位; made when nobody knew it. */
export async function findOrCreateEnterprise(tx: Tx, districtId: string, name: string): Promise<string> {
  const { id } = await tx.enterprise.upsert({
    where: { districtId_name: { districtId, name } },
    create: { districtId, name, searchText: enterpriseSearchText({ name }) },
    update: {},
    select: { id: true },
  })
  return id
}

/** A contact is the same person when name and number agree; nobody is asked twice for what is known. */
export async function findOrCreateContact(
  tx: Tx,
  districtId: string,
  enterpriseId: string | null,
  name: string | undefined,
  phone: string | undefined,
) {
  if (!name) return null
  const known = await tx.person.findFirst({
    where: { districtId, name, phone: phone ?? null, enterpriseId },
    select: { id: true },
  })
  const person =
    known ??
    (await tx.person.create({
      data: { districtId, name, phone: phone ?? null, enterpriseId, searchText: personSearchText({ name }) },
      select: { id: true },
    }))
  return person.id
}
