import { expect, test } from 'vitest'
import { bytesOf, concat } from '@core/bytes'
import { ipv6Octets } from '@core/ip/ipv6-address'
import { PacketTalk } from '@core/log/packet-talk'

const word = (value: number) => [value >> 8, value & 255]
const host = [10, 0, 0, 2]
const server = [192, 0, 2, 53]

function ip(proto: number, src: number[], dst: number[], data: number[]): Uint8Array {
  const head = [0x45, 0, ...word(20 + data.length), 0, 1, 0, 0, 64, proto, 0, 0, ...src, ...dst]
  return Uint8Array.from([...head, ...data])
}
const udp = (from: number, to: number, data: number[]) => [
  ...word(from),
  ...word(to),
  ...word(8 + data.length),
  0,
  0,
  ...data,
]
const tcp = (from: number, to: number, flags: number, data: number[] = []) => [
  ...word(from),
  ...word(to),
  ...[0, 0, 0, 1, 0, 0, 0, 2, 0x50, flags, 16, 0, 0, 0, 0, 0],
  ...data,
]
const echo = (type: number, seq: number) => [type, 0, 0, 0, 0, 7, ...word(seq)]
const labels = (name: string) => [
  ...name.split('.').flatMap((label) => [label.length, ...bytesOf(label)]),
  0,
]
const question = (name: string, flags: number, answers: number[][] = [], rcode = 0, type = 1) => [
  ...word(99),
  ...word(flags | rcode),
  ...word(1),
  ...word(answers.length),
  ...[0, 0, 0, 0],
  ...labels(name),
  ...word(type),
  ...word(1),
  ...answers.flatMap((address) => [
    0xc0,
    12,
    ...word(1),
    ...word(1),
    0,
    0,
    0,
    60,
    ...word(4),
    ...address,
  ]),
]

function told(talk: PacketTalk, packet: Uint8Array, dir: 'rx' | 'tx', nowMs: number) {
  return talk.says(packet, dir, nowMs * 1000)?.words.en
}

test('a name that was asked for is told, its address, how long that took, and known afterwards', () => {
  const talk = new PacketTalk()
  const asked = udp(5000, 53, question('pong.example.jp', 0x0100))
  const given = udp(53, 5000, question('pong.example.jp', 0x8180, [[203, 0, 113, 9]]))
  const far = [203, 0, 113, 9]
  expect(told(talk, ip(17, host, server, asked), 'tx', 0)).toBe('DNS asks A pong.example.jp.')
  expect(told(talk, ip(17, server, host, given), 'rx', 45)).toBe(
    'DNS answers A pong.example.jp: 203.0.113.9, after 45 ms.',
  )
  expect(told(talk, ip(1, host, far, echo(8, 2)), 'tx', 100)).toBe(
    'Ping request 2 to pong.example.jp.',
  )
  expect(told(talk, ip(1, far, host, echo(0, 2)), 'rx', 180)).toBe(
    'Ping reply 2 from pong.example.jp, after 80 ms.',
  )
  expect(told(talk, ip(6, host, far, tcp(5001, 443, 2)), 'tx', 200)).toBe(
    'TCP SYN to pong.example.jp:443: asks for a connection.',
  )
  expect(told(talk, ip(6, far, host, tcp(443, 5001, 18)), 'rx', 260)).toBe(
    'TCP SYN ACK from pong.example.jp:443: takes the connection, after 60 ms.',
  )
})

test('a name without an IPv6 address is nothing to warn of; one without the address that was asked for is', () => {
  const answer = (type: number) => udp(53, 5000, question('v4.example', 0x8180, [], 0, type))
  const says = (type: number) =>
    new PacketTalk().says(ip(17, server, host, answer(type)), 'rx', 1000)
  expect(says(28)?.words.en).toBe('DNS answers AAAA v4.example: no IPv6 address.')
  expect(says(28)?.severity).toBeUndefined()
  expect(says(1)?.words.en).toBe('DNS answers A v4.example: no address.')
  expect(says(1)?.severity).toBe('warning')
})

test.each([
  [
    'no such name',
    ip(17, server, host, udp(53, 5000, question('no.example', 0x8180, [], 3))),
    'DNS answers A no.example: there is no such name.',
  ],
  [
    'refused',
    ip(6, server, host, tcp(80, 5001, 20)),
    'TCP RST from 192.0.2.53:80: the connection is refused or broken off.',
  ],
  [
    'data',
    ip(6, server, host, tcp(80, 5001, 24, [1, 2, 3])),
    'TCP from 192.0.2.53:80 to 10.0.0.2:5001: 3 octets.',
  ],
  [
    'time',
    ip(17, host, server, udp(5000, 123, [0])),
    'UDP from 10.0.0.2:5000 to 192.0.2.53:123 (NTP), 1 octet of data.',
  ],
  [
    'unreachable',
    ip(1, server, host, [3, 1, 0, 0, 0, 0, 0, 0]),
    '192.0.2.53 says that the host cannot be reached.',
  ],
])('%s', (_name, packet, words) => {
  expect(told(new PacketTalk(), packet, 'rx', 1)).toBe(words)
})

test('nothing more is told of a piece, of what is cut, or of a name that leads round in a circle', () => {
  const talk = new PacketTalk()
  const piece = ip(17, host, server, udp(5000, 53, question('a.example', 0x0100)))
  piece[7] = 8
  expect(told(talk, piece, 'tx', 0)).toBeUndefined()
  expect(told(talk, ip(6, host, server, [1, 2, 3, 4, 5, 6, 7, 8]), 'tx', 0)).toBeUndefined()
  const round = udp(5000, 53, [
    ...word(1),
    1,
    0,
    ...word(1),
    0,
    0,
    0,
    0,
    0,
    0,
    0xc0,
    12,
    0,
    1,
    0,
    1,
  ])
  expect(told(talk, ip(17, host, server, round), 'tx', 0)).toMatch(/^UDP from/)
  const whole = ip(17, host, server, udp(5000, 53, question('a.example', 0x0100)))
  for (let size = 0; size < whole.length; size++)
    expect(() => talk.says(concat([whole.subarray(0, size)]), 'tx', 0)).not.toThrow()
})

const six = (text: string) => [...(ipv6Octets(text) ?? [])]
const [host6, server6, router6] = ['2001:db8:1:2::2', '2001:db8::53', 'fe80::1'] as const
function ip6(proto: number, src: string, dst: string, data: number[]): Uint8Array {
  const head = [0x60, 0, 0, 0, ...word(data.length), proto, 64, ...six(src), ...six(dst)]
  return Uint8Array.from([...head, ...data])
}
const long = (value: number) => [...word(value >> 16), ...word(value & 0xffff)]
const prefix = [3, 4, 64, 0xc0, ...long(7200), ...long(3600), ...long(0), ...six('2001:db8:1:2::')]
const servers = [25, 3, 0, 0, ...long(1200), ...six(server6)]
const aaaa = question('a.example', 0x8180, [])
// One answer of type AAAA to the question behind it.
aaaa.splice(7, 1, 1)
const answer = [0xc0, 12, ...word(28), ...word(1), ...long(60), ...word(16), ...six('2001:db8::10')]

test.each([
  [
    'a router',
    ip6(58, router6, 'ff02::1', [
      134,
      0,
      0,
      0,
      64,
      0x40,
      7,
      8,
      ...long(0),
      ...long(0),
      ...prefix,
      ...servers,
    ]),
    'Router fe80::1: prefix 2001:db8:1:2::/64, DNS 2001:db8::53, more by DHCPv6 (O).',
  ],
  [
    'a solicitation',
    ip6(58, 'fe80::2', 'ff02::2', [133, 0, 0, 0, ...long(0)]),
    'Is there a router?',
  ],
  [
    'a neighbour',
    ip6(58, 'fe80::2', 'ff02::1:ff00:1', [135, 0, 0, 0, ...long(0), ...six(router6)]),
    'Who has fe80::1?',
  ],
  [
    'an error',
    ip6(58, router6, host6, [2, 0, 0, 0, ...long(1280), ...six(host6)]),
    'fe80::1 gave a packet up: packet too long for a link on the way.',
  ],
  [
    'DHCPv6',
    ip6(17, 'fe80::2', 'ff02::1:2', udp(546, 547, [11, 1, 2, 3])),
    'DHCPv6 Information-request.',
  ],
  [
    'its reply',
    ip6(
      17,
      router6,
      'fe80::2',
      udp(547, 546, [7, 1, 2, 3, ...word(23), ...word(16), ...six(server6)]),
    ),
    'DHCPv6 Reply: DNS 2001:db8::53.',
  ],
  [
    'AAAA',
    ip6(17, server6, host6, udp(53, 5000, [...aaaa, ...answer])),
    'DNS answers A a.example: 2001:db8::10.',
  ],
  [
    'an echo',
    ip6(58, host6, server6, [128, 0, 0, 0, 0, 7, 0, 1]),
    'Ping request 1 to 2001:db8::53.',
  ],
  [
    'TCP',
    ip6(6, host6, server6, tcp(5001, 80, 2)),
    'TCP SYN to 2001:db8::53:80: asks for a connection.',
  ],
])('over IPv6: %s', (_name, packet, words) => {
  expect(told(new PacketTalk(), packet, 'rx', 1)).toBe(words)
})

test('that a name has no IPv6 address is no trouble, that it has no address at all is', () => {
  const severityOf = (type: number) => {
    const message = question('a.example', 0x8180)
    message.splice(-3, 1, type)
    return new PacketTalk().says(ip(17, server, host, udp(53, 5000, message)), 'rx', 0)?.severity
  }
  expect([severityOf(28), severityOf(1)]).toEqual([undefined, 'warning'])
})
