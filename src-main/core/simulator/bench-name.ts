import { Fault } from '../fault'

/**
 * What a simulated port is called: `sim:<persona>`, `#2` for a second one, `?…` for how it is set up.
 *
 * Taken when the modem is first opened (asking for others later is refused):
 * - `boot=on|off|cold` powered and booted (default), off until PWRKEY is pressed, or booting from now
 * - `speed=fast|1..100` divides every wait of the modem; `fast` is 20
 * - `seed=<number>` makes chance repeatable; `scenario=<path>` plays faults from a file
 * - `card=soracom|soracom-d|softbank` another card; `nosim=1` none; `pin=<4 to 8 digits>` asks for this PIN
 * - `apn=…&user=…&password=…` stored in context 1 beforehand (`security=0..3`, CHAP when there is a user)
 *
 * `sim:replay` answers as a log was recorded: `file=<path>` is the log, `slot=a|b` which of its two modems.
 *
 * Turned any time:
 * - `auth=pap|chap|none` what PPP insists on
 * - `signal=<dBm>` holds the power of the serving cell; `reject=<EMM cause>` refuses every attach
 * - `attach=<s>` added to registration; `idle=<minutes>` until the network ends a silent session
 * - `loss=0..1` packets lost, `latency=<ms>` added to a round trip
 * - `noise=0..1` octets that arrive wrong; `noanswer=1` never answers; `echo=only` gives back what it gets
 */
export interface BenchName {
  readonly persona: string
  readonly number: number
  /** The name without options: the same modem every time. */
  readonly base: string
  readonly setup: Setup
  readonly knobs: Knobs
}

/** Taken when the modem is made. */
export interface Setup {
  readonly boot?: 'on' | 'off' | 'cold'
  readonly speed?: number
  readonly seed?: number
  readonly card?: string
  readonly nosim?: boolean
  readonly pin?: string
  readonly apn?: string
  readonly user?: string
  readonly password?: string
  readonly security?: number
  readonly scenario?: string
  readonly file?: string
  readonly slot?: 'a' | 'b'
}

/** Turned whenever a name with them is opened. */
export interface Knobs {
  readonly auth?: 'pap' | 'chap' | 'none'
  readonly signal?: number
  readonly reject?: number
  readonly attach?: number
  readonly idle?: number
  readonly loss?: number
  readonly latency?: number
  readonly noise?: number
  readonly noanswer?: boolean
  readonly echo?: 'only'
}

const FAST = 20

type Read = (text: string) => unknown
const oneOf =
  (...values: string[]): Read =>
  (text) =>
    values.includes(text) ? text : undefined
const number =
  (low: number, high: number): Read =>
  (text) => {
    const value = Number(text)
    return /^-?\d+(\.\d+)?$/.test(text) && value >= low && value <= high ? value : undefined
  }
const yes: Read = (text) => (text === '1' ? true : text === '0' ? false : undefined)
const path: Read = (text) => (/^[^\0\r\n]{1,4096}$/.test(text) ? text : undefined)
const words: Read = (text) => (/^[^"\r\n]{0,99}$/.test(text) ? text : undefined)

interface OptionRow {
  readonly group: 'setup' | 'knobs'
  readonly read: Read
  /** What is expected, for the error. */
  readonly expected: string
}

const rows: Record<string, OptionRow> = {
  boot: { group: 'setup', read: oneOf('on', 'off', 'cold'), expected: 'on, off or cold' },
  speed: {
    group: 'setup',
    read: (text) => (text === 'fast' ? FAST : number(1, 100)(text)),
    expected: 'fast or a number from 1 to 100',
  },
  seed: { group: 'setup', read: number(0, 4294967295), expected: 'a whole number' },
  card: {
    group: 'setup',
    read: oneOf('soracom', 'soracom-d', 'softbank'),
    expected: 'soracom, soracom-d or softbank',
  },
  nosim: { group: 'setup', read: yes, expected: '1 or 0' },
  pin: {
    group: 'setup',
    read: (text) => (/^\d{4,8}$/.test(text) ? text : undefined),
    expected: '4 to 8 digits',
  },
  apn: { group: 'setup', read: words, expected: 'an APN without quotes' },
  user: { group: 'setup', read: words, expected: 'a name without quotes' },
  password: { group: 'setup', read: words, expected: 'a password without quotes' },
  security: { group: 'setup', read: number(0, 3), expected: '0, 1, 2 or 3' },
  file: { group: 'setup', read: path, expected: 'the path of a log' },
  slot: { group: 'setup', read: oneOf('a', 'b'), expected: 'a or b' },
  scenario: { group: 'setup', read: path, expected: 'the path of a scenario' },
  auth: { group: 'knobs', read: oneOf('pap', 'chap', 'none'), expected: 'pap, chap or none' },
  signal: { group: 'knobs', read: number(-140, -40), expected: 'dBm from -140 to -40' },
  reject: { group: 'knobs', read: number(1, 255), expected: 'an EMM cause from 1 to 255' },
  attach: { group: 'knobs', read: number(0, 3600), expected: 'seconds from 0 to 3600' },
  idle: { group: 'knobs', read: number(0.05, 1440), expected: 'minutes from 0.05 to 1440' },
  loss: { group: 'knobs', read: number(0, 1), expected: 'a share from 0 to 1' },
  latency: { group: 'knobs', read: number(0, 60000), expected: 'milliseconds from 0 to 60000' },
  noise: { group: 'knobs', read: number(0, 1), expected: 'a share from 0 to 1' },
  noanswer: { group: 'knobs', read: yes, expected: '1 or 0' },
  echo: { group: 'knobs', read: oneOf('only'), expected: 'only' },
}

function refuse(name: string, why: string): never {
  throw new Fault('port-name', `${name}: ${why}`)
}

/** Throws Fault('port-name') saying what was expected. `personas` are the names that exist. */
export function parseBenchName(name: string, personas: readonly string[]): BenchName {
  const match = /^sim:([a-z0-9-]+)(?:#(\d{1,2}))?(?:@\d+)?(?:\?([^]*))?$/i.exec(name)
  if (!match) return refuse(name, 'expected sim:<modem>, such as sim:sim7672 or sim:sim7672#2')
  const persona = (match[1] ?? '').toLowerCase()
  if (!personas.includes(persona))
    return refuse(name, `there is no such simulated modem; there are ${personas.join(', ')}`)
  const count = Number(match[2] ?? '1')
  if (count === 0) return refuse(name, 'modems are counted from #1')
  const groups = { setup: {} as Setup, knobs: {} as Knobs }
  for (const [key, text] of pairsOf(name, match[3])) {
    const row = rows[key]
    if (!row)
      return refuse(name, `there is no option ${key}; there are ${Object.keys(rows).join(', ')}`)
    const value = row.read(text)
    if (value === undefined) return refuse(name, `${key}=${text}: expected ${row.expected}`)
    groups[row.group] = { ...groups[row.group], [key]: value }
  }
  const base = `sim:${persona}${count > 1 ? `#${count}` : ''}`
  const { file, slot } = groups.setup
  if (persona !== 'replay' && (file !== undefined || slot !== undefined))
    return refuse(name, 'file and slot are for sim:replay')
  return { persona, number: count, base, ...groups }
}

function pairsOf(name: string, query: string | undefined): [string, string][] {
  if (query === undefined || query === '') return []
  return query.split('&').map((pair) => {
    const at = pair.indexOf('=')
    if (at < 1) return refuse(name, `${pair}: expected name=value`)
    try {
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))]
    } catch {
      return refuse(name, `${pair}: % must be followed by two hex digits`)
    }
  })
}
