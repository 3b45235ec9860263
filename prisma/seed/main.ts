// Run once by npm start on an empty embedded database.
import { closeDatabase } from '@/lib/data/close-database'
import { seedDemo } from './seed-demo'

await seedDemo()
await closeDatabase()
