import { bytesOf, concat, fromHex, latin1 } from '@core/bytes'
import { binaryLogins } from '@core/log/redact/binary-logins'
import { OctetDumps } from '@core/log/redact/octet-dump'
import { describe, expect, test } from 'vitest'

const octetsOf = (hex: string) => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array()
/** MQTT 3.1.1, 3.1: client `dev`, user `kaede`, password `Ko-to`. */
const connect = concat([
  octetsOf('101d 0004'),
  bytesOf('MQTT'),
  octetsOf('04c2003c 0003'),
  bytesOf('dev'),
  octetsOf('0005'),
  bytesOf('kaede'),
  octetsOf('0005'),
  bytesOf('Ko-to'),
])
/** RFC 1334, 2.2.1: peer `kaede`, password `Ko-to`. */
const pap = concat([
  octetsOf('c023 01 05 0010 05'),
  bytesOf('kaede'),
  octetsOf('05'),
  bytesOf('Ko-to'),
])

const said = (octets: Uint8Array) =>
  binaryLogins(octets).map(
    ({ kind, start, end }) => `${kind} ${latin1(octets.subarray(start, end))}`,
  )

describe('logins among other octets', () => {
  test.each<[what: string, octets: Uint8Array, ...found: string[]]>([
    [
      'MQTT',
      concat([octetsOf('00ff13'), connect, octetsOf('a0b1')]),
      'password kaede',
      'password Ko-to',
    ],
    ['MQTT, cut off', connect.subarray(0, connect.length - 3), 'password kaede', 'password Ko'],
    ['its name alone', bytesOf('the MQTT of \0\x04MQTT')],
    [
      'PAP',
      concat([octetsOf('7eff03'), pap, octetsOf('11227e')]),
      'password kaede',
      'password Ko-to',
    ],
    ['PAP, cut off', pap.subarray(0, 9), 'password ka'],
    ['an answer of PAP', octetsOf('c023 02 05 0005 00')],
    ['lengths that do not agree', octetsOf('c023 01 05 0006 05 6b61')],
    [
      'CHAP',
      concat([octetsOf('c223 02 01 000a 01 2a'), bytesOf('dora')]),
      'proof *',
      'password dora',
    ],
    [
      'PAP with octets that are escaped',
      concat([
        octetsOf('7eff7d23c0237d217d257d207d30 7d25'),
        bytesOf('kaede'),
        octetsOf('7d25'),
        bytesOf('Ko-to'),
      ]),
      'password kaede',
      'password Ko-to',
    ],
  ])('%s', (_what, octets, ...found) => {
    expect(said(octets)).toEqual(found)
  })
})

test('a login over the lines of a dump is found in its octets and in the letters beside them', () => {
  const dumps = new OctetDumps()
  const lines = [
    '0000   7e ff 03 c0 23 01 01 00  10 05 6b 61 65 64 65 05   ~...#.....kaede.',
    '0010   4b 6f 2d 74 6f 11 22 7e                            Ko-to."~',
  ]
  const found = lines.map((line) =>
    dumps.spansIn(line, () => []).map(({ start, end }) => line.slice(start, end)),
  )
  expect(found).toEqual([
    ['6b 61 65 64 65', 'kaede'],
    ['4b 6f 2d 74 6f', 'Ko-to'],
  ])
})
