import type { Words } from '../words'
import type { Mode } from './mode'
import { beingBroughtBack, leftInCmux, leftInPpp, wouldGoIntoPpp } from './words'

/** How AT can be used now. */
export interface AtWay {
  /** The bare port, a channel of our multiplexer, the second AT port; null: nowhere, commands are refused. */
  readonly through: 'port' | 'channel' | 'second' | null
  /** The modem was found in data mode or in the multiplexer: an earlier program left it there. */
  readonly found: boolean
  /** A call waits for ATO. */
  readonly held: boolean
}

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
