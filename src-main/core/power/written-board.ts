import type { Words } from '../words'
import { durationMs } from '../duration'
import type { BoardMistake } from './board-mistake'
import type { BoardProfile } from './board'
import { boardMistakes, isObject, type Loose } from './validate-board'
import { usualTitles, asInFile, levelExpected, notATime, noSuchKey, timesExpected } from './words'

/** What came of a board as a person writes it; `board` is there when nothing is wrong. */
export interface ReadBoard {
  readonly board: BoardProfile | null
  readonly mistakes: readonly BoardMistake[]
}

const keys = {
  '': 'id name modem persona lines pulse wait soft tries proof usb adapters warnings pinSets'.split(
    ' ',
  ),
  pulse: ['on', 'off', 'reset', 'cut'],
  wait: ['on', 'off', 'reset', 'boot', 'offToOn', 'poll'],
  soft: ['off', 'reset'],
  line: ['title', 'active', 'drive', 'pull', 'pin'],
} as const

const usualWait = {
  onMs: 40_000,
  offMs: 40_000,
  resetMs: 40_000,
  bootMs: 20_000,
  offToOnMs: 3000,
  pollMs: 500,
}

/**
 * A board in the short form of docs/guides/boards-and-wiring.md, or with the fields of `BoardProfile`. Mistakes are named by
 * the places of what was written.
 */
export function readBoard(written: unknown): ReadBoard {
  if (!isObject(written)) return { board: null, mistakes: boardMistakes(written) }
  const mistakes: BoardMistake[] = []
  const reader = new Reader(written, mistakes)
  const profile = reader.profile()
  const found = boardMistakes(profile)
  // A time that could not be read is wrong once, not once more for being out of range.
  const known = new Set(mistakes.map((one) => one.path))
  mistakes.push(
    ...found
      .map(({ path, words }) => ({ path: asWritten(path, written), words }))
      .filter((one) => !known.has(one.path)),
  )
  return mistakes.length > 0
    ? { board: null, mistakes }
    : { board: profile as unknown as BoardProfile, mistakes }
}

class Reader {
  readonly #written: Loose
  readonly #mistakes: BoardMistake[]
  constructor(written: Loose, mistakes: BoardMistake[]) {
    this.#written = written
    this.#mistakes = mistakes
  }

  profile(): Loose {
    const { id, name, modem, persona, soft, tries, proof, usb, adapters, warnings } = this.#written
    this.#unknown(this.#written, '', keys[''])
    const lines = this.#lines()
    if (isObject(soft)) this.#unknown(soft, 'soft', keys.soft)
    return {
      id: id ?? idOf(name),
      name,
      modem: modem ?? '',
      ...(persona === undefined ? {} : { persona }),
      lines,
      pinSets: this.#pinSets(),
      pulse: {
        onMs: 1000,
        offMs: 3000,
        ...usualPulses(lines),
        ...this.#times('pulse', keys.pulse),
      },
      wait: { ...usualWait, ...this.#times('wait', keys.wait) },
      ...(soft === undefined || soft === null ? {} : { soft }),
      tries: tries ?? 2,
      proof: proof ?? usualProof(lines, usb),
      ...(usb === undefined ? {} : { usb }),
      adapters: adapters ?? [],
      warnings: Array.isArray(warnings) ? warnings.map(inBoth) : (warnings ?? []),
    }
  }

  #lines(): unknown {
    const { lines } = this.#written
    if (!isObject(lines)) return lines
    return Object.fromEntries(
      Object.entries(lines).map(([name, line]) => [
        name,
        isObject(line) ? this.#line(name, line) : line,
      ]),
    )
  }
  #line(name: string, line: Loose): Loose {
    const where = `lines.${name}`
    this.#unknown(line, where, [...keys.line, 'dir', 'activeLow', 'bias'])
    const { active, title, drive, pull, bias = pull } = line
    if (active !== undefined && active !== 'low' && active !== 'high')
      this.#wrong(`${where}.active`, levelExpected)
    const input = name === 'status' || name === 'ri'
    const activeLow = line['activeLow'] ?? (active === undefined ? !input : active === 'low')
    return {
      dir: line['dir'] ?? (input ? 'in' : 'out'),
      activeLow,
      drive: drive ?? (input || activeLow === false ? 'push-pull' : 'open-drain'),
      title: title === undefined ? (usualTitles[name] ?? inBoth(name)) : inBoth(title),
      ...(bias === undefined ? {} : { bias }),
    }
  }
  /** Pins written beside their lines are the board's one pin set. */
  #pinSets(): unknown {
    const { pinSets, lines } = this.#written
    if (pinSets !== undefined || !isObject(lines)) return pinSets ?? []
    const pins = Object.entries(lines).flatMap(([name, line]) =>
      isObject(line) && line['pin'] !== undefined ? [[name, line['pin']] as const] : [],
    )
    if (pins.length === 0) return []
    const title = asInFile
    return [{ id: 'default', title, pins: Object.fromEntries(pins) }]
  }
  /** `on: 2.5s`, `on: 2500` or `onMs: 2500`. */
  #times(part: 'pulse' | 'wait', names: readonly string[]): Loose {
    const written = this.#written[part]
    if (written === undefined || written === null) return {}
    if (!isObject(written)) {
      this.#wrong(part, timesExpected(names))
      return {}
    }
    this.#unknown(written, part, [...names, ...names.map((name) => `${name}Ms`)])
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = written[name] ?? written[`${name}Ms`]
        return value === undefined ? [] : [[`${name}Ms`, this.#time(`${part}.${name}`, value)]]
      }),
    )
  }
  #time(path: string, value: unknown): unknown {
    if (typeof value !== 'string') return value
    const ms = durationMs(value.replaceAll(' ', ''))
    if (ms === undefined) this.#wrong(path, notATime(value))
    return ms ?? value
  }
  #unknown(value: Loose, where: string, known: readonly string[]): void {
    for (const key of Object.keys(value))
      if (!known.includes(key))
        this.#wrong(
          where === '' ? key : `${where}.${key}`,
          noSuchKey(
            key,
            known.filter((name) => !name.endsWith('Ms')),
          ),
        )
  }
  #wrong(path: string, words: Words): void {
    this.#mistakes.push({ path, words })
  }
}

const inBoth = (text: unknown): unknown =>
  typeof text === 'string' ? { en: text, ja: text } : text

/** A name in small letters, where no id was written. */
export function idOf(name: unknown): string {
  if (typeof name !== 'string') return 'my-board'
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return id.slice(0, 40) || 'my-board'
}

/** A reset line or supply relay without a pulse gets the usual one. */
function usualPulses(lines: unknown): Loose {
  if (!isObject(lines)) return {}
  return {
    ...(lines['reset'] === undefined ? {} : { resetMs: 500 }),
    ...(lines['cut'] === undefined ? {} : { cutMs: 5000 }),
  }
}

const usualProof = (lines: unknown, usb: unknown): readonly string[] => [
  ...(isObject(lines) && lines['status'] !== undefined ? ['status'] : []),
  ...(usb === undefined ? [] : ['usb']),
  'at',
]

/** The place of a mistake in the words of the file: `pulse.on` for `pulse.onMs`, unless the file itself says `onMs`. */
function asWritten(path: string, written: Loose): string {
  const parts = path.split('.')
  const [first = '', second = '', third] = parts
  const part = written[first]
  if ((first === 'pulse' || first === 'wait') && second.endsWith('Ms'))
    return isObject(part) && second in part ? path : `${first}.${second.slice(0, -2)}`
  if (first === 'pinSets' && written['pinSets'] === undefined) return `lines.${third ?? ''}.pin`
  const line = isObject(part) ? part[second] : undefined
  const short: { readonly [key: string]: string } = { activeLow: 'active', bias: 'pull' }
  if (first === 'lines' && third !== undefined && isObject(line) && !(third in line))
    return `${first}.${second}.${short[third] ?? third}`
  return path
}
