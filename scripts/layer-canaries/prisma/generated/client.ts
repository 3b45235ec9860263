export const target = 'prisma/generated/client.ts'
