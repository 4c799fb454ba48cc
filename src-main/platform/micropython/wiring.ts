import { Fault } from '@core/fault'
import type { Words } from '@core/words'
import {
  keyTwice,
  noMicropythonName,
  noPinNumber,
  openDrainPullsLow,
  pinUsedTwice,
  txAndRxNeeded,
  unknownFlags,
  unknownKey,
  oneOfThese,
} from './words'

/** A power line as the board drives or reads it. */
export interface WiredLine {
  readonly pin: number
  readonly activeLow: boolean
  readonly openDrain: boolean
}

export type WiredLineName = 'power' | 'reset' | 'status'

/** Where the modem is on the board, and what may be done to what runs there. */
export interface Wiring {
  readonly uart: number
  readonly tx: number | undefined
  readonly rx: number | undefined
  readonly cts: number | undefined
  readonly rts: number | undefined
  readonly lines: { readonly [name in WiredLineName]?: WiredLine }
  /** A program that runs may be stopped. */
  readonly interrupt: boolean
  /** What closing leaves behind: the prompt, or main.py started anew. */
  readonly after: 'repl' | 'main'
}

// RP2350B of a MicroCat.1: mpconfigboard.h. The board inverts what needs inverting.
const microcat: { readonly [key: string]: string } = {
  uart: '1',
  tx: '36',
  rx: '37',
  cts: '38',
  rts: '39',
  power: '30',
  reset: '31',
  status: '32',
}
const keys = [...Object.keys(microcat), 'interrupt', 'after']
const lineNames: readonly WiredLineName[] = ['power', 'reset', 'status']

/** `micropython:PORT?uart=1&tx=36…`, apart. Throws `Fault('port-name')` with what was expected. */
export function micropythonName(name: string): { port: string; wiring: Wiring } {
  const match = /^micropython:([^?]+)(?:\?(.*))?$/i.exec(name.trim())
  const port = match?.[1]
  if (port === undefined || /^micropython:/i.test(port)) throw refused(name, noMicropythonName)
  return { port, wiring: wiringOf(name, optionsOf(name, match?.[2] ?? '')) }
}

/** A MicroCat.1 unless pins are named: then only those that are. */
function wiringOf(name: string, given: ReadonlyMap<string, string>): Wiring {
  const own = given.has('tx') || given.has('rx')
  const text = (key: string) => given.get(key) ?? (own && key !== 'uart' ? 'none' : microcat[key])
  const pin = (key: string) => pinOf(name, key, text(key) ?? 'none')
  const wiring: Wiring = {
    uart: pin('uart') ?? 1,
    tx: pin('tx'),
    rx: pin('rx'),
    cts: pin('cts'),
    rts: pin('rts'),
    lines: Object.fromEntries(
      lineNames.flatMap((line) => {
        const wired = lineOf(name, line, text(line) ?? 'none')
        return wired ? [[line, wired]] : []
      }),
    ),
    interrupt: oneOf(name, 'interrupt', given.get('interrupt') ?? 'no', ['no', 'yes']) === 'yes',
    after: oneOf(name, 'after', given.get('after') ?? 'repl', ['repl', 'main']),
  }
  mustDiffer(name, wiring)
  return wiring
}

function optionsOf(name: string, query: string): Map<string, string> {
  const options = new Map<string, string>()
  for (const part of query.split('&').filter((one) => one !== '')) {
    const [key = '', value = ''] = part.split('=')
    if (!keys.includes(key)) throw refused(name, unknownKey(key, keys))
    if (options.has(key)) throw refused(name, keyTwice(key))
    options.set(key, value)
  }
  return options
}

function pinOf(name: string, key: string, text: string): number | undefined {
  if (text === 'none') return undefined
  const pin = Number(text)
  if (text === '' || !Number.isInteger(pin) || pin < 0 || pin > 255)
    throw refused(name, noPinNumber(key, text))
  return pin
}

function lineOf(name: string, key: WiredLineName, text: string): WiredLine | undefined {
  const [first = '', ...rest] = text.split(',')
  const pin = pinOf(name, key, first)
  const wrong = rest.find((word) => word !== 'low' && word !== 'od')
  if (wrong !== undefined) throw refused(name, unknownFlags(key, text))
  const openDrain = rest.includes('od')
  if (openDrain && !rest.includes('low')) throw refused(name, openDrainPullsLow(key, text, first))
  return pin === undefined ? undefined : { pin, activeLow: rest.includes('low'), openDrain }
}

function oneOf<T extends string>(name: string, key: string, text: string, all: readonly T[]): T {
  const found = all.find((one) => one === text)
  if (found === undefined) throw refused(name, oneOfThese(key, text, all))
  return found
}

function mustDiffer(name: string, wiring: Wiring): void {
  const { tx, rx, cts, rts, lines } = wiring
  const pins = [tx, rx, cts, rts, ...Object.values(lines).map((line) => line.pin)]
  const used = pins.filter((pin) => pin !== undefined)
  const twice = used.find((pin, at) => used.indexOf(pin) !== at)
  if (twice !== undefined) throw refused(name, pinUsedTwice(twice))
  if (tx === undefined || rx === undefined) throw refused(name, txAndRxNeeded)
}

function refused(name: string, { en, ja }: Words): Fault {
  return new Fault('port-name', { en: `"${name}": ${en}`, ja: `「${name}」：${ja}` })
}

/** The configuration as the bridge takes it: a Python dictionary. */
export function bridgeConfig(
  wiring: Wiring,
  port: { baudRate: number; rtscts: boolean; window: number },
): string {
  const pin = (value: number | undefined) => (value === undefined ? 'None' : String(value))
  const flag = (value: boolean) => (value ? 'True' : 'False')
  const lines = lineNames.flatMap((name) => {
    const line = wiring.lines[name]
    if (!line) return []
    const output = flag(name !== 'status')
    return [`"${name}": (${line.pin}, ${flag(line.activeLow)}, ${flag(line.openDrain)}, ${output})`]
  })
  return `{"uart": ${wiring.uart}, "tx": ${pin(wiring.tx)}, "rx": ${pin(wiring.rx)}, "cts": ${pin(wiring.cts)}, "rts": ${pin(wiring.rts)}, "baud": ${port.baudRate}, "flow": ${flag(port.rtscts)}, "window": ${port.window}, "lines": {${lines.join(', ')}}}`
}
