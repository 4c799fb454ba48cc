import type { FamilyCommand } from '@core/modem/family-command'
import type { Clock } from '@core/ports/clock'
import { isRegistered } from '@core/registered'
import { sleep } from '@core/wait'
import { numberIn } from '@catalog/family-readers'
import type { FamilyLine } from './family-line'

const lookAgainMs = 1_000
/** <stat> of 27.007, 7.2. */
const denied = 3

/** 3GPP TS 27.007, 7.2 and 10.1: EPS first, then the older networks, then 5G. */
const asked = ['+CEREG', '+CREG', '+CGREG', '+C5GREG'].map((name): FamilyCommand<number> => ({
  command: `AT${name}?`,
  read: (answer) => numberIn(answer, `${name}:`, 1),
}))

/** What the modem says of its registration, the best of its networks; undefined: it tells of none. */
export async function registration(
  line: FamilyLine,
  signal?: AbortSignal,
): Promise<'registered' | 'denied' | 'none' | undefined> {
  const told: number[] = []
  for (const command of asked) {
    const { value } = await line.ask(command, signal)
    if (value !== undefined && isRegistered(value)) return 'registered'
    if (value !== undefined) told.push(value)
  }
  if (told.length === 0) return undefined
  return told.includes(denied) ? 'denied' : 'none'
}

/** Whether a network has the modem; undefined: it tells of none. */
export async function isOnNetwork(
  line: FamilyLine,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const told = await registration(line, signal)
  return told === undefined ? undefined : told === 'registered'
}

/** Waits while the modem searches, as one does that was just switched on. False: it was refused, or no network came in time. */
export async function untilOnNetwork(
  line: FamilyLine,
  clock: Clock,
  ms: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const untilUs = clock.monotonicUs() + ms * 1_000
  for (;;) {
    const told = await registration(line, signal)
    if (told === 'registered') return true
    if (told === 'denied' || clock.monotonicUs() >= untilUs) return false
    await sleep(clock, lookAgainMs, signal)
  }
}
