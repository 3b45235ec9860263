import { unknownPage } from '@/components/public-form/other-pages'
import { frameWithoutPlate, page } from '../../answer'

export const dynamic = 'force-dynamic'

/** An address below a plate that leads nowhere: in the words of the public page, which has no sign-in. */
export const GET = (request: Request): Response => page(unknownPage(frameWithoutPlate(request)), 404)
