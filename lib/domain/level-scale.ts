/** 四色, from best to worst: 灰 未计时 < 绿 正常 < 蓝 提醒 < 黄 预警 < 红 督办. */
export const LEVELS = ['GREY', 'GREEN', 'BLUE', 'YELLOW', 'RED'] as const
export type Level = (typeof LEVELS)[number]

const RANK: Readonly<Record<Level, number>> = { GREY: 0, GREEN: 1, BLUE: 2, YELLOW: 3, RED: 4 }

/** Negative when `a` is the better one. */
export const compareLevel = (a: Level, b: Level): number => RANK[a] - RANK[b]

/** The worst of several; GREY of none. */
export const worst = (levels: Iterable<Level>): Level => {
  let result: Level = 'GREY'
  for (const level of levels) if (RANK[level] > RANK[result]) result = level
  return result
}

/** At most this bad. */
export const atMost = (level: Level, cap: Level): Level => (RANK[level] > RANK[cap] ? cap : level)
