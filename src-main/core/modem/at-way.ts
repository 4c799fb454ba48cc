import type { Words } from '../words'
import type { AtWay, Mode } from './slot-state'
import { beingBroughtBack, leftInCmux, leftInPpp, wouldGoIntoPpp } from './words'

export type { AtWay } from './slot-state'

interface Known {
  readonly mode: Mode
  readonly cmuxOn: boolean
  readonly found: boolean
  readonly held: boolean
  readonly leaving: boolean
  /** A second AT port stands by. */
  readonly second: boolean
}

/** Where a command goes, and what is known besides. */
export function wayOf(known: Known): AtWay {
  const { found, held } = known
  return { through: throughOf(known), found, held }
}

function throughOf({ mode, cmuxOn, leaving, second }: Known): AtWay['through'] {
  if (mode === 'closed') return null
  const beside = second ? 'second' : null
  if (leaving) return beside
  if (mode === 'cmux') return cmuxOn ? 'channel' : beside
  return mode === 'data' ? beside : 'port'
}

/** Why a command was not sent. */
export function whyNot(known: {
  readonly port: string
  readonly mode: Mode
  readonly found: boolean
  readonly leaving: boolean
}): Words {
  const { port, mode, found, leaving } = known
  if (leaving) return beingBroughtBack(port)
  if (mode === 'cmux') return leftInCmux(port)
  return found ? leftInPpp(port) : wouldGoIntoPpp(port)
}
