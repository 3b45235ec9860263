// Run once by npm start on an empty embedded database.
import pg from 'pg'
import { closeDatabase } from '@/lib/data/close-database'
import { seedDemo } from './seed-demo'

// A start that was killed may have left its seed running: then this one waits for it and finds its work done.
const LOCK = 72_707_370
const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
await client.query('SELECT pg_advisory_lock($1)', [LOCK])
const { rowCount } = await client.query('SELECT 1 FROM "District" LIMIT 1')
if (rowCount === 0) await seedDemo()
await closeDatabase()
await client.end()
