import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, concat, hexOf, latin1 } from '@core/bytes'
import { RawWriter } from '@core/log/raw'
import { LogReader } from '@core/log/reader'
import type { JournalEntry } from '@core/log/journal'
import { Redactor } from '@core/log/redact'

const field = (said: string) => concat([Uint8Array.of(0, said.length), bytesOf(said)])
const connectBody = concat([
  field('MQTT'),
  Uint8Array.of(4, 0xc2, 0, 60),
  field('bench-1'),
  field('ann77'),
  field('p9Q7xz'),
])

/** What people send in the clear, with what nobody else may read. */
const contents: readonly (readonly [string, Uint8Array, readonly string[]])[] = [
  [
    'Basic',
    bytesOf('GET / HTTP/1.1\r\nHost: a.example\r\nAuthorization: Basic YW5uOmh1bnRlcjI=\r\n\r\n'),
    ['YW5uOmh1bnRlcjI='],
  ],
  [
    'a key of SORACOM',
    bytesOf('GET / HTTP/1.1\r\nX-Soracom-API-Key: api-1234abcd5678\r\n\r\n'),
    ['api-1234abcd5678'],
  ],
  [
    'JSON',
    bytesOf('{"user":"ann88","password":"hq7zkr2","authKey":"qzv9911wkbb","n":1}'),
    ['hq7zkr2', 'qzv9911wkbb'],
  ],
  ['MQTT', concat([Uint8Array.of(0x10, connectBody.length), connectBody]), ['ann77', 'p9Q7xz']],
]

interface Talk {
  readonly dir: 'rx' | 'tx'
  readonly octets: Uint8Array
}
const tx = (said: string | Uint8Array): Talk => ({
  dir: 'tx',
  octets: typeof said === 'string' ? bytesOf(said) : said,
})
const rx = (said: string | Uint8Array): Talk => ({ ...tx(said), dir: 'rx' })

/** How the modems of several makers take octets for a socket: number and octets. */
const ways: Readonly<Record<string, (octets: Uint8Array) => readonly Talk[]>> = {
  'AT+CIPSEND of SIMCom': (octets) => [
    tx(`AT+CIPSEND=1,${octets.length}\r`),
    rx('\r\n> '),
    tx(octets),
    rx(`\r\nOK\r\n\r\n+CIPSEND: 1,${octets.length},${octets.length}\r\n`),
  ],
  'AT+QISEND of Quectel': (octets) => [
    tx(`AT+QISEND=1,${octets.length}\r`),
    rx('\r\n> '),
    tx(octets),
    rx('\r\nSEND OK\r\n'),
  ],
  'AT+CASEND of SIM7070': (octets) => [
    tx(`AT+CASEND=1,${octets.length}\r`),
    rx('\r\n> '),
    tx(octets),
    rx('\r\nOK\r\n'),
  ],
  'AT+QISENDEX in hex': (octets) => [
    tx(`AT+QISENDEX=1,"${hexOf(octets)}"\r`),
    rx('\r\nSEND OK\r\n'),
  ],
  'AT+NSOSD in hex': (octets) => [
    tx(`AT+NSOSD=1,${octets.length},${hexOf(octets).toUpperCase()}\r`),
    rx(`\r\n1,${octets.length}\r\n\r\nOK\r\n`),
  ],
  'AT+USOWR in hex': (octets) => [
    tx(`AT+USOWR=1,${octets.length},"${hexOf(octets)}"\r`),
    rx(`\r\n+USOWR: 1,${octets.length}\r\n\r\nOK\r\n`),
  ],
}

const entriesOf = (talk: readonly Talk[]): JournalEntry[] =>
  talk.map(({ dir, octets }, at) => ({
    slot: 'a',
    dir,
    bytes: octets,
    atMs: 1_767_225_600_000 + at * 50,
    monoUs: at * 50_000,
  }))

/** The rows masked, as text, and the octets masked. */
function masked(talk: readonly Talk[]): { rows: string; octets: string } {
  const entries = entriesOf(talk)
  const reader = new LogReader({ slot: 'a', knowledge })
  const rows = [...entries.flatMap((entry) => reader.push(entry)), ...reader.end(0, 1e9)]
  const redactor = new Redactor({ knowledge })
  const shown = rows.map((row) => redactor.row(row))
  const raw = new RawWriter(redactor.values)
  const octets = [...entries.map((entry) => raw.push(entry)), raw.end()]
  return { rows: JSON.stringify(shown), octets: latin1(concat(octets)) }
}

/** Every stretch of four letters of a secret, as it stands in text or in hex. */
const shreds = (secret: string) =>
  Array.from({ length: secret.length - 3 }, (_, at) => secret.slice(at, at + 4))

/** How the stretch after the cut may look. */
function leaks(said: string, secret: string): string[] {
  const lower = said.toLowerCase()
  return shreds(secret).filter(
    (shred) => said.includes(shred) || lower.includes(hexOf(bytesOf(shred))),
  )
}

describe.each(Object.entries(ways))('what goes to a socket by %s', (_way, send) => {
  test.each(contents)(
    'hides %s, wherever it is cut over two commands',
    (_name, octets, secrets) => {
      const cuts = Array.from({ length: octets.length - 1 }, (_, at) => at + 1)
      const left = cuts.flatMap((cut) => {
        const talk = [...send(octets.subarray(0, cut)), ...send(octets.subarray(cut))]
        const { rows, octets: raw } = masked(talk)
        return secrets.flatMap((secret) =>
          [rows, raw].flatMap((said) => leaks(said, secret).map((shred) => `${cut}: ${shred}`)),
        )
      })
      expect(left).toEqual([])
    },
  )
})

test('each connection is followed by itself', () => {
  const { rows } = masked([
    tx('AT+QISEND=0,24\r'),
    rx('\r\n> '),
    tx('{"n":1,"password":"hq7zk'),
    rx('\r\nSEND OK\r\n'),
    tx('AT+QISEND=1,12\r'),
    rx('\r\n> '),
    tx('open readings'.slice(0, 12)),
    rx('\r\nSEND OK\r\n'),
    tx('AT+QISEND=0,5\r'),
    rx('\r\n> '),
    tx('r2k"}'),
    rx('\r\nSEND OK\r\n'),
  ])
  expect(rows).toContain('open reading')
  expect(rows).not.toContain('hq7zk')
  expect(rows).not.toContain('r2k')
})

test('what comes out of a socket is followed as well', () => {
  const body = '{"n":1,"password":"hq7zkr2kq"}'
  const piece = (said: string) => [
    tx('AT+CIPRXGET=2,1,100\r'),
    rx(`\r\n+CIPRXGET: 2,1,${said.length},0\r\n${said}\r\nOK\r\n`),
  ]
  const { rows, octets } = masked([...piece(body.slice(0, 24)), ...piece(body.slice(24))])
  for (const said of [rows, octets]) expect(leaks(said, 'hq7zkr2kq')).toEqual([])
})

test('content that several rows show hides a value that is cut between them, and one longer than a row', () => {
  const long = 'aB3dE5fG7hJ9kL2m'.repeat(400)
  for (const before of [3000, 4070, 4090]) {
    const body = bytesOf(
      `POST / HTTP/1.1\r\nX-Filler: ${'-'.repeat(before)}\r\nAuthorization: Bearer ${long}\r\nX-Open: still here\r\n\r\n`,
    )
    const { rows, octets } = masked([
      tx(`AT+QISEND=0,${body.length}\r`),
      rx('\r\n> '),
      tx(body),
      rx('\r\nSEND OK\r\n'),
    ])
    for (const said of [rows, octets]) {
      expect(said).not.toContain('aB3dE5fG')
      expect(said).not.toContain('G7hJ9k')
      expect(said).toContain('still here')
    }
  }
})
