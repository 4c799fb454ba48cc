import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { ModemPings, SocketFamily } from '@core/sockets/family'
import { fieldsIn, given, plain, refusal } from '../family-readers'
import { telitHttp as http } from '../http/telit'

/** `#PING: <n>,"<address>",<time>,<ttl>`; the time is in 100 ms, and 600 with TTL 255 where none came. */
function pings(answer: FamilyAnswer): ModemPings | Trouble {
  if (!answer.ok) return refusal(answer)
  const rows = answer.lines.filter((line) => line.startsWith('#PING:'))
  const times = rows.flatMap((line) => {
    const [, , time, ttl] = fieldsIn([line], '#PING:') ?? []
    return time === undefined || (time === '600' && ttl === '255') ? [] : [Number(time) * 100]
  })
  const sum = times.reduce((all, ms) => all + ms, 0)
  return {
    sent: rows.length,
    received: times.length,
    avgMs: times.length > 0 ? Math.round(sum / times.length) : null,
  }
}

/** LE910, ME910, HE910, LE866. */
const telit: SocketFamily = {
  id: 'telit',
  name: 'Telit LE910, ME910, HE910',
  source:
    'Telit LE910Cx AT Commands Reference Guide 80502ST10950A, Easy IP (#SD, #SSENDEXT, #SRECV)',
  matches: (identity) => /Telit|\b(?:LE|ME|HE|LN|FN)9\d\d/i.test(identity),
  context: {
    is: {
      command: 'AT#SGACT?',
      read: ({ ok, lines }) =>
        ok ? lines.some((line) => /^#SGACT: *1, *1/.test(line)) : undefined,
    },
    open: plain('AT#SGACT=1,1', { timeoutMs: 150_000 }),
    close: plain('AT#SGACT=1,0', { timeoutMs: 150_000 }),
  },
  dns: (name) => ({
    command: `AT#QDNS="${name}"`,
    timeoutMs: 60_000,
    read: (answer) => {
      const ip = fieldsIn(answer.lines, '#QDNS:')?.[1]
      if (answer.ok) return ip !== undefined && /^[\d.:a-f]+$/i.test(ip) ? ip : undefined
      const said = refusal(answer)
      return said.trouble === 'other' ? { ...said, trouble: 'dns' } : said
    },
  }),
  ping: (host, count) => ({
    command: `AT#PING="${host}",${count}`,
    timeoutMs: 10_000 + 10_000 * count,
    read: pings,
  }),
  socket: {
    prepare: [],
    number: 1,
    open: (socket, kind, { host, port }) => [
      // Command mode: OK in the place of CONNECT, and the octets are read by a command.
      plain(`AT#SD=${socket},${kind === 'tcp' ? 0 : 1},${port},"${host}",0,0,1`, {
        timeoutMs: 150_000,
      }),
    ],
    send: (socket, _kind, _to, octets) => given(`AT#SSENDEXT=${socket},${octets.length}`, octets),
    waiting: /^SRING: *\d/,
    receive: (socket, _kind, most) => ({
      command: `AT#SRECV=${socket},${Math.min(most, 1500)}`,
      counted: '#SRECV:',
      read: (answer) => {
        if (answer.ok) return answer.octets ?? new Uint8Array(0)
        // Nothing waits: the modem refuses.
        const said = refusal(answer)
        return said.trouble === 'other' ? new Uint8Array(0) : said
      },
    }),
    closed: /^NO CARRIER$/,
    close: (socket) => plain(`AT#SH=${socket}`, { timeoutMs: 10_000 }),
  },
  http,
}
export default telit
