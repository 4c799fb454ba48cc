import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { readBoardFile } from '@bench/boards/board-file'
import { mistakeText, readConfig } from '@bench/config/config-file'
import { adapterKinds } from '@platform/gpio/adapters/members'

const example = readFileSync(
  resolve(import.meta.dirname, '../../../resources/examples/soak.yaml'),
  'utf8',
)

/** The example with one setting changed; undefined takes it away. */
function withSetting(place: string, value: unknown): string {
  const keys = place.split('.')
  const file: unknown = parse(example)
  let at: unknown = file
  for (const key of keys.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) throw new Error(place)
    if (Reflect.get(at, key) === undefined) Reflect.set(at, key, {})
    at = Reflect.get(at, key)
  }
  if (typeof at !== 'object' || at === null) throw new Error(place)
  if (value === undefined) Reflect.deleteProperty(at, keys.at(-1) ?? '')
  else Reflect.set(at, keys.at(-1) ?? '', value)
  return stringify(file)
}

const soon = 'soon'
/** Where, what is written there, where the mistake is said to be, and what is said. */
const mistakes: readonly (readonly [string, unknown, RegExp, string?])[] = [
  ['name', 'Night', /lower-case letters.*found "Night"/],
  ['name', 7, /expected a text; found 7/],
  ['colour', 'red', /there is no setting "colour"/],
  ['slots', undefined, /is missing/],
  ['slots.a', undefined, /is missing/],
  ['slots.c', {}, /there is no setting "c"/],
  ['slots.a.port', undefined, /is missing/],
  ['slots.a.port', '', /at least 1 character;/],
  ['slots.a.port', 5, /expected a text/],
  ['slots.a.port', 'rfc2217://127.0.0.1', /expected rfc2217:\/\/host:port/],
  ['slots.a.port', 'tcp:127.0.0.1:70000', /expected tcp:host:port/],
  ['slots.b.port', 'sim:sim76720', /sim76720/],
  ['slots.b.port', 'sim:sim7672', /is the port of slot a/],
  ['slots.a.label', 'x'.repeat(61), /at most 60 characters/],
  ['slots.a.prot', 'x', /there is no setting "prot"/],
  ['slots.a.preset', 'nobody', /there is no preset "nobody"; there are .*soracom/],
  ['slots.a.preset', undefined, /give a preset, or an APN/, 'slots.a.connect.apn'],
  ['slots.a.options.baudRate', 10, /at least 300/],
  ['slots.a.options.baudRate', 9.5, /whole number/],
  ['slots.a.options.rtscts', 'maybe', /true or false/],
  ['slots.a.options.parity', 'even', /there is no setting "parity"/],
  ['slots.a.connect.apn', 'a"b', /must not hold quotes/],
  ['slots.a.connect.user', 'x'.repeat(65), /at most 64/],
  ['slots.a.connect.password', 12, /expected a text/],
  ['slots.a.connect.auth', 'digest', /one of pap, chap, auto, none/],
  ['slots.a.connect.pdpType', 'X25', /one of IP, IPV6, IPV4V6/],
  ['slots.a.connect.cid', 17, /1 to 16/],
  ['slots.a.connect.direct', 'so', /true or false/],
  ['slots.a.connect.pin', '12', /4 to 8 digits/],
  ['slots.a.connect.pin', 1234, /expected a text/],
  ['slots.a.connect.cmux', 'yes please', /true, false, auto, basic or advanced/],
  ['slots.a.board.id', 'raspi', /there is no board "raspi"; there are .*microcat1/],
  ['slots.a.board', {}, /is missing/, 'slots.a.board.id'],
  ['slots.a.board', { id: '3gpi-v2', pins: 'other' }, /3GPi.* has /, 'slots.a.board.pins'],
  ['slots.a.board', { id: 'custom' }, /power line/, 'slots.a.board.lines'],
  [
    'slots.a.board',
    { id: 'custom', lines: { fan: 3 } },
    /setting "fan"/,
    'slots.a.board.lines.fan',
  ],
  ['slots.a.board', { id: '3gpi-v2', adapter: 'parport' }, /one of gpiod/, 'slots.a.board.adapter'],
  ['failover.mode', 'tepid', /one of cold, warm, hot; found "tepid"/],
  ['failover.link', 'nm', /one of own, operating-system/],
  ['failover.link', 'operating-system', /NetworkManager needs a modem/, 'slots.a.port'],
  ['failover.main', 'c', /one of a, b/],
  ['failover.first', 1, /one of a, b/],
  ['failover.triggers', 'all', /a map of settings/],
  ['failover.triggers.linkLost', 'no', /true or false/],
  ['failover.triggers.portGone', 0, /true or false/],
  ['failover.triggers.registrationLost.on', 'x', /true or false/],
  ['failover.triggers.registrationLost.for', soon, /a time such as/],
  ['failover.triggers.health.on', 1, /true or false/],
  ['failover.triggers.health.kind', 'telnet', /one of ping, dns, http/],
  ['failover.triggers.health.target', '', /at least 1/],
  // The usual target answers pings alone.
  [
    'failover.triggers.health',
    { kind: 'udp-echo' },
    /server of yours for the kinds udp-echo and coap/,
    'failover.triggers.health.target',
  ],
  [
    'failover.triggers.health',
    { kind: 'udp-echo', target: 'http://echo.example' },
    /server of yours .*: host, host:port or coap:/,
    'failover.triggers.health.target',
  ],
  [
    'failover.triggers.health',
    { kind: 'coap', target: 'coaps://coap.example' },
    /server of yours .*: host, host:port or coap:/,
    'failover.triggers.health.target',
  ],
  [
    'failover',
    { link: 'operating-system', triggers: { health: { kind: 'coap', target: 'coap.example' } } },
    /must be ping, dns or http where the operating system makes the links/,
    'failover.triggers.health.kind',
  ],
  [
    'failover.triggers.health',
    { kind: 'http', target: 'x.example' },
    /http:\/\//,
    'failover.triggers.health.target',
  ],
  ['failover.triggers.health.every', '10ms', /a time such as/],
  ['failover.triggers.health.timeout', '2h', /a time such as/],
  ['failover.triggers.health.failures', 9, /not be more than "of"/],
  ['failover.triggers.health.of', 0, /at least 1/],
  ['failover.triggers.signal.on', 'weak', /true or false/],
  ['failover.triggers.signal.below', 5, /at most -30/],
  ['failover.triggers.signal.for', -1, /a time such as/],
  ['failover.back.on', 2, /true or false/],
  ['failover.back.hold', soon, /a time such as/],
  ['failover.back.longestHold', '1m', /not be shorter than "hold"/],
  ['failover.limits.perHour', 0, /at least 1/],
  ['failover.limits.flap', soon, /a time such as/],
  ['failover.limits.stay', soon, /a time such as/],
  ['failover.limits.bring', 1, /a time such as/],
  ['failover.retry.first', 0, /a time such as/],
  ['failover.retry.longest', '2s', /not be shorter than "first"/],
  ['failover.retry.tries', 'often', /a number, or forever/],
  ['failover.keepAlive.on', 'x', /true or false/],
  ['failover.keepAlive.every', '1s', /a time such as/],
  ['failover.keepAlive.kind', 'sms', /one of ping, dns, udp/],
  ['failover.keepAlive.host', 5, /expected a text/],
  ['failover.keepAlive.host', 'a b', /without blanks, http:\/\/ or a port; found "a b"/],
  ['failover.triggers.health.target', '999.1.1.1', /must be a host name or an IP address/],
  ['failover.proxyPort', 70_000, /at most 65535/],
  ['soak.for', undefined, /is missing/],
  ['soak.for', soon, /a time such as/],
  ['soak.upload', undefined, /is missing/],
  ['soak.upload.kind', 'put', /one of get, post, ping/],
  ['soak.upload.target', 'ftp://x', /http:\/\/ or https:\/\/ address/],
  ['soak.upload.every', 0, /a time such as/],
  ['soak.upload.timeout', '1h', /a time such as/],
  ['soak.sample', '1ms', /a time such as/],
  ['soak.faults', 'cut', /expected a list/],
  [
    'soak.faults',
    [{ at: '1h', slot: 'a', fault: 'rain' }],
    /there is no fault "rain"/,
    'soak.faults.1.fault',
  ],
  [
    'soak.faults',
    [{ at: '11h', slot: 'a', fault: 'hang-up' }],
    /after the end of the run/,
    'soak.faults.1.at',
  ],
  [
    'soak.faults',
    [{ at: '1h', slot: 'a', fault: 'by-hand' }],
    /needs a note/,
    'soak.faults.1.fault',
  ],
  ['soak.faults', [{ at: '1h', slot: 'c', fault: 'hang-up' }], /one of a, b/, 'soak.faults.1.slot'],
  [
    'soak.faults',
    [{ at: '1h', slot: 'a', fault: 'loss', value: 'x' }],
    /expected/,
    'soak.faults.1.value',
  ],
  [
    'soak.faults',
    [{ at: '1h', slot: 'a', fault: 'disc-channel', value: 5 }],
    /data .* or at/,
    'soak.faults.1.value',
  ],
  [
    'soak.faults',
    [{ at: '1h', every: 0, slot: 'a', fault: 'hang-up' }],
    /a time such as/,
    'soak.faults.1.every',
  ],
  ['soak.stop.gap', 'never', /a time such as/],
  ['soak.stop.switches', 0, /at least 1/],
  ['goal.availability', 101, /at most 100/],
  ['goal.longestGap', soon, /a time such as/],
]

const rows = mistakes.map(([place, value, words, wanted = place]) => ({
  place,
  value,
  words,
  wanted,
}))

test.each(rows)('$place: $value is a mistake with its place', ({ place, value, words, wanted }) => {
  const text = withSetting(place, value)
  const found = readConfig(text).mistakes
  const one = found.find((mistake) => mistake.place === wanted)
  expect(one?.words.en, JSON.stringify(found)).toMatch(words)
  expect(one?.words.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/)
  // The line holds the last key that is there.
  const keys = wanted.split('.').filter((key) => !/^\d+$/.test(key))
  // An APN that nothing is there for is told beside the port that it is missed for.
  if (wanted.endsWith('connect.apn')) keys.push('port')
  const line = text.split('\n')[(one?.line ?? 0) - 1] ?? ''
  expect(keys.length === 1 || keys.some((key) => line.includes(`${key}:`))).toBe(true)
  expect(one?.column).toBeGreaterThan(0)
})

test('says every mistake of a file at once, as compilers do', () => {
  const text = `name: Night
slots:
  a: { port: 'sim:sim7672' }
  b: { port: /dev/ttyUSB3 }
failover:
  mode: tepid
  triggers:
    health: { failures: 9, of: 4 }
soak:
  upload: { target: 'ftp://x' }
`
  const lines = readConfig(text).mistakes.map((one) => mistakeText(one, 'night.yaml'))
  expect(lines).toEqual([
    'night.yaml:1:1: name: expected lower-case letters, digits and dashes; found "Night"',
    'night.yaml:6:3: failover.mode: expected one of cold, warm, hot; found "tepid"',
    'night.yaml:8:15: failover.triggers.health.failures: must not be more than "of": so many failures among so many checks; found 9',
    'night.yaml:9:1: soak.for: is missing',
    'night.yaml:10:13: soak.upload.target: must be an http:// or https:// address for the kinds get and post; found "ftp://x"',
  ])
})

test.each([
  ['a: 1\na: 2\n', 2, 1],
  ['a: [1, 2\n', 2, 1],
  ['slots:\n\ta: 1\n', 2, 1],
  ['a: "x\\q"\n', 1, 6],
  ['a: b: c\n', 1, 4],
  ['a: 1\n---\nb: 2\n', 2, 1],
])('%j is no YAML, said by line and column', (text, line, column) => {
  const [mistake] = readConfig(text).mistakes
  expect(mistake).toMatchObject({ line, column })
  expect(mistake?.words.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/)
})

test.each(['', '[]', '5', 'null', '{}'])('%j is no configuration', (text) => {
  expect(readConfig(text).config).toBeNull()
  expect(readConfig(text).mistakes.length).toBeGreaterThan(0)
})

test('every kind of GPIO adapter may be named', () => {
  for (const kind of adapterKinds) {
    const board = { id: 'custom', adapter: `${kind}:x`, lines: { power: 1 } }
    expect(readConfig(withSetting('slots.a.board', board)).mistakes, kind).toEqual([])
  }
})

test.each([
  ['an alias without its anchor', 'a: *x\n'],
  ['an anchor that holds itself', 'a: &a [*a]\n'],
  ['an anchor that holds itself deep inside', 'a: &a\n  - b: [{ c: *a }]\n'],
  [
    'a billion laughs',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]\n`)
      .join('')}`,
  ],
])('%s is a mistake with its line, in a configuration and in a board', (_what, text) => {
  const { config, mistakes } = readConfig(text)
  expect(config).toBeNull()
  expect(mistakes[0]?.line).toBeGreaterThan(0)
  expect(mistakes[0]?.words.en).toContain('alias')
  const board = readBoardFile(text)
  expect(board.board).toBeNull()
  expect(board.mistakes[0]?.words.ja).toContain('エイリアス')
})
