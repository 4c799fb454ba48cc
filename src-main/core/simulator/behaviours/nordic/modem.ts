import type { Heard } from '../../air'
import { error, ok, wrong } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import { withCard } from '../../behaviour'
import { numberIn } from '../../parameters'
import { around } from '../cells'
import { tuple } from '../tuple'

const hex = (value: number, digits: number) =>
  value.toString(16).toUpperCase().padStart(digits, '0')
/** <rsrp> and <snr> of %XMONITOR are indices: RSRP is -140 dBm and the index, SNR -24 dB and the index. */
const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)))

/** `%XMONITOR: 1,"EDAV","EDAV","26295","00B7",7,4,"00011B07",7,2300,63,39,"","11100000","11100000","00000000"` (reference guide, 8.15). */
function monitor({ modem }: Asked) {
  const { radio, network } = modem
  const heard = radio.serving()
  if (!heard || radio.state.kind !== 'registered') return ok('%XMONITOR: 2')
  const { cell, level } = heard
  const { longName = '', shortName = '' } = network.operator(cell.plmn) ?? {}
  const names = `"${longName}","${shortName}","${cell.plmn}"`
  const band = /\d+$/.exec(cell.band)?.[0] ?? ''
  const place = `"${hex(cell.areaCode, 4)}",7,${band},"${hex(cell.cellId, 8)}",${cell.physicalId},${cell.channel}`
  const levels = `${within(level.powerDbm + 140, 97)},${within(level.sinrDb + 24, 49)}`
  const state = radio.state.roaming ? 5 : 1
  return ok(`%XMONITOR: ${state},${names},${place},${levels},"","11100000","11100000","00000000"`)
}

/** How long the receiver listens beside its own frequency. */
const MEASURE_MS = 2_000
/** `<earfcn>,<pci>,<rsrp>,<rsrq>`; the levels are indices: -141 dBm and the index, -20 dB and half of it. */
const measured = ({ cell, level }: Heard) =>
  `${cell.channel},${cell.physicalId},${within(level.powerDbm + 141, 97)},${within((level.qualityDb + 20) * 2, 34)}`

/** `%NCELLMEAS: 0,"<cell>","<plmn>","<tac>",<timing advance>,<cell measured>,<time>[,<neighbour>,<time difference>…]`, some seconds behind the OK. */
function measure({ modem }: Asked) {
  if (modem.radio.functionality !== 1) return error
  modem.pace.schedule(MEASURE_MS, () => {
    const [serving, ...others] = around(modem)
    if (!serving) return modem.say('%NCELLMEAS: 1')
    const { plmn, areaCode, cellId } = serving.cell
    const place = `"${hex(cellId, 8)}","${plmn}","${hex(areaCode, 4)}",65535`
    const neighbours = others.slice(0, 7).map((one) => `,${measured(one)},0`)
    modem.say(`%NCELLMEAS: 0,${place},${measured(serving)},${MEASURE_MS}${neighbours.join('')}`)
  })
  return ok()
}

/** nRF9160 AT Commands Command Reference Guide v2.2. */
export const nordicModem: Behaviour = [
  { name: '%XMONITOR', execute: monitor },
  {
    name: '%XSIM',
    read: ({ modem }) => ok(`%XSIM: ${modem.card.state === 'ready' ? 1 : 0}`),
    set: ({ values }) => (numberIn(values[0], 0, 1) === undefined ? wrong : {}),
  },
  {
    name: '%XICCID',
    execute: withCard(({ modem }) => ok(`%XICCID: ${modem.card.data?.iccid ?? ''}`)),
  },
  {
    name: '%XVBAT',
    execute: ({ modem }) => ok(`%XVBAT: ${Math.round(modem.supply.volts * 1000)}`),
  },
  {
    name: '%XTEMP',
    read: ({ modem }) => ok(`%XTEMP: ${Math.round(modem.supply.celsius)}`),
    set: ({ values }) => (numberIn(values[0], 0, 1) === undefined ? wrong : {}),
  },
  // LTE-M, NB-IoT, GNSS, and what is preferred; at least one radio.
  {
    ...tuple(
      '%XSYSTEMMODE',
      [
        [0, 1],
        [0, 1],
        [0, 1],
        [0, 4],
      ],
      [1, 0, 0, 0],
    ),
    test: () => ok('%XSYSTEMMODE: (0-1),(0-1),(0-1),(0-4)'),
  },
  { name: '%NCELLMEAS', execute: measure },
  { name: '%HWVERSION', execute: () => ok('%HWVERSION: nRF9160 SICA B0A') },
  {
    name: '%SHORTSWVER',
    execute: ({ modem }) =>
      ok(`%SHORTSWVER: ${modem.persona.identity.firmware.replace('mfw_', '')}`),
  },
  {
    name: '%XCBAND',
    execute: ({ modem }) => {
      const band = /\d+$/.exec(modem.radio.serving()?.cell.band ?? '')?.[0]
      return band === undefined ? error : ok(`%XCBAND: ${band}`)
    },
    test: ({ modem }) => ok(`%XCBAND: (${(modem.persona.bands?.lte ?? []).join(',')})`),
  },
]
