import { pageTitle } from '@/lib/auth/page-title'
import { paperEditPage } from '../../paper-edit-page'

export const generateMetadata = pageTitle('papers.edit.head.MINUTES')

export default paperEditPage('MINUTES')
