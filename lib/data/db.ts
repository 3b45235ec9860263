import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'

export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

const globalForDb = globalThis as unknown as { db?: PrismaClient }

/**
 * A client of the database in DATABASE_URL.
 *
 * @param patience how long a transaction may wait and take, in milliseconds, where it does not say itself; Prisma's own
 * few seconds if not given
 */
export function connect(patience?: number): PrismaClient {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set')
  // Sessions in UTC: with another zone Prisma stores instants hours off while its own round trip looks right.
  const adapter = new PrismaPg({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    options: '-c timezone=UTC -c statement_timeout=60000',
  })
  return new PrismaClient({
    adapter,
    ...(patience && { transactionOptions: { maxWait: patience, timeout: patience } }),
  })
}

/** The database; opened at first use, because a build imports this module without one. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, key) {
    globalForDb.db ??= connect()
    const value = Reflect.get(globalForDb.db, key) as unknown
    return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(globalForDb.db) : value
  },
})
