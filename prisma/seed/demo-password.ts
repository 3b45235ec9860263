// Run by every npm start on the embedded database: prints as JSON which password the demo accounts have.
import { closeDatabase } from '@/lib/data/close-database'
import { demoPassword } from '@/scripts/demo-accounts.mjs'
import { settleDemoPassword } from './settle-demo-password'

console.log(JSON.stringify(await settleDemoPassword(process.env.DEMO_PASSWORD || undefined, demoPassword())))
await closeDatabase()
