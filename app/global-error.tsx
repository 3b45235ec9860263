'use client'

import { Failure, type FailureProps } from '@/components/shell/failure'
import './globals.css'

/** When even the frame of a page could not be made. */
export default function GlobalFailure(props: FailureProps) {
  return (
    <html lang="zh-CN" data-theme="light">
      <body>
        <title>项目管家</title>
        <Failure {...props} />
      </body>
    </html>
  )
}
