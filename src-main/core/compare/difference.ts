import { faultRows } from '../fault'
import type { ToldLine } from '../story/story'
import type { Words } from '../words'
import { align, type Pair } from './align'
import type { Step } from './step'
import {
  endsInAnotherWay,
  givenOtherCase,
  givenOtherValues,
  onlyInBad,
  onlyInGood,
  takesLonger,
} from './words'

export interface Difference {
  readonly kind: 'result' | 'arguments' | 'missing' | 'extra' | 'time'
  /** From 0 to 100: how likely it decides what became of the run. */
  readonly weight: number
  /** What was done or happened there. */
  readonly step: string
  readonly good: readonly ToldLine[]
  readonly bad: readonly ToldLine[]
  readonly words: Words
  /** What that means, where it is known. */
  readonly cause?: Words
}

/** So much weight has what matters. */
export const mattering = 40
const slowAtLeastMs = 20_000
const slowTimes = 4
/** The same command a few steps later, with the result of the other log: it only took another try. */
const retryReach = 6

export interface Comparison {
  /** In the order of the runs: the earliest that matters. */
  readonly first?: Difference
  /** The others that matter, the weightiest first. */
  readonly others: readonly Difference[]
  /** How many steps both runs have. */
  readonly common: number
}

/** What sets a bad run apart from a good one. */
export function compare(good: readonly Step[], bad: readonly Step[]): Comparison {
  const pairs = align(good, bad)
  const lastCommon = pairs.findLastIndex(
    (pair) => pair.good !== undefined && pair.bad !== undefined,
  )
  const all = pairs.flatMap((pair, at) => differences(pair, pairs, at, at > lastCommon))
  const [first, ...others] = all.filter(({ weight }) => weight >= mattering)
  return {
    ...(first ? { first } : {}),
    others: others.sort((a, b) => b.weight - a.weight),
    common: pairs.filter((pair) => pair.good && pair.bad).length,
  }
}

function differences(pair: Pair, pairs: readonly Pair[], at: number, tail: boolean): Difference[] {
  const { good, bad } = pair
  if (good && bad) return between(good, bad, pairs, at)
  if (bad) return [extra(bad, pairs, at, tail)]
  return good ? [missing(good, tail)] : []
}

function between(good: Step, bad: Step, pairs: readonly Pair[], at: number): Difference[] {
  if (good.asked !== bad.asked) return [otherArguments(good, bad)]
  if (good.result === bad.result && good.failed === bad.failed) return slow(good, bad)
  if (triedAgain(good, bad, pairs, at)) return []
  const weight = !bad.failed ? (good.failed ? 20 : 50) : good.failed ? 30 : 100
  return [told('result', weight, good, bad, endsInAnotherWay(bad.key))]
}

/** Names of access points have no case (3GPP TS 23.003, 9.1); names of users, passwords and PINs have. */
function otherArguments(good: Step, bad: Step): Difference {
  if (good.asked.toLowerCase() !== bad.asked.toLowerCase())
    return told('arguments', 80, good, bad, givenOtherValues(bad.key))
  const secret = /AUTH|CPIN|CSTT|QICSGP|SAPBR|UPSD/.test(bad.key)
  return told('arguments', secret ? 80 : 30, good, bad, givenOtherCase(bad.key))
}

function triedAgain(good: Step, bad: Step, pairs: readonly Pair[], at: number): boolean {
  const near = pairs.slice(at + 1, at + 1 + retryReach)
  const same = (one: Step | undefined, other: Step) =>
    one?.key === other.key && one.asked === other.asked && one.result === other.result
  return near.some((pair) => same(pair.bad, good) || same(pair.good, bad))
}

function slow(good: Step, bad: Step): Difference[] {
  const [quick, long] = [good.tookMs, bad.tookMs]
  if (quick === undefined || long === undefined) return []
  if (long < quick * slowTimes || long - quick < slowAtLeastMs) return []
  return [told('time', 45, good, bad, takesLonger(bad.key, quick, long))]
}

/** At the end a log may only be shorter: that says nothing. */
function missing(good: Step, tail: boolean): Difference {
  if (good.failed) return told('missing', 10, good, undefined, onlyInGood(good.key))
  const settles = good.kind === 'state' || good.key.endsWith('=')
  const weight = tail ? (good.kind === 'state' ? 35 : 15) : settles ? 45 : 5
  return told('missing', weight, good, undefined, onlyInGood(good.key))
}

const events: { readonly [key: string]: number } = {
  silence: 95,
  'bit errors': 90,
  'frames broken': 90,
  sim: 90,
  'radio off': 90,
  'call ended': 85,
  restart: 85,
  'brown-out': 85,
}

const closing = 'connection closed'
/** Something went over a connection. */
const carries = /SEND|WR=|PUB|HTTP|SHREQ/

/**
 * Servers close what is done with. It matters where nothing was sent yet, or the run went on or the good one did, more where the network took the data
 * session down, most where what the run went on with failed.
 */
function afterClosing(bad: Step, pairs: readonly Pair[], at: number, tail: boolean): number {
  const behind = pairs.slice(at + 1, at + 1 + retryReach)
  if (behind.some((pair) => pair.bad?.failed && pair.bad.key !== closing)) return 70
  if (bad.code === 'context-lost') return 60
  const goodEndsHere = !pairs
    .slice(Math.max(0, at - retryReach))
    .some((pair) => pair.good && !pair.bad)
  const used = pairs.slice(0, at).some((pair) => carries.test(pair.bad?.key ?? ''))
  return tail && goodEndsHere && used ? 30 : 45
}

function extra(bad: Step, pairs: readonly Pair[], at: number, tail: boolean): Difference {
  const known = bad.key === closing ? afterClosing(bad, pairs, at, tail) : events[bad.key]
  const again = pairs
    .slice(at + 1, at + 1 + retryReach)
    .some((pair) => pair.bad?.key === bad.key && !pair.bad.failed)
  const failing = bad.kind === 'state' ? 80 : again ? 15 : 55
  const settles = bad.kind === 'command' && bad.key.endsWith('=') && bad.asked !== ''
  const weight = known ?? (bad.failed ? failing : settles ? 20 : 5)
  return told('extra', weight, undefined, bad, onlyInBad(bad.key))
}

function told(
  kind: Difference['kind'],
  weight: number,
  good: Step | undefined,
  bad: Step | undefined,
  said: Words,
): Difference {
  const means = bad?.failed || bad?.kind === 'command' ? bad.code : undefined
  const cause = means ? faultRows[means].meaning : bad?.means
  return {
    kind,
    weight,
    step: (bad ?? good)?.key ?? '',
    good: good?.lines ?? [],
    bad: bad?.lines ?? [],
    words: said,
    ...(cause ? { cause } : {}),
  }
}
