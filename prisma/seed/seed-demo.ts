import { businessDay } from '@/lib/clock'
import { demoPassword } from '@/scripts/demo-accounts.mjs'
import { seedDemoDistrict } from './demo-district'

/** Writes the demo district of the business day and prints what it holds. */
export async function seedDemo(): Promise<void> {
  const t0 = performance.now()
  const today = businessDay()
  const { projects, signed, procedures, events, levels } = await seedDemoDistrict(today, demoPassword())
  const colours = Object.entries(levels)
    .map(([level, count]) => `${level} ${count}`)
    .join(', ')
  console.log(
    `demo district of ${today}: ${projects} projects, ${signed} signed (${colours}), ${procedures} procedures, ${events} moves; ${Math.round(performance.now() - t0)} ms`,
  )
}
