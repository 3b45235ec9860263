import { type Fraction, over, times, toFixedDecimal, whole } from '../decimal'
import type { FigureValue } from '../figure'
import { FEN_PER_WAN } from '../money'

const FEN_PER_YI = FEN_PER_WAN * 10_000n

/** What is said where there is nothing to say a number of: a share of nothing is no nought 无. */
export const NONE = '无'

/** Steps a number is rounded down to, for a text that says “余”. */
const STEPS = { 余十: 10n, 余百: 100n, 余千: 1_000n, 余万: 10_000n } as const
type Step = keyof typeof STEPS
const STEP_NAMES = Object.keys(STEPS) as Step[]
const isStep = (format: string): format is Step => Object.hasOwn(STEPS, format)

/** Ways to say a value of each kind besides the usual one 说法. */
const FORMATS: Readonly<Record<FigureValue['kind'], readonly string[]>> = {
  count: STEP_NAMES,
  money: ['亿元', '万元', ...STEP_NAMES],
  foreign: STEP_NAMES,
  share: ['整数'],
  time: [],
  names: ['和'],
}

/** The ways a kind of value can be said. */
export const formatsOf = (kind: FigureValue['kind']): readonly string[] => FORMATS[kind]

const CURRENCIES: Readonly<Record<string, string>> = {
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  HKD: '港元',
  KRW: '韩元',
  AUD: '澳元',
  SGD: '新加坡元',
}

/** At most two places, none that say nothing: 28.2, 5.29, 500. */
function shortDecimal(value: Fraction): string {
  const text = toFixedDecimal(value, 2)
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text
}

/** An amount of hundredths in 亿 or 万 of its currency, as an office writes it. */
function amountWords(hundredths: bigint, currency: string): string {
  const size = hundredths < 0n ? -hundredths : hundredths
  if (size >= FEN_PER_YI) return `${shortDecimal(over(whole(hundredths), whole(FEN_PER_YI)))}亿${currency}`
  if (size >= FEN_PER_WAN || size === 0n)
    return `${shortDecimal(over(whole(hundredths), whole(FEN_PER_WAN)))}万${currency}`
  return `${shortDecimal(over(whole(hundredths), whole(100)))}${currency}`
}

/** `1500余`, or the number itself where it is one of the steps or below the first. */
function roundedWords(n: bigint, step: Step): string {
  const size = STEPS[step]
  if (n < size) return String(n)
  const down = n - (n % size)
  const more = n === down ? '' : '余'
  if (step !== '余万') return `${down}${more}`
  const wan = down / size
  return `${wan === 1n && more ? '' : wan}万${more}`
}

const percentOf = (part: bigint, all: bigint, places: number): string =>
  `${toFixedDecimal(over(times(whole(part), whole(100)), whole(all)), places)}%`

const UNITS = { day: '天', workday: '个工作日', minute: '分钟' } as const

function moneyWords(hundredths: bigint, currency: string, format: string | null): string {
  if (format === '亿元') return `${shortDecimal(over(whole(hundredths), whole(FEN_PER_YI)))}亿元`
  if (format === '万元') return `${shortDecimal(over(whole(hundredths), whole(FEN_PER_WAN)))}万元`
  // Steps of money are steps of 万: what is below one is said as it is.
  if (format !== null && isStep(format) && format !== '余万' && hundredths >= STEPS[format] * FEN_PER_WAN) {
    const wan = hundredths / FEN_PER_WAN
    const exact = hundredths % FEN_PER_WAN === 0n && wan % STEPS[format] === 0n
    return `${wan - (wan % STEPS[format])}${exact ? '' : '余'}万${currency}`
  }
  return amountWords(hundredths, currency)
}

/**
 * A value as the office writes it in a text: 5.29亿元, 43.0%, 7241万美元, 英国、德国; a share of nothing is 无.
 *
 * @param format one of `formatsOf` the kind, or null for the usual way
 * @example valueWords({ kind: 'count', n: 1543 }, '余百') // '1500余'
 */
export function valueWords(value: FigureValue, format: string | null): string {
  switch (value.kind) {
    case 'count':
      return format !== null && isStep(format) ? roundedWords(BigInt(value.n), format) : String(value.n)
    case 'money':
      return moneyWords(value.fen, '元', format)
    case 'foreign':
      return moneyWords(value.minor, CURRENCIES[value.currency] ?? value.currency, format)
    case 'share':
      return value.whole === 0n ? NONE : percentOf(value.part, value.whole, format === '整数' ? 0 : 1)
    case 'time': {
      if (value.amount === null) return NONE
      const amount = Number.isInteger(value.amount) ? String(value.amount) : value.amount.toFixed(1)
      return `${amount}${UNITS[value.unit]}`
    }
    case 'names':
      if (value.names.length === 0) return NONE
      return format === '和' && value.names.length > 1
        ? `${value.names.slice(0, -1).join('、')}和${value.names.at(-1)}`
        : value.names.join('、')
  }
}
