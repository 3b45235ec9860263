import * as lucide from 'lucide'
import { createElement, type SVGProps } from 'react'

type SignProps = SVGProps<SVGSVGElement> & { size?: number }

/** A sign: how it looks is said by whoever puts it somewhere. */
export type Icon = (props: SignProps) => React.ReactNode

/**
 * A sign of Lucide, drawn on the server. lucide-react makes each one a component of the browser's, which a page fetches, renders
 * three times and brings to life for nothing: its shapes alone come from the library.
 */
const sign =
  (shapes: lucide.IconNode): Icon =>
  ({ size = 24, ...rest }) => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...rest}
    >
      {shapes.map(([tag, attributes]) => createElement(tag, { key: Object.values(attributes).join(), ...attributes }))}
    </svg>
  )

export const ArrowDown = sign(lucide.ArrowDown)
export const ArrowDownToLine = sign(lucide.ArrowDownToLine)
export const ArrowUp = sign(lucide.ArrowUp)
export const Ban = sign(lucide.Ban)
export const Bell = sign(lucide.Bell)
export const BookText = sign(lucide.BookText)
export const BookOpen = sign(lucide.BookOpen)
export const Building2 = sign(lucide.Building2)
export const CalendarCheck = sign(lucide.CalendarCheck)
export const CalendarDays = sign(lucide.CalendarDays)
export const ChartNoAxesColumn = sign(lucide.ChartNoAxesColumn)
export const Check = sign(lucide.Check)
export const CheckCheck = sign(lucide.CheckCheck)
export const ChevronDown = sign(lucide.ChevronDown)
export const ChevronLeft = sign(lucide.ChevronLeft)
export const ChevronRight = sign(lucide.ChevronRight)
export const CircleHelp = sign(lucide.CircleHelp)
export const CircleSlash = sign(lucide.CircleSlash)
export const ClipboardCheck = sign(lucide.ClipboardCheck)
export const Columns3 = sign(lucide.Columns3)
export const Download = sign(lucide.Download)
export const Ellipsis = sign(lucide.Ellipsis)
export const Eye = sign(lucide.Eye)
export const FileInput = sign(lucide.FileInput)
export const FilePlus2 = sign(lucide.FilePlus2)
export const FileText = sign(lucide.FileText)
export const Flag = sign(lucide.Flag)
export const Group = sign(lucide.Group)
export const Hourglass = sign(lucide.Hourglass)
export const KeyRound = sign(lucide.KeyRound)
export const Landmark = sign(lucide.Landmark)
export const Lock = sign(lucide.Lock)
export const LogOut = sign(lucide.LogOut)
export const Maximize = sign(lucide.Maximize)
export const MessageSquareWarning = sign(lucide.MessageSquareWarning)
export const Minimize = sign(lucide.Minimize)
export const Paperclip = sign(lucide.Paperclip)
export const Pause = sign(lucide.Pause)
export const Phone = sign(lucide.Phone)
export const Play = sign(lucide.Play)
export const Plus = sign(lucide.Plus)
export const Presentation = sign(lucide.Presentation)
export const Printer = sign(lucide.Printer)
export const RefreshCw = sign(lucide.RefreshCw)
export const RotateCcw = sign(lucide.RotateCcw)
export const Rows3 = sign(lucide.Rows3)
export const ScrollText = sign(lucide.ScrollText)
export const Search = sign(lucide.Search)
export const Send = sign(lucide.Send)
export const Settings2 = sign(lucide.Settings2)
export const SquareCheckBig = sign(lucide.SquareCheckBig)
export const Stamp = sign(lucide.Stamp)
export const Store = sign(lucide.Store)
export const Table2 = sign(lucide.Table2)
export const TriangleAlert = sign(lucide.TriangleAlert)
export const Undo2 = sign(lucide.Undo2)
export const UserRound = sign(lucide.UserRound)
export const Users = sign(lucide.Users)
export const X = sign(lucide.X)
export const HeartHandshake = sign(lucide.HeartHandshake)
export const Zap = sign(lucide.Zap)
