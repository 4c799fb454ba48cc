import { readFile } from 'node:fs/promises'
import { boardLineNames, Fault, quoted, type BoardProfile, type Wiring } from '@contract'
import { checkAdapterName } from '../adapter-name'
import { pinOf } from './filters/gpio-options'
import { option, repeated, text, type Values } from './command'
import type { CommandBench } from './on-bench'
import {
  adapterReachedBy,
  belongToBoard,
  boardUnread,
  linePinExpected,
  noLineWired,
  noSuchBoard,
  noSuchLine,
  noSuchPins,
} from './words'

/** How the lines of a board are reached. */
export const adapterTakes = {
  adapter: option(
    '--adapter <name>',
    'gpiod, cp2112:SERIAL, mcp2221:SERIAL, usbrelay:ABCDE, lcus:PORT, numato:PORT, micropython:PORT, serial:PORT, sim:sim7672; the first one of the board when absent',
  ),
  line: repeated('--line <name=pin>', 'where a line is wired: power=17 (repeat it)', text),
  pins: option('--pins <set>', 'a pin set of the board: default, alternative'),
}
type AdapterArguments = Values<typeof adapterTakes>

/** The board of a modem as a person names it. */
export const boardTakes = {
  board: option(
    '--board <board>',
    'the board of the modem, to switch it on: 3gpi-v2, …, or a file: ./my-board.yaml (see power --help)',
  ),
  ...adapterTakes,
}
export type BoardArguments = Values<typeof boardTakes>

/** The board that was named, where one was; nothing is touched yet. */
export async function namedBoard(
  bench: CommandBench,
  options: BoardArguments,
): Promise<ChosenBoard | undefined> {
  if (options.board !== undefined) return boardOn(bench, options.board, options)
  mustBeNone(options)
  return undefined
}

function mustBeNone({ adapter, pins, line }: AdapterArguments): void {
  if (adapter === undefined && pins === undefined && line.length === 0) return
  throw new Fault('bad-input', belongToBoard)
}

export interface ChosenBoard {
  readonly profile: BoardProfile
  readonly adapter: string
  readonly wiring: Wiring
}

/** Board, adapter and pins, each checked before anything is touched. */
export async function boardOn(
  bench: CommandBench,
  name: string,
  options: AdapterArguments,
): Promise<ChosenBoard> {
  const profile = await boardFor(bench, name)
  const adapter = adapterOf(profile, options)
  return { profile, adapter, wiring: wiringOf(profile, adapter, options) }
}

/** Sets the board of the slot. Its adapter is opened. */
export function takeBoard(
  { call, slot }: CommandBench,
  { profile, adapter, wiring: lines }: ChosenBoard,
): Promise<void> {
  return call('board.set', { slot, board: profile.id, adapter, lines, profile })
}

/** A board of the catalogue by its name, or one of the person's own by its file. */
async function boardFor({ call }: CommandBench, name: string): Promise<BoardProfile> {
  const { boards } = await call('board.list')
  const known = boards.find((one) => one.id === name)
  if (known) return known
  if (!/[./\\]/.test(name)) {
    const ids = boards.map((one) => one.id).join(', ')
    throw new Fault('board-invalid', noSuchBoard(name, ids))
  }
  const written = await readFile(name, 'utf8').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new Fault('bad-input', boardUnread(name, why), { cause: error })
  })
  const { board } = await call('board.read', { text: written, file: name })
  if (!board) throw new Fault('board-invalid', quoted(name))
  return board
}

/** The adapter as typed, or the one the board is made for. */
function adapterOf(
  { name, adapters }: BoardProfile,
  { adapter }: Pick<AdapterArguments, 'adapter'>,
): string {
  const chosen = adapter ?? adapters[0] ?? 'gpiod'
  try {
    checkAdapterName(chosen)
    return chosen
  } catch (error) {
    if (adapter !== undefined || !(error instanceof Fault)) throw error
    throw new Fault('adapter-name', adapterReachedBy(name, error.detail, error.said), {
      cause: error,
    })
  }
}

/** The pins as typed over those of the board's set; a simulated modem has lines of its own. */
function wiringOf(board: BoardProfile, adapter: string, { line, pins }: AdapterArguments): Wiring {
  const typed = typedLines(line)
  for (const name of Object.keys(typed))
    if (!(name in board.lines))
      throw new Fault(
        'bad-input',
        noSuchLine(name, board.name, Object.keys(board.lines).join(', ')),
      )
  if (adapter.startsWith('sim:') && pins === undefined)
    return { power: 'power', reset: 'reset', status: 'status', ...typed }
  const set = board.pinSets.find((one) => one.id === (pins ?? 'default'))
  if (pins !== undefined && !set) {
    const sets = board.pinSets.map((one) => one.id).join(', ')
    const there = sets === '' ? 'no pin sets; name the pins: --line power=1' : sets
    throw new Fault('bad-input', noSuchPins(pins, board.name, there))
  }
  // Pins of a board are those of the adapter it is made for; on another one they mean nothing.
  const own = pins !== undefined || kindOf(adapter) === kindOf(board.adapters[0] ?? 'gpiod')
  const wiring: Wiring = { ...(own ? set?.pins : {}), ...typed }
  if (Object.keys(wiring).length === 0) throw new Fault('bad-input', noLineWired)
  return wiring
}

const kindOf = (adapter: string): string => adapter.split(':')[0] ?? adapter

function typedLines(lines: readonly string[]): Wiring {
  const entries = lines.map((given) => {
    const [name = '', pin = ''] = given.split('=')
    const known = boardLineNames.find((one) => one === name)
    if (!known || pin === '')
      throw new Fault('bad-input', linePinExpected(given, boardLineNames.join(', ')))
    return [known, pinOf(pin)] as const
  })
  return Object.fromEntries(entries)
}
