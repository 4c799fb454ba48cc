import { ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Heard } from '../../air'
import type { Asked, Behaviour } from '../../behaviour'
import { withCard } from '../../behaviour'
import { numberIn } from '../../parameters'
import { around } from '../cells'
import { tuple } from '../tuple'

const SYSTEM = 'LTE CAT-M1'

/** `earfcn,pci,rsrp,rssi,rsrq,sinr`, and of the serving cell `tac,cellid,mcc,mnc,tx power` (255: none). */
function row({ cell, level }: Heard, at: number): string {
  const { powerDbm, rssiDbm, qualityDb, sinrDb } = level
  const measured = [powerDbm, rssiDbm, qualityDb, sinrDb].map(Math.round).join(',')
  const plmn = `${cell.plmn.slice(0, 3)},${cell.plmn.slice(3)}`
  const place = at === 0 ? `,${cell.areaCode},${cell.cellId},${plmn},255` : ''
  return `+CENG: ${at},"${cell.channel},${cell.physicalId},${measured}${place}"`
}

/** As a SIM7080 answered in public: mode, neighbours, how many rows, and the system; then the rows. */
function engineering({ modem }: Asked): Outcome {
  const [mode = 0, neighbours = 0] = modem.kept.get('+CENG') ?? []
  if (mode === 0) return ok(`+CENG: ${mode},${neighbours}`)
  const rows = around(modem).slice(0, neighbours === 1 ? 7 : 1)
  return ok(`+CENG: ${mode},${neighbours},${rows.length},${SYSTEM}`, ...rows.map(row))
}

const bandLine = (system: string, bands: readonly number[]) =>
  `+CBANDCFG: "${system}",${bands.join(',')}`

const NB_IOT = 'NB-IOT'

/** `AT+CBANDCFG="CAT-M",1,3`. NB-IoT is not on the simulated air: its bands are kept, and change nothing. */
function setBands({ modem, values }: Asked): Outcome {
  const able = modem.persona.bands?.lte ?? []
  const system = values[0]?.text
  const bands = values.slice(1).map((value) => numberIn(value, 1, 86) ?? 0)
  if ((system !== 'CAT-M' && system !== NB_IOT) || bands.length === 0) return wrong
  if (!bands.every((band) => able.includes(band))) return wrong
  return {
    waitMs: 100,
    then: () => {
      if (system === NB_IOT) {
        modem.stored.named.set(NB_IOT, bands.join(','))
        return {}
      }
      modem.stored.radio.lteBands = bands
      modem.radio.limitsChanged()
      return {}
    },
  }
}

/** SIM7070_SIM7080_SIM7090 Series AT Command Manual, and public logs of SIM7070 and SIM7080. */
export const sim7070Radio: Behaviour = [
  {
    name: '+CENG',
    test: () => ok('+CENG: (0,1),(0,1)'),
    read: engineering,
    set: ({ modem, values }) => {
      const mode = numberIn(values[0], 0, 1)
      const neighbours = values[1] ? numberIn(values[1], 0, 1) : 0
      if (mode === undefined || neighbours === undefined || values.length > 2) return wrong
      modem.kept.set('+CENG', [mode, neighbours])
      return {}
    },
  },
  {
    name: '+CBANDCFG',
    test: ({ modem: { persona } }) =>
      ok(`+CBANDCFG: (CAT-M,${NB_IOT}),(${persona.bands?.lte.join(',') ?? ''})`),
    read: ({ modem: { persona, stored } }) =>
      ok(
        bandLine('CAT-M', stored.radio.lteBands ?? []),
        `+CBANDCFG: "${NB_IOT}",${stored.named.get(NB_IOT) ?? persona.bands?.lte.join(',')}`,
      ),
    set: setBands,
  },
  tuple('+CMNB', [[1, 3]], [1]),
  {
    name: '+CCID',
    test: () => ok(),
    execute: withCard(({ modem }) => ok(modem.card.data?.iccid ?? '')),
  },
]
