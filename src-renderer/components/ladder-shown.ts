import type { Rung, SlotState } from '@contract'

/** A rung as a reader should take it: so now, or only until something below it broke. */
export interface ShownRung {
  readonly rung: Rung
  /** It was so when the rung below it broke, at this time. */
  readonly untilMs: number | null
}

/**
 * What stands on a broken rung stands no longer, whatever was read before. A link that we hold ourselves is seen, not read:
 * what it carries is true even when the modem has said something else of its SIM or its network.
 */
export function ladderShown({ rungs, port, ip }: SlotState): readonly ShownRung[] {
  const held = port?.state === 'open' && ip !== null
  let brokenMs: number | undefined
  return rungs.map((rung) => {
    const past =
      brokenMs !== undefined && isResult(rung) && !(held && ofLink.includes(rung.id))
        ? brokenMs
        : null
    if (past === null && breaks(rung, port)) brokenMs ??= rung.sinceMs ?? 0
    return { rung, untilMs: past }
  })
}

const ofLink: readonly Rung['id'][] = ['context', 'ppp', 'ip', 'internet']
const isResult = ({ state }: Rung) => state === 'fine' || state === 'warning' || state === 'busy'

/** A port that is closed says nothing of the modem behind it. */
function breaks({ id, state }: Rung, port: SlotState['port']): boolean {
  return state === 'failure' || (id === 'port' && port?.state !== 'open')
}
