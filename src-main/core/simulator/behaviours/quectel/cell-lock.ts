import { ok, wrong, type Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import type { ModemParts } from '../../modem-parts'
import { numberIn } from '../../parameters'

/** EC2x has an action before channel and cell, and a status behind them; RM5xx says how many cells follow. */
const kinds = {
  'common/lte': { locked: 2, tail: ',0' },
  'common/4g': { locked: 1, tail: '' },
} as const
type Kind = keyof typeof kinds

/** `+QNWLOCK: "common/lte",2,<earfcn>,<pci>,<status>`, all 0 where nothing is locked; `+QNWLOCK: "common/4g",1,<earfcn>,<pci>`, or 0. */
function line({ stored }: ModemParts, kind: Kind): string {
  const { locked, tail } = kinds[kind]
  const { cell } = stored.radio
  if (cell) return `+QNWLOCK: "${kind}",${locked},${cell.earfcn},${cell.pci}${tail}`
  return `+QNWLOCK: "${kind}",${kind === 'common/lte' ? '0,0,0,0' : '0'}`
}

function lock({ modem, values }: Asked, kind: Kind): Outcome {
  if (values[0]?.text !== kind) return wrong
  if (values.length === 1) return ok(line(modem, kind))
  const { locked } = kinds[kind]
  const action = numberIn(values[1], 0, locked)
  const earfcn = numberIn(values[2], 0, 262_143)
  const pci = numberIn(values[3], 0, 503)
  if (action === 0 && values.length === 2) modem.stored.radio.cell = undefined
  else if (action !== locked || earfcn === undefined || pci === undefined || values.length > 4)
    return wrong
  else modem.stored.radio.cell = { earfcn, pci }
  modem.radio.limitsChanged()
  return {}
}

/** EC2x&EG2x&EG9x&EM05 AT Commands Manual V2.2, 6.13; RG50xQ&RM5xxQ AT Commands Manual. A lock to a channel alone is not simulated. */
export const quectelCellLock = (kind: Kind): Behaviour => [
  { name: '+QNWLOCK', set: (asked) => lock(asked, kind) },
]
