import { ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { numberIn } from '../parameters'
import { bitsOf, maskOf } from '../../radio/mask'

const maskText = (mask: bigint) => `0x${mask.toString(16).toUpperCase().padStart(16, '0')}`
const lteMask = (bands: readonly number[]) => maskOf(bands.map((band) => band - 1))

/** The masks beside that of LTE are kept and change nothing: the air has one band of each. */
function bandLine({ persona, stored }: ModemParts): string {
  const { before = [], behind = [] } = stored.radio.masks ?? persona.bands ?? {}
  const masks = [...before, maskText(lteMask(stored.radio.lteBands ?? [])), ...behind]
  return `+CNBP: ${masks.join(',')}`
}

/** `AT+CNBP=<mask>,<LTE mask>[,<mask>]` (A76XX manual V1.09, p96). Bands the modem does not have are refused. */
function setBands({ modem, values }: Asked): Outcome {
  const { bands } = modem.persona
  if (!bands) return wrong
  const { lte, before = [], behind = [] } = bands
  if (values.length !== before.length + 1 + behind.length) return wrong
  if (!values.every(({ text, quoted }) => !quoted && /^0x[0-9a-f]{16}$/i.test(text))) return wrong
  const asked = BigInt(values[before.length]?.text ?? '0')
  if (asked === 0n || (asked & ~lteMask(lte)) !== 0n) return wrong
  return {
    waitMs: 300,
    then: () => {
      const texts = values.map(({ text }) => text)
      modem.stored.radio.masks = {
        before: texts.slice(0, before.length),
        behind: texts.slice(before.length + 1),
      }
      modem.stored.radio.lteBands = bitsOf(asked).map((bit) => bit + 1)
      modem.radio.limitsChanged()
      return {}
    },
  }
}

function cellLine({ stored }: ModemParts): string {
  const { cell } = stored.radio
  return cell ? `+CCELLCFG: ${cell.pci},${cell.earfcn}` : '+CCELLCFG: 0,0'
}
/** `AT+CCELLCFG=1,<pci>,<earfcn>` locks, `=0` frees. */
function setCell({ modem, values }: Asked): Outcome {
  const [mode, pci, earfcn] = values
  const on = numberIn(mode, 0, 1)
  if (on === undefined || values.length !== (on === 1 ? 3 : 1)) return wrong
  const cell = { pci: numberIn(pci, 0, 503) ?? -1, earfcn: numberIn(earfcn, 0, 262_143) ?? -1 }
  if (on === 1 && (cell.pci < 0 || cell.earfcn < 0)) return wrong
  modem.stored.radio.cell = on === 1 ? cell : undefined
  modem.radio.limitsChanged()
  return {}
}

/** Bands and the lock to a cell as SIMCom's firmware has them. */
export const radioLimits: Behaviour = [
  { name: '+CNBP', read: ({ modem }) => ok(bandLine(modem)), set: setBands },
  { name: '+CCELLCFG', read: ({ modem }) => ok(cellLine(modem)), set: setCell },
]
