import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'
import { originOfRequest } from '@/lib/auth/origin'

const handler = NextAuth(authOptions) as (request: Request, context: unknown) => Promise<Response>

export { handler as GET }

/** Signing in and out is for our own pages, as every other form is. */
export async function POST(request: Request, context: unknown): Promise<Response> {
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  return handler(request, context)
}
