type Leader = Readonly<{ id: string; heads: boolean }>

/**
 * Who is proposed to chair a meeting 主持人: the head of the district, else the leader most of its topics belong to.
 *
 * @param leaders leader of each topic's project, one entry a topic
 */
export function chairOf(chairs: readonly Leader[], leaders: readonly string[]): string | null {
  const topicsOf = (id: string) => leaders.filter((one) => one === id).length
  const head = chairs.find(({ heads }) => heads)
  if (head) return head.id
  const [most] = chairs.filter(({ id }) => topicsOf(id) > 0).toSorted((a, b) => topicsOf(b.id) - topicsOf(a.id))
  return most?.id ?? null
}
