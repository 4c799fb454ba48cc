import { Fault } from '../fault'
import type { Words } from '../words'
import { faultKnobs } from './fault-rows'
import {
  badPercent,
  notAPair,
  noOption,
  badSetting,
  forReplayOnly,
  countedFromOne,
  noSuchPersona,
  notASimulator,
  apnExpected,
  bootExpected,
  cardExpected,
  logPathExpected,
  operatorsExpected,
  passwordExpected,
  pinExpected,
  scenarioPathExpected,
  securityExpected,
  seedExpected,
  slotExpected,
  speedExpected,
  userExpected,
  yesExpected,
} from './words'

/**
 * What a simulated port is called: `sim:<persona>`, `#2` for a second one, `/at2` for the second AT port of a modem that
 * has one, `/nmea` and `/diag` for those that read no commands, `?…` for how it is set up.
 *
 * Taken when the modem is first opened (asking for others later is refused):
 * - `boot=on|off|cold` powered and booted (default), off until PWRKEY is pressed, or booting from now
 * - `speed=fast|1..100` divides every wait of the modem; `fast` is 20
 * - `seed=<number>` makes chance repeatable; `scenario=<path>` plays faults from a file
 * - `card=soracom|soracom-d|softbank|esim` another card (`esim`: an eUICC with three profiles); `nosim=1` none; `pin=<4 to 8 digits>` asks for this PIN
 * - `fplmn=44020,44010` operators in the card's list of forbidden networks
 * - `apn=…&user=…&password=…` stored in context 1 beforehand (`security=0..3`, CHAP when there is a user)
 *
 * `sim:replay` answers as a log was recorded: `file=<path>` is the log, `slot=a|b` which of its two modems.
 *
 * Turned whenever a name with them is opened: every knob with a value (`faultKnobs`), such as `signal=-115`,
 * `operator=44020`, `auth=chap`; `on` and `off` are `1` and `0` too. Short: `attach`, `idle`, `noanswer=1`, `echo=only`.
 */
export interface BenchName {
  readonly persona: string
  readonly number: number
  /** The name without options: the same modem every time. */
  readonly base: string
  /** Its second AT port is meant. */
  readonly second: boolean
  /** One of its ports that reads no commands is meant. */
  readonly silent?: 'nmea' | 'diag'
  readonly setup: Setup
  /** Knobs by their id, in the order they were asked for. */
  readonly knobs: readonly (readonly [id: string, value: string])[]
}

/** Taken when the modem is made. */
export interface Setup {
  readonly boot?: 'on' | 'off' | 'cold'
  readonly speed?: number
  readonly seed?: number
  readonly card?: string
  readonly nosim?: boolean
  readonly pin?: string
  readonly fplmn?: string
  readonly apn?: string
  readonly user?: string
  readonly password?: string
  readonly security?: number
  readonly scenario?: string
  readonly file?: string
  readonly slot?: 'a' | 'b'
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
  readonly read: Read
  /** What is expected, for the error. */
  readonly expected: Words
}

const rows: Record<string, OptionRow> = {
  boot: {
    read: oneOf('on', 'off', 'cold'),
    expected: bootExpected,
  },
  speed: {
    read: (text) => (text === 'fast' ? FAST : number(1, 100)(text)),
    expected: speedExpected,
  },
  seed: { read: number(0, 4294967295), expected: seedExpected },
  card: {
    read: oneOf('soracom', 'soracom-d', 'softbank', 'esim'),
    expected: cardExpected,
  },
  nosim: { read: yes, expected: yesExpected },
  pin: {
    read: (text) => (/^\d{4,8}$/.test(text) ? text : undefined),
    expected: pinExpected,
  },
  fplmn: {
    read: (text) => (/^\d{5,6}(,\d{5,6}){0,3}$/.test(text) ? text : undefined),
    expected: operatorsExpected,
  },
  apn: { read: words, expected: apnExpected },
  user: {
    read: words,
    expected: userExpected,
  },
  password: {
    read: words,
    expected: passwordExpected,
  },
  security: { read: number(0, 3), expected: securityExpected },
  file: { read: path, expected: logPathExpected },
  slot: { read: oneOf('a', 'b'), expected: slotExpected },
  scenario: {
    read: path,
    expected: scenarioPathExpected,
  },
}

/** Older and shorter names of knobs. */
const shortNames: { readonly [name: string]: string } = {
  attach: 'slow-attach',
  idle: 'idle-cut',
  noanswer: 'hang',
  echo: 'echo-only',
}
const knobs = faultKnobs.filter(({ kind }) => kind !== 'act')
const states: { readonly [text: string]: string } = { '1': 'on', only: 'on', '0': 'off' }

/** A knob and its value, or undefined for a name that is no knob. */
function knobOf(name: string, key: string, text: string): [string, string] | undefined {
  const id = shortNames[key] ?? key
  const knob = knobs.find((one) => one.id === id)
  if (!knob) return undefined
  const value = knob.kind === 'state' ? (states[text] ?? text) : text
  const mistake = knob.mistake(value)
  return mistake === undefined ? [id, value] : refuseSetting(name, mistake)
}

/** Throws Fault('port-name'). */
function refusePort(name: string, why: Words): never {
  throw new Fault('port-name', { en: `${name}: ${why.en}`, ja: `「${name}」：${why.ja}` })
}

/** Throws Fault('simulator-setting'). */
function refuseSetting(name: string, why: Words): never {
  throw new Fault('simulator-setting', { en: `${name}: ${why.en}`, ja: `「${name}」：${why.ja}` })
}

/** Throws Fault('port-name'), or Fault('simulator-setting') for what stands behind the `?`, saying what was expected. `personas` are the names that exist. */
export function parseBenchName(name: string, personas: readonly string[]): BenchName {
  const match =
    /^sim:([a-z0-9-]+)(?:#(\d{1,2}))?(?:@\d+)?(\/(?:at2|nmea|diag))?(?:\?([^]*))?$/i.exec(name)
  if (!match) return refusePort(name, notASimulator)
  const persona = (match[1] ?? '').toLowerCase()
  if (!personas.includes(persona)) return refusePort(name, noSuchPersona(personas))
  const count = Number(match[2] ?? '1')
  if (count === 0) return refusePort(name, countedFromOne)
  let setup: Setup = {}
  const turned: [string, string][] = []
  for (const [key, text] of pairsOf(name, match[4])) {
    const knob = knobOf(name, key, text)
    if (knob) turned.push(knob)
    else setup = { ...setup, [key]: valueOf(name, key, text) }
  }
  const base = `sim:${persona}${count > 1 ? `#${count}` : ''}`
  const { file, slot } = setup
  if (persona !== 'replay' && (file !== undefined || slot !== undefined))
    return refuseSetting(name, forReplayOnly)
  const part = match[3]?.toLowerCase()
  const silent = (['nmea', 'diag'] as const).find((one) => part === `/${one}`)
  const second = part === '/at2'
  return { persona, number: count, base, second, ...(silent && { silent }), setup, knobs: turned }
}

function valueOf(name: string, key: string, text: string): unknown {
  const row = Object.hasOwn(rows, key) ? rows[key] : undefined
  if (!row) return noSuchOption(name, key)
  const value = row.read(text)
  if (value !== undefined) return value
  const { en, ja } = row.expected
  return refuseSetting(name, badSetting(key, text, en, ja))
}

const optionNames = (): readonly string[] => [...Object.keys(rows), ...knobs.map(({ id }) => id)]

const noSuchOption = (name: string, key: string): never =>
  refuseSetting(name, noOption(key, optionNames()))

function pairsOf(name: string, query: string | undefined): [string, string][] {
  if (query === undefined || query === '') return []
  return query.split('&').map((pair) => {
    const at = pair.indexOf('=')
    if (at < 0 && pair !== '' && !optionNames().includes(pair)) return noSuchOption(name, pair)
    if (at < 1) return refuseSetting(name, notAPair(pair))
    try {
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))]
    } catch {
      return refuseSetting(name, badPercent(pair))
    }
  })
}
