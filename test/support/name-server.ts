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
const cutShort = 1 << 9

function answerTo({ id = 0, questions = [] }: Packet, whole: boolean): Packet {
  const found = records[questions[0]?.name ?? '']
  const cut = found?.type === 'TXT' && !whole
  return {
    type: 'response',
    id,
    questions,
    flags: (found ? 0 : nxdomain) | (cut ? cutShort : 0),
    answers: found && !cut ? [found] : [],
  }
}

/** A name server on this computer: UDP and TCP on the same free port. */
export async function nameServer() {
  const tcp = createServer((socket) => {
    let asked = Buffer.alloc(0)
    socket.on('data', (data) => {
      asked = Buffer.concat([asked, data])
      // Over TCP a message has its length in front (RFC 1035 4.2.2).
      if (asked.length < 2 || asked.length < 2 + asked.readUInt16BE(0)) return
      const answer = dns.encode(answerTo(dns.decode(asked.subarray(2)), true))
      socket.end(Buffer.concat([Buffer.of(answer.length >> 8, answer.length & 0xff), answer]))
    })
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
