import { readFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { mustReadBoard } from '@bench/board-file'
import { boardOf, boards } from '@catalog/boards'
import { Fault, faultRows } from '@core/fault'
import { ModemSession } from '@core/modem/session'
import type { BytePort } from '@core/ports/byte-port'
import type { GpioAdapter } from '@core/ports/gpio-adapter'
import { boardLineNames, linesOn, type BoardProfile, type Wiring } from '@core/power/board'
import { readingOf, type Reading } from '@core/power/evidence'
import { powerLines } from '@core/power/lines'
import { runPower } from '@core/power/run'
import type { PowerAction, PowerEntry, PowerResult } from '@core/power/sequence'
import { sessionAt } from '@core/power/session-at'
import { seenIn, type Language } from '@core/words'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import { parseAdapterName } from '@platform/gpio/adapter-name'
import { openAdapter } from '@platform/gpio/open-adapter'
import { openPort } from '@platform/serial/open'
import { exits } from './exit'
import { commandGpio, pinOf, untilStopped } from './gpio-options'
import { baudOf, purposeOfTyped } from './open'
import { print, printJson } from './output'

interface Options {
  readonly adapter?: string
  readonly line: readonly string[]
  readonly pins?: string
  readonly port?: string
  readonly baud: string
  readonly tries?: string
  readonly insist?: boolean
  readonly json?: boolean
  readonly lang: Language
}

const actions = ['on', 'off', 'reset', 'cut', 'status'] as const

export function powerCommand(): Command {
  return new Command('power')
    .description(
      'Switch a modem by its power key, reset line and STATUS, one careful press at a time',
    )
    .argument(
      '<board>',
      `${boards.map((board) => board.id).join(', ')}, or a file: ./my-board.yaml`,
    )
    .argument('<action>', actions.join(', '))
    .option(
      '--adapter <name>',
      'gpiod, cp2112:SERIAL, mcp2221:SERIAL, usbrelay:ABCDE, lcus:PORT, numato:PORT, micropython:PORT, serial:PORT, sim:sim7672; the first one of the board when absent',
    )
    .option('--line <name=pin>', 'where a line is wired: power=17 (repeat it)', collect, [])
    .option('--pins <set>', 'a pin set of the board: default, alternative')
    .option('--port <name>', 'the AT port, for an orderly way down and to know without STATUS')
    .option('--baud <rate>', 'speed of the AT port', '115200')
    .option('--tries <number>', 'presses at most, or forever (dangerous with a slow modem)')
    .option('--insist', 'press once though the state is unknown, or already as wanted')
    .option('--json', 'one JSON object an event, the result last')
    .addOption(
      new Option('--lang <language>', 'language of the words').choices(['en', 'ja']).default('en'),
    )
    .addHelpText(
      'after',
      '\nExit code: 0 as wanted, 1 not, 2 wrong call, 3 the adapter or port cannot be used.',
    )
    .action(power)
}

async function power(boardName: string, action: string, options: Options): Promise<void> {
  const known = actions.find((one) => one === action)
  if (!known)
    throw new Fault('bad-input', {
      en: `"${action}": expected ${actions.join(', ')}.`,
      ja: `「${action}」: ${actions.join('、')} のいずれかを指定してください。`,
    })
  triesOf(options.tries)
  const board = await boardFor(boardName)
  const adapterName = adapterOf(board, options)
  const wiring = wiringOf(board, adapterName, options)
  const { simulated, options: gpio } = commandGpio()
  try {
    await untilStopped(async (signal) => {
      const session = await sessionOn(options, (name) => simulated.open(name))
      const adapter = await openAdapter(adapterName, gpio)
      try {
        if (known === 'status') await status({ adapter, board, wiring, session, options, signal })
        else await sequence({ adapter, board, wiring, session, options, signal }, known)
      } finally {
        await adapter.close()
        await session?.close()
      }
    })
  } finally {
    simulated.dispose()
  }
}

interface Work {
  readonly adapter: GpioAdapter
  readonly board: BoardProfile
  readonly wiring: Wiring
  readonly session: ModemSession | undefined
  readonly options: Options
  readonly signal: AbortSignal
}

/** Opens STATUS alone: nothing that could press a key is touched. */
async function status(work: Work): Promise<void> {
  const { adapter, board, wiring, session, options, signal } = work
  const { status: pin } = wiring
  if (pin !== undefined) await adapter.open(linesOn(board, { status: pin }), signal)
  const wired = pin === undefined ? undefined : await adapter.read('status')
  const answers = session ? await sessionAt(() => session).answers(signal) : undefined
  const reading = readingOf({
    ...(wired === undefined ? {} : { status: wired ? 'on' : 'off' }),
    ...(answers === undefined ? {} : { at: answers ? 'answers' : 'silent' }),
  })
  await (options.json ? printJson(reading) : print(readingWords(reading)))
  if (reading.power === 'unknown') process.exitCode = exits.refused
}

const readingWords = ({ power: state, by }: Reading): string =>
  by === 'nothing'
    ? state
    : `${state} (${by === 'status' ? 'STATUS' : `inferred from ${by.toUpperCase()}`})`

async function sequence(work: Work, action: PowerAction): Promise<void> {
  const { adapter, board, wiring, session, options, signal } = work
  const contacts = adapter.caps.openDrain === 'contact'
  await adapter.open(linesOn(board, wiring, { contacts }), signal)
  let writing = Promise.resolve()
  const tell = (entry: PowerEntry) => {
    writing = writing.then(() => told(entry, options))
  }
  const tries = triesOf(options.tries)
  const result = await runPower({
    board,
    action,
    clock: nodeClock,
    signal,
    insist: options.insist ?? false,
    ...(tries === undefined ? {} : { tries }),
    ports: {
      lines: powerLines(adapter, wiring, board),
      ...(session ? { at: sessionAt(() => session) } : {}),
    },
    onEntry: tell,
  })
  await writing
  await ended(result, options)
}

function told({ kind, words, sinceMs }: PowerEntry, { json, lang }: Options): Promise<void> {
  if (json) return printJson({ event: kind, ms: Math.round(sinceMs), words })
  return print(`${(sinceMs / 1000).toFixed(1).padStart(6)} s  ${words[lang]}`)
}

async function ended(result: PowerResult, { json, lang }: Options): Promise<void> {
  const { outcome, fault } = result
  if (json)
    await printJson({
      ...result,
      ms: Math.round(result.ms),
      ...(fault && { fault: { code: fault.code, detail: seenIn(fault.detail, 'en') } }),
    })
  else if (fault) for (const words of faultRows[fault.code].tries) await print(`  - ${words[lang]}`)
  if (outcome === 'failed' || outcome === 'cancelled')
    process.exitCode = fault?.code.startsWith('adapter-') ? exits.port : exits.refused
}

/** A board of the catalogue by its name, or one of the person's own by its file. */
async function boardFor(name: string): Promise<BoardProfile> {
  const board = boardOf(name)
  if (board) return board
  if (!/[./\\]/.test(name)) {
    const ids = boards.map((one) => one.id).join(', ')
    throw new Fault('board-invalid', {
      en: `There is no board "${name}"; there are ${ids}, or the file of your own: ./${name}.yaml`,
      ja: `ボード「${name}」はありません。使用できるボード: ${ids}。自作ボードはファイルで指定します: ./${name}.yaml`,
    })
  }
  const text = await readFile(name, 'utf8').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new Fault(
      'bad-input',
      { en: `${name} cannot be read: ${why}`, ja: `${name} を読み取れません: ${why}` },
      { cause: error },
    )
  })
  return mustReadBoard(text, name)
}

/** The adapter as typed, or the one the board is made for. */
function adapterOf({ name, adapters }: BoardProfile, { adapter }: Options): string {
  const chosen = adapter ?? adapters[0] ?? 'gpiod'
  try {
    parseAdapterName(chosen)
    return chosen
  } catch (error) {
    if (adapter !== undefined || !(error instanceof Fault)) throw error
    throw new Fault(
      'adapter-name',
      {
        en: `${name} is reached through --adapter ${error.detail}`,
        ja: `${name} には --adapter が必要です。${error.said.ja}`,
      },
      {
        cause: error,
      },
    )
  }
}

/** The pins as typed over those of the board's set; a simulated modem has lines of its own. */
function wiringOf(board: BoardProfile, adapter: string, { line, pins }: Options): Wiring {
  const typed = typedLines(line)
  for (const name of Object.keys(typed))
    if (!(name in board.lines))
      throw new Fault('bad-input', {
        en: `--line ${name}: ${board.name} has ${Object.keys(board.lines).join(', ')}.`,
        ja: `--line ${name}: ${board.name} の線は ${Object.keys(board.lines).join(', ')} です。`,
      })
  if (adapter.startsWith('sim:') && pins === undefined)
    return { power: 'power', reset: 'reset', status: 'status', ...typed }
  const set = board.pinSets.find((one) => one.id === (pins ?? 'default'))
  if (pins !== undefined && !set) {
    const sets = board.pinSets.map((one) => one.id).join(', ')
    const there = sets === '' ? 'no pin sets; name the pins: --line power=1' : sets
    throw new Fault('bad-input', {
      en: `--pins ${pins}: ${board.name} has ${there}.`,
      ja: `--pins ${pins}: ${board.name} のピンセットは ${there} です。`,
    })
  }
  // Pins of a board are those of the adapter it is made for; on another one they mean nothing.
  const own = pins !== undefined || kindOf(adapter) === kindOf(board.adapters[0] ?? 'gpiod')
  const wiring: Wiring = { ...(own ? set?.pins : {}), ...typed }
  if (Object.keys(wiring).length === 0)
    throw new Fault('bad-input', {
      en: 'No line is wired: say where, such as --line power=1.',
      ja: '配線が指定されていません。--line power=1 のように指定してください。',
    })
  return wiring
}

const kindOf = (adapter: string): string => adapter.split(':')[0] ?? adapter

function typedLines(lines: readonly string[]): Wiring {
  const entries = lines.map((text) => {
    const [name = '', pin = ''] = text.split('=')
    const known = boardLineNames.find((one) => one === name)
    if (!known || pin === '')
      throw new Fault('bad-input', {
        en: `--line ${text}: expected name=pin; the names are ${boardLineNames.join(', ')}.`,
        ja: `--line ${text}: 名前=ピン の形式で指定してください。使用できる名前: ${boardLineNames.join(', ')}。`,
      })
    return [known, pinOf(pin)] as const
  })
  return Object.fromEntries(entries)
}

function triesOf(text: string | undefined): number | 'forever' | undefined {
  if (text === undefined || text === 'forever') return text
  const tries = Number(text)
  if (Number.isInteger(tries) && tries >= 1 && tries <= 20) return tries
  throw new Fault('bad-input', {
    en: `--tries ${text}: expected 1 to 20, or forever.`,
    ja: `--tries ${text}: 1～20 または forever を指定してください。`,
  })
}

async function sessionOn(
  { port: name, baud }: Options,
  openSimulated: (name: string) => Promise<BytePort>,
): Promise<ModemSession | undefined> {
  if (name === undefined) return undefined
  const port = await openPort(name, { baudRate: baudOf(baud), openSimulated })
  return new ModemSession({
    port,
    clock: nodeClock,
    chance: nodeChance,
    purposeOf: () => purposeOfTyped(name),
    tap: () => undefined,
  })
}

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value]
