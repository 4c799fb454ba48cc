import { bytesOf, latin1 } from '../../bytes'
import { bitsOf, maskOf } from '../../radio/mask'
import { error, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Heard } from '../air'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { numberIn } from '../parameters'
import { around } from './cells'

const MOST_SOCKETS = 6
const ALL_CELLS = 7
const hex = (value: number, digits: number) =>
  value.toString(16).toUpperCase().padStart(digits, '0')
const bandOf = ({ cell }: Heard) => /\d+$/.exec(cell.band)?.[0] ?? ''
const mask = (bands: readonly number[]) => maskOf(bands.map((band) => band - 1))

/** As LE910 and an LTE modem of Telit under RouterOS answered in public; a neighbour has its physical cell as Id, and no TAC. */
function moni({ network }: ModemParts, { cell, level }: Heard, at: number): string {
  const { powerDbm, qualityDb, rssiDbm } = level
  const [rsrp, rsrq, rssi] = [powerDbm, qualityDb, rssiDbm].map(Math.round)
  const measured = `RSRP:${rsrp} RSRQ:${rsrq}`
  const power = `EARFCN:${cell.channel} PWR:${rssi}dbm`
  if (at > 0) return `#MONI: ${measured} Id:${hex(cell.physicalId, 7)} ${power}`
  const name = network.operator(cell.plmn)?.longName ?? ''
  const place = `TAC:${hex(cell.areaCode, 4)} Id:${hex(cell.cellId, 7)}`
  return `#MONI: ${name} ${measured} ${place} ${power} DRX:1280 pci:${cell.physicalId} QRxLevMin:-124`
}

function cells({ modem }: Asked): Outcome {
  const which = modem.kept.get('#MONI')?.[0] ?? 0
  const heard = around(modem).slice(0, which === ALL_CELLS ? 7 : 1)
  return ok(...heard.map((one, at) => moni(modem, one, at)))
}

/** `"440 10",earfcn,rsrp,rssi,rsrq,tac,rac,tx power,drx,mm,rrc,cell,"imsi","name",service,band`, as an LE910 answered in public. */
function status({ modem }: Asked): Outcome {
  const { radio, network, card, calls } = modem
  const heard = radio.serving()
  if (!heard || radio.state.kind !== 'registered') return ok('#RFSTS: ,,,,,,,,,,,,,,,')
  const { cell, level } = heard
  const { powerDbm, rssiDbm, qualityDb } = level
  const plmn = `"${cell.plmn.slice(0, 3)} ${cell.plmn.slice(3)}"`
  const measured = [powerDbm, rssiDbm, qualityDb].map(Math.round).join(',')
  const rrc = calls.current ? 2 : 0
  const name = network.operator(cell.plmn)?.longName ?? ''
  const where = `${hex(cell.areaCode, 4)},1,,1280,19,${rrc},${hex(cell.cellId, 7)}`
  const who = `"${card.data?.imsi ?? ''}","${name}"`
  return ok(`#RFSTS: ${plmn},${cell.channel},${measured},${where},${who},3,${bandOf(heard)}`)
}

const activate = withCard(({ modem, values }) => {
  const cid = numberIn(values[0], 1, 6)
  const on = numberIn(values[1], 0, 1)
  if (cid === undefined || on === undefined || values.length > 4) return wrong
  const { stack } = modem
  if (on === 0) {
    stack.close()
    return {}
  }
  if (stack.isOpen || modem.radio.state.kind !== 'registered') return error
  return {
    waitMs: modem.pick([300, 1_800]),
    then: () => {
      const refused = modem.contexts.get(cid) === undefined && modem.calls.activate(cid)
      return refused || !stack.open() ? error : ok(`#SGACT: ${stack.address}`)
    },
  }
})

/** `AT#SD=<socket>,<0 TCP, 1 UDP>,<port>,"<host>",0,0,1`: command mode alone is simulated, which leaves the octets waiting. */
function dial({ modem, values }: Asked): Outcome {
  const { stack } = modem
  const number = numberIn(values[0], 1, MOST_SOCKETS)
  const kind = numberIn(values[1], 0, 1)
  const port = numberIn(values[2], 1, 65_535)
  const host = values[3]?.text ?? ''
  const commandMode = numberIn(values[6], 1, 1)
  if (number === undefined || kind === undefined || port === undefined || host === '') return wrong
  if (commandMode === undefined) return wrong
  if (!stack.isOpen || stack.socket(number)) return error
  if (kind === 1) {
    stack.bind(number, { host, port })
    return {}
  }
  return { until: async () => ((await stack.connect(number, host, port)) === 0 ? {} : error) }
}

function send({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 1, MOST_SOCKETS)
  const length = numberIn(values[1], 1, 1500)
  if (number === undefined || length === undefined) return wrong
  if (!modem.stack.socket(number)) return error
  return {
    octets: length,
    prompt: (typed) => (modem.stack.send(number, bytesOf(typed)) ? {} : error),
  }
}

/** Nothing waits: refused. */
function receive({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 1, MOST_SOCKETS)
  const most = numberIn(values[1], 1, 1500)
  if (number === undefined || most === undefined) return wrong
  const { octets } = modem.stack.take(number, most)
  if (octets.length === 0) return error
  return ok(`#SRECV: ${number},${octets.length}`, latin1(octets))
}

function hangUp({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 1, MOST_SOCKETS)
  if (number === undefined) return wrong
  modem.stack.end(number)
  return {}
}

function lookUp({ modem, values }: Asked): Outcome {
  const name = values[0]?.text ?? ''
  if (name === '') return wrong
  const address = modem.network.internet.lookUp(name)
  return {
    waitMs: modem.network.roundTripMs(),
    then: () =>
      address === undefined || !modem.stack.isOpen ? error : ok(`#QDNS: "${name}","${address}"`),
  }
}

/** The masks of GSM and UMTS are kept at their first value; that of LTE is decimal. */
function setBands({ modem, values }: Asked): Outcome {
  const able = mask(modem.persona.bands?.lte ?? [])
  const text = values[2]?.text ?? ''
  if (values.length !== 3 || !/^\d{1,20}$/.test(text)) return wrong
  const asked = BigInt(text)
  if (asked === 0n || (asked & ~able) !== 0n) return wrong
  return {
    waitMs: 100,
    then: () => {
      modem.stored.radio.lteBands = bitsOf(asked).map((bit) => bit + 1)
      modem.radio.limitsChanged()
      return {}
    },
  }
}

/** Telit LE910 V2 Series and LE910Cx AT Commands Reference Guides, and public logs. */
export const telit: Behaviour = [
  {
    name: '#MONI',
    test: () => ok('#MONI: (0-7)'),
    execute: cells,
    read: cells,
    set: ({ modem, values }) => {
      const which = numberIn(values[0], 0, ALL_CELLS)
      if (which === undefined || values.length !== 1) return wrong
      modem.kept.set('#MONI', [which])
      return {}
    },
  },
  { name: '#RFSTS', test: () => ok(), execute: status },
  {
    name: '#BND',
    test: ({ modem: { persona } }) => ok(`#BND: (0),(0),(1-${mask(persona.bands?.lte ?? [])})`),
    read: ({ modem: { stored } }) => ok(`#BND: 0,0,${mask(stored.radio.lteBands ?? [])}`),
    set: setBands,
  },
  {
    name: '#CCID',
    test: () => ok(),
    execute: withCard(({ modem }) => ok(`#CCID: ${modem.card.data?.iccid ?? ''}`)),
  },
  {
    name: '#CBC',
    test: () => ok(),
    // No charger; in hundredths of a volt.
    execute: ({ modem }) => ok(`#CBC: 0,${Math.round(modem.supply.volts * 100)}`),
  },
  {
    name: '#SHDN',
    test: () => ok(),
    execute: ({ modem }) => ({ after: () => modem.power.shutDown() }),
  },
  {
    name: '#REBOOT',
    test: () => ok(),
    execute: ({ modem }) => ({ after: () => modem.startAnew(700) }),
  },
  {
    // In force from the next start on.
    name: '#USBCFG',
    test: () => ok('#USBCFG: (0-3)'),
    read: ({ modem }) => ok(`#USBCFG: ${modem.stored.composition ?? '0'}`),
    set: ({ modem, values }) => {
      const to = numberIn(values[0], 0, 3)
      if (to === undefined || values.length !== 1) return wrong
      modem.stored.composition = String(to)
      return {}
    },
  },
  {
    name: '#SGACT',
    test: () => ok(),
    read: ({ modem }) =>
      ok(
        ...[...modem.stored.contexts.keys()].map(
          (cid) => `#SGACT: ${cid},${modem.stack.isOpen && modem.contexts.cids[0] === cid ? 1 : 0}`,
        ),
      ),
    set: activate,
  },
  { name: '#SD', test: () => ok(), set: dial },
  { name: '#SSENDEXT', test: () => ok(), set: send },
  { name: '#SRECV', test: () => ok(), set: receive },
  { name: '#SH', test: () => ok(), set: hangUp },
  { name: '#QDNS', test: () => ok(), set: lookUp },
]
