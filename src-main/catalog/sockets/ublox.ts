import { fromHex, hexOf } from '@core/bytes'
import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { ModemPings, SocketFamily } from '@core/sockets/family'
import { done, fieldsIn, numberIn, plain, refusal } from '../family-readers'
import { ubloxHttp as http } from '../http/ublox'
import { ubloxMqtt as mqtt } from '../mqtt/ublox'

/** `+USORD: <socket>,<octets>,"<hex>"`; of datagrams with their sender before: `<socket>,"<address>",<port>,<octets>,"<hex>"`. */
const received =
  (prefix: string) =>
  (answer: FamilyAnswer): Uint8Array | Trouble | undefined => {
    if (!answer.ok) return refusal(answer)
    const row = fieldsIn(answer.lines, prefix)
    const hex = row?.at(-1)
    // Without octets the row is the socket and 0 or "".
    if (row === undefined || hex === undefined) return undefined
    return row.length < 3 ? new Uint8Array(0) : fromHex(hex)
  }

/** `+UUPING: <n>,<size>,"<host>","<address>",<ttl>,<ms>` for each, behind the OK; `+UUPINGER: <error>`. */
const pings =
  (count: number) =>
  (answer: FamilyAnswer): ModemPings | Trouble | undefined => {
    const rows = answer.lines.filter((line) => /^\+UUPING:/.test(line))
    const error = answer.lines.find((line) => /^\+UUPINGER:/.test(line))
    if (!answer.ok) return refusal(answer)
    if (rows.length === 0 && error === undefined) return undefined
    if (rows.length === 0) return { trouble: 'other', seen: error ?? '', meaning: null }
    const times = rows
      .map((line) => Number(/(-?\d+)$/.exec(line)?.[1] ?? -1))
      .filter((ms) => ms >= 0)
    const sum = times.reduce((all, ms) => all + ms, 0)
    return {
      sent: count,
      received: times.length,
      avgMs: times.length > 0 ? Math.round(sum / times.length) : null,
    }
  }

/** SARA, LARA, TOBY and LISA; octets go as hex (AT+UDCONF=1,1), so that any octet does. */
const ublox: SocketFamily = {
  id: 'ublox',
  name: 'u-blox SARA, LARA, TOBY, LISA',
  source:
    'u-blox SARA-R4 AT commands manual UBX-17003787; SARA-U2, LARA-R2, TOBY-L2 AT commands manual UBX-13002752',
  matches: (identity) => /u-blox|SARA-|LARA-|TOBY-|LISA-/i.test(identity),
  context: {
    is: {
      // SARA-R4 has no internal context beside the attach, and refuses to tell of one.
      command: 'AT+UPSND=0,8',
      read: (answer) => {
        const state = numberIn(answer, '+UPSND:', 2)
        return state === undefined ? undefined : state === 1
      },
    },
    open: plain('AT+UPSDA=0,3', { timeoutMs: 150_000 }),
    close: plain('AT+UPSDA=0,4', { timeoutMs: 150_000 }),
  },
  dns: (name) => ({
    command: `AT+UDNSRN=0,"${name}"`,
    timeoutMs: 120_000,
    read: (answer) => {
      const ip = fieldsIn(answer.lines, '+UDNSRN:')?.[0]
      if (ip) return ip
      if (answer.ok) return undefined
      const said = refusal(answer)
      return said.trouble === 'other' ? { ...said, trouble: 'dns' } : said
    },
  }),
  ping: (host, count) => ({
    command: `AT+UPING="${host}",${count}`,
    later: true,
    read: pings(count),
  }),
  socket: {
    prepare: [plain('AT+UDCONF=1,1')],
    create: (kind) => ({
      command: `AT+USOCR=${kind === 'tcp' ? 6 : 17}`,
      read: (answer) => numberIn(answer, '+USOCR:', 0) ?? (answer.ok ? undefined : refusal(answer)),
    }),
    number: 0,
    open: (socket, kind, { host, port }) =>
      kind === 'tcp' ? [plain(`AT+USOCO=${socket},"${host}",${port}`, { timeoutMs: 130_000 })] : [],
    send: (socket, kind, { host, port }, octets) => {
      const hex = hexOf(octets)
      return {
        command:
          kind === 'tcp'
            ? `AT+USOWR=${socket},${octets.length},"${hex}"`
            : `AT+USOST=${socket},"${host}",${port},${octets.length},"${hex}"`,
        timeoutMs: 120_000,
        read: done,
      }
    },
    waiting: /^\+UUSOR[DF]:/,
    receive: (socket, kind, most) => {
      const name = kind === 'tcp' ? '+USORD' : '+USORF'
      return { command: `AT${name}=${socket},${Math.min(most, 512)}`, read: received(`${name}:`) }
    },
    closed: /^\+UUSOCL:/,
    close: (socket) => plain(`AT+USOCL=${socket}`, { timeoutMs: 120_000 }),
  },
  http,
  mqtt,
}
export default ublox
