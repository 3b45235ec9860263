import 'server-only'
import type { Tx } from './db'
import { enterpriseSearchText, personSearchText } from './search-text'

/** The enterprise of that name 建设单位, or one that goes by it since a duplicate was merged; made when nobody knew it. */
export async function findOrCreateEnterprise(tx: Tx, districtId: string, name: string): Promise<string> {
  const known = await findEnterpriseNamed(tx, districtId, name)
  if (known) return known.id
  const { id } = await tx.enterprise.upsert({
    where: { districtId_name: { districtId, name } },
    create: { districtId, name, searchText: enterpriseSearchText({ name }) },
    update: {},
    select: { id: true },
  })
  return id
}

/** The enterprise of a name, or the first that also goes by it; null when nobody knows it. */
export async function findEnterpriseNamed(tx: Tx, districtId: string, name: string) {
  const found = await tx.enterprise.findMany({
    where: { districtId, OR: [{ name }, { aliases: { has: name } }] },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  })
  return found.find((row) => row.name === name) ?? found[0] ?? null
}

/** Every enterprise of a district under every name it goes by; where two go by one, whose own name it is comes last and counts. */
export async function enterpriseNames(tx: Tx, districtId: string): Promise<{ id: string; name: string }[]> {
  const rows = await tx.enterprise.findMany({ where: { districtId }, select: { id: true, name: true, aliases: true } })
  return [
    ...rows.flatMap(({ id, aliases }) => aliases.map((name) => ({ id, name }))),
    ...rows.map(({ id, name }) => ({ id, name })),
  ]
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
