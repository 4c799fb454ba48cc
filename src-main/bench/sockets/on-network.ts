import { isRegistered } from '@core/registered'
import type { FamilyCommand } from '@core/modem/family-command'
import { numberIn } from '@catalog/family-readers'
import type { FamilyLine } from '@bench/slot/family-line'

/** 3GPP TS 27.007, 7.2 and 10.1: EPS first, then the older networks, then 5G. */
const asked = ['+CEREG', '+CREG', '+CGREG', '+C5GREG'].map((name): FamilyCommand<boolean> => ({
  command: `AT${name}?`,
  read: (answer) => {
    const stat = numberIn(answer, `${name}:`, 1)
    return stat === undefined ? undefined : isRegistered(stat)
  },
}))

/** Whether a network has the modem; undefined: it tells of none. */
export async function isOnNetwork(
  line: FamilyLine,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  let told: boolean | undefined
  for (const command of asked) {
    const { value } = await line.ask(command, signal)
    if (value) return true
    told = value ?? told
  }
  return told
}
