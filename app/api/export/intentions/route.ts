import { takeFinancing } from '../take-financing'

export const dynamic = 'force-dynamic'

export const GET = takeFinancing('intentions')
