import { fromHex, hexOf } from '../../bytes'
import { error, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'
import { numberIn } from '../parameters'
import { sendPings } from '../pings'
import type { UbloxCommands } from '../persona'
import { tuple } from './tuple'

const MOST_SOCKETS = 6
const MOST_OCTETS = 512
const PING_WAIT_MS = 5_000
/** Sockets that AT+USOCR gave out and that are not connected yet, and of which kind. */
const created = (modem: Asked['modem']) => modem.kept.get('+USOCR') ?? []

/** The session of the attach is that of the sockets: there is no other to open (SARA-R4, AT+UPSDA is refused). */
const online = ({ modem }: Asked) => modem.stack.isOpen || modem.stack.open()

function create(asked: Asked): Outcome {
  const { modem, values } = asked
  const kind = numberIn(values[0], 6, 17)
  if ((kind !== 6 && kind !== 17) || values.length > 2) return wrong
  const used = created(modem)
  const number = Array.from({ length: MOST_SOCKETS }, (_, at) => at).find(
    (at) => !used.includes(at),
  )
  if (number === undefined || !online(asked)) return error
  modem.kept.set('+USOCR', [...used, number])
  if (kind === 17) modem.stack.bind(number)
  return ok(`+USOCR: ${number}`)
}

function connect({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 0, MOST_SOCKETS - 1)
  const host = values[1]?.text ?? ''
  const port = numberIn(values[2], 1, 65_535)
  if (number === undefined || host === '' || port === undefined) return wrong
  if (!created(modem).includes(number) || modem.stack.socket(number)) return error
  return {
    until: async () => ((await modem.stack.connect(number, host, port)) === 0 ? {} : error),
  }
}

/** Octets as hex, which AT+UDCONF=1,1 asks for; without it they are text. */
function octetsOf({ modem }: Asked, text: string): Uint8Array | undefined {
  const hex = modem.kept.get('+UDCONF')?.[1] === 1
  return hex ? fromHex(text) : Uint8Array.from(text, (char) => char.charCodeAt(0))
}

/** `AT+USOWR=<socket>,<octets>,"…"` and `AT+USOST=<socket>,"<host>",<port>,<octets>,"…"`. */
function write(asked: Asked, to?: { readonly host: string; readonly port: number }): Outcome {
  const { modem, values } = asked
  const [count, text] = to ? [values[3], values[4]] : [values[1], values[2]]
  const number = numberIn(values[0], 0, MOST_SOCKETS - 1)
  const length = numberIn(count, 1, MOST_OCTETS)
  const octets = text && octetsOf(asked, text.text)
  if (number === undefined || octets === undefined || octets.length !== length) return wrong
  if (!modem.stack.send(number, octets, to)) return error
  return ok(`${to ? '+USOST' : '+USOWR'}: ${number},${length}`)
}

function sendTo(asked: Asked): Outcome {
  const port = numberIn(asked.values[2], 1, 65_535)
  const host = asked.values[1]?.text ?? ''
  return port === undefined || host === '' ? wrong : write(asked, { host, port })
}

function read(asked: Asked, name: '+USORD' | '+USORF'): Outcome {
  const { modem, values } = asked
  const number = numberIn(values[0], 0, MOST_SOCKETS - 1)
  const most = numberIn(values[1], 0, 1024)
  if (number === undefined || most === undefined) return wrong
  const socket = modem.stack.socket(number)
  if (!socket) return error
  if (most === 0) return ok(`${name}: ${number},${socket.inbox.length}`)
  const { octets } = modem.stack.take(number, most)
  if (octets.length === 0) return ok(`${name}: ${number},""`)
  const hex = modem.kept.get('+UDCONF')?.[1] === 1
  const data = hex ? hexOf(octets).toUpperCase() : String.fromCharCode(...octets)
  const [host, port] = socket.from.split(':')
  const from = name === '+USORF' ? `"${host}",${port},` : ''
  return ok(`${name}: ${number},${from}${octets.length},"${data}"`)
}

function close({ modem, values }: Asked): Outcome {
  const number = numberIn(values[0], 0, MOST_SOCKETS - 1)
  if (number === undefined) return wrong
  const used = created(modem)
  if (!used.includes(number)) return error
  modem.kept.set(
    '+USOCR',
    used.filter((one) => one !== number),
  )
  modem.stack.end(number)
  return {}
}

function resolve({ modem, values }: Asked): Outcome {
  const name = values[1]?.text ?? ''
  if (numberIn(values[0], 0, 0) === undefined || name === '') return wrong
  const address = modem.network.internet.lookUp(name)
  return {
    waitMs: modem.network.roundTripMs(),
    then: () =>
      address === undefined || modem.contexts.cids.length === 0
        ? error
        : ok(`+UDNSRN: "${address}"`),
  }
}

/** `AT+UPING="<host>"[,<count>]`: an echo a line behind the OK, -1 in the place of a time where none came. */
function ping(asked: Asked): Outcome {
  const { modem, channel, values } = asked
  const host = values[0]?.text ?? ''
  const count = values[1] === undefined ? 4 : numberIn(values[1], 1, 64)
  if (host === '' || count === undefined) return wrong
  if (!online(asked)) return error
  const address = modem.network.internet.lookUp(host)
  if (address === undefined) return { after: () => channel.unsolicited('+UUPINGER: 8') }
  const wanted = { count, intervalMs: 0, waitMs: PING_WAIT_MS, online: () => modem.stack.isOpen }
  let sent = 0
  const tell = (ms = -1) =>
    channel.unsolicited(`+UUPING: ${++sent},32,"${host}","${address}",${ms < 0 ? 0 : 55},${ms}`)
  return { after: () => sendPings(modem, address, wanted, tell, () => undefined) }
}

/** `+RSRP: <pci>,<earfcn>,"-096.50",` as a SARA-R410M answered in public with AT+UCGED=5. */
function cell({ modem }: Asked): Outcome {
  const [mode = 0] = modem.kept.get('+UCGED') ?? []
  const heard = modem.radio.serving()
  if (mode !== 5 || !heard) return ok()
  const { physicalId, channel } = heard.cell
  const level = (value: number) => `"-${Math.abs(value).toFixed(2).padStart(6, '0')}"`
  return ok(
    `+RSRP: ${physicalId},${channel},${level(heard.level.powerDbm)},`,
    `+RSRQ: ${physicalId},${channel},${level(heard.level.qualityDb)},`,
  )
}

/** `6,4,440,10` and the cell, as a LARA-R6 answered in public with AT+UCGED=2 (RSRP and RSRQ as the indices of +CESQ). */
function cellRows({ modem }: Asked): Outcome {
  const [mode = 0] = modem.kept.get('+UCGED') ?? []
  if (mode !== 2) return ok(`+UCGED: ${mode}`)
  const heard = modem.radio.serving()
  if (heard?.cell.technology !== 'lte') return ok('+UCGED: 2', ...noCell)
  const { cell, level } = heard
  const { plmn, channel, areaCode, cellId, physicalId, bandwidth } = cell
  const band = /\d+$/.exec(cell.band)?.[0] ?? '255'
  const width = [6, 15, 25, 50, 75, 100][bandwidth] ?? 255
  const lower = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const index = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)))
  const rsrp = index(level.powerDbm + 141, 97)
  const rsrq = index((level.qualityDb + 20) * 2, 34)
  const place = `${channel},${band},${width},${width},${lower(areaCode, 4)},${lower(cellId, 7)},${physicalId}`
  const rrc = modem.calls.current ? 3 : 1
  return ok(
    '+UCGED: 2',
    `6,4,${plmn.slice(0, 3)},${plmn.slice(3)}`,
    `${place},d60814d1,8001,01,${rsrp},${rsrq},${level.sinrDb.toFixed(2)},${rrc},1,10,28,-50,-6,0,255,255,0`,
  )
}
const noCell = [
  '6,2,fff,fff',
  '65535,255,255,255,ffff,0000000,65535,00000000,ffff,ff,255,255,255,1,255,255,255,255,255,0,255,255,0',
]

/** ATI9 alone is the maker's own; the others are answered as everywhere. */
const identity = ({ versions }: UbloxCommands): Behaviour =>
  versions === undefined
    ? []
    : [
        {
          name: 'I',
          execute: ({ modem, command: { text } }) =>
            text === '9' ? ok(versions) : ok(...modem.persona.identity.ati),
        },
      ]

/** UART power saving: kept, and changes nothing here. LARA-R6 has no AT&K. */
const sleep = ({ cells }: UbloxCommands): Behaviour =>
  cells === 5
    ? []
    : [
        {
          ...tuple(
            '+UPSV',
            [
              [0, 3],
              [40, 65_000],
            ],
            [0, 2000],
          ),
          read: ({ modem }) => {
            const [mode = 0, time = 2000] = modem.kept.get('+UPSV') ?? []
            return ok(mode === 1 ? `+UPSV: ${mode},${time}` : `+UPSV: ${mode}`)
          },
        },
      ]

/**
 * u-blox SARA-R4 AT Commands Manual UBX-17003787, LARA-L6 / LARA-R6 AT Commands Manual UBX-21046719, and public logs of SARA-R410M, SARA-R412M
 * and LARA-R6001D.
 */
export const ublox = (own: UbloxCommands): Behaviour => [
  ...identity(own),
  ...sleep(own),
  {
    name: '+CCID',
    test: () => ok(),
    execute: withCard(({ modem }) => ok(`+CCID: ${modem.card.data?.iccid ?? ''}`)),
    read: withCard(({ modem }) => ok(`+CCID: ${modem.card.data?.iccid ?? ''}`)),
  },
  {
    name: '+CPWROFF',
    test: () => ok(),
    execute: ({ modem }) => ({ after: () => modem.power.shutDown() }),
  },
  {
    ...tuple('+UCGED', [[0, 5]], [0]),
    test: () => ok(`+UCGED: (0,${own.cells})`),
    read: own.cells === 5 ? cell : cellRows,
  },
  {
    ...tuple(
      '+UDCONF',
      [
        [1, 1],
        [0, 1],
      ],
      [1, 0],
    ),
    test: () => ok(),
  },
  { name: '+USOCR', test: () => ok('+USOCR: (6,17),(1-65535)'), set: create },
  { name: '+USOCO', test: () => ok(), set: connect },
  { name: '+USOWR', test: () => ok(), set: (asked) => write(asked) },
  { name: '+USOST', test: () => ok(), set: sendTo },
  { name: '+USORD', test: () => ok(), set: (asked) => read(asked, '+USORD') },
  { name: '+USORF', test: () => ok(), set: (asked) => read(asked, '+USORF') },
  { name: '+USOCL', test: () => ok(), set: close },
  { name: '+UPING', test: () => ok(), set: ping },
  { name: '+UDNSRN', test: () => ok(), set: resolve },
]
