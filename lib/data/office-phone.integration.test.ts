import { expect, test } from 'vitest'
import { db } from './db'
import { makeDistrict } from './district.fixture'
import { officePhone } from './office-phone'

test('whoever may call people learns the number of his own district’s office, and nobody another’s', async () => {
  const [here, there] = [await makeDistrict(), await makeDistrict()]
  await db.person.update({ where: { id: here.office.personId }, data: { phone: '13000001234' } })
  await db.person.update({ where: { id: there.office.personId }, data: { phone: null } })
  expect((await officePhone(here.steward))?.phone).toBe('13000001234')
  expect(await officePhone(there.steward)).toBeNull()
  expect(await officePhone(here.auditor)).toBeNull()
  await db.user.update({ where: { id: here.office.userId }, data: { disabledAt: new Date() } })
  expect(await officePhone(here.steward)).toBeNull()
})
