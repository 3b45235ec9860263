import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // Read lazily: `prisma generate` must work with no database configured.
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
