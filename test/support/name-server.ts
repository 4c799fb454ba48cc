import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import dns, { type Answer, type Packet } from 'dns-packet'

/** What it knows: a short name, a text too long for a datagram; any other name does not exist. */
const records: Readonly<Record<string, Answer>> = {
  'bench.example': { name: 'bench.example', type: 'A', ttl: 60, data: '192.0.2.7' },
  'long.example': {
    name: 'long.example',
    type: 'TXT',
    ttl: 60,
    data: Array.from({ length: 6 }, () => 'x'.repeat(200)),
  },
}

const nxdomain = 3

function answerTo({ id = 0, questions = [] }: Packet, whole: boolean): Packet {
  const found = records[questions[0]?.name ?? '']
  const cut = found?.type === 'TXT' && !whole
  return {
    type: 'response',
    id,
    questions,
    flags: (found ? 0 : nxdomain) | (cut ? dns.TRUNCATED_RESPONSE : 0),
    answers: found && !cut ? [found] : [],
  }
}

/** A name server on this computer: UDP and TCP on the same free port. */
export async function nameServer() {
  const tcp = createServer((socket) => {
    socket.on('data', (data) =>
      socket.end(dns.streamEncode(answerTo(dns.streamDecode(data), true))),
    )
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4')
  udp.on('message', (data, from) =>
    udp.send(dns.encode(answerTo(dns.decode(data), false)), from.port, from.address),
  )
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve))
  return {
    port,
    async close() {
      await new Promise<void>((resolve) => udp.close(() => resolve()))
      await new Promise((resolve) => tcp.close(resolve))
    },
  }
}
