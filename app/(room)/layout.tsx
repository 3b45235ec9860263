import { FollowLinks } from '@/components/ui/follow-links'
import './room.css'

/** The meeting on the projector: no rail, no bar, nothing but the topic. */
export default function RoomLayout({ children }: { children: React.ReactNode }) {
  return (
    <>
      <FollowLinks />
      {children}
    </>
  )
}
