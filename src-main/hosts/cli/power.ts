import { Command } from 'commander'
import {
  Fault,
  faultRows,
  seenIn,
  type Language,
  type PowerAction,
  type PowerEntry,
  type PowerReading,
  type PowerResult,
  type PowerSequenceState,
} from '@contract'
import { benchOptions, type BenchArguments } from './bench-options'
import { boardNames } from '../board-names'
import { adapterOptions, boardOn, takeBoard, type BoardArguments } from './board'
import { exits } from './exit'
import { onBench, type CommandBench } from './on-bench'
import { print, printJson } from './output'
import { baudOf, openPort } from './port'

interface Options extends BenchArguments, Omit<BoardArguments, 'board'> {
  readonly port?: string
  readonly baud: string
  readonly tries?: string
  readonly insist?: boolean
  readonly json?: boolean
  readonly lang: Language
}

const actions = ['on', 'off', 'reset', 'cut', 'status'] as const

export function powerCommand(): Command {
  const command = new Command('power')
    .description(
      'Switch a modem by its power key, reset line and STATUS, one careful press at a time',
    )
    .argument('<board>', `${boardNames}, or a file: ./my-board.yaml`)
    .argument('<action>', actions.join(', '))
  return benchOptions(adapterOptions(command))
    .option('--port <name>', 'the AT port, for an orderly way down and to know without STATUS')
    .option('--baud <rate>', 'speed of the AT port', '115200')
    .option('--tries <number>', 'presses at most, or forever (dangerous with a slow modem)')
    .option('--insist', 'press once though the state is unknown, or already as wanted')
    .option('--json', 'one JSON object an event, the result last')
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
      ja: `「${action}」：${actions.join('、')} のいずれかを指定してください。`,
    })
  const tries = triesOf(options.tries)
  baudOf(options.baud)
  await onBench(options, async (bench) => {
    const { call, slot } = bench
    const board = await boardOn(bench, boardName, options)
    const unhear = bench.onStop(() => void call('board.cancel', { slot }))
    try {
      if (options.port !== undefined) await openPort(bench, options.port, { baud: options.baud })
      // Where STATUS alone is asked for, nothing that could press a key is touched.
      const { status } = board.wiring
      const wiring = known !== 'status' ? board.wiring : status === undefined ? {} : { status }
      await takeBoard(bench, { ...board, wiring })
      if (known === 'status') await tellStatus(await call('board.look', { slot }), options)
      else await sequence(bench, known, { ...options, triesAtMost: tries })
    } finally {
      unhear()
    }
  })
}

async function tellStatus(reading: PowerReading, { json }: Options): Promise<void> {
  await (json ? printJson(reading) : print(readingWords(reading)))
  if (reading.power === 'unknown') process.exitCode = exits.refused
}

const readingWords = ({ power: state, by }: PowerReading): string =>
  by === 'nothing'
    ? state
    : `${state} (${by === 'status' ? 'STATUS' : `inferred from ${by.toUpperCase()}`})`

async function sequence(
  { call, slot, state, signal }: CommandBench,
  action: PowerAction,
  options: Options & { readonly triesAtMost: number | 'forever' | undefined },
): Promise<void> {
  const { insist = false, triesAtMost: tries } = options
  signal.throwIfAborted()
  await call('board.power', { slot, action, insist, tries })
  let last: PowerEntry | undefined
  let writing = Promise.resolve()
  const unwatch = state.on(({ board }) => {
    for (const entry of freshIn(board?.sequence, last)) {
      last = entry
      writing = writing.then(() => told(entry, options))
    }
  })
  try {
    const result = await state.until(({ board }) => board?.sequence?.result)
    await writing
    await ended(result, options)
  } finally {
    unwatch()
  }
}

/** What was added to the story since its entry `last`; a long story keeps its end alone. */
function freshIn(
  sequence: PowerSequenceState | null | undefined,
  last: PowerEntry | undefined,
): readonly PowerEntry[] {
  const entries = sequence?.entries ?? []
  const told = entries.findLastIndex(
    ({ kind, sinceMs, words }) =>
      kind === last?.kind && sinceMs === last.sinceMs && words.en === last.words.en,
  )
  return entries.slice(told + 1)
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

function triesOf(text: string | undefined): number | 'forever' | undefined {
  if (text === undefined || text === 'forever') return text
  const tries = Number(text)
  if (Number.isInteger(tries) && tries >= 1 && tries <= 20) return tries
  throw new Fault('bad-input', {
    en: `--tries ${text}: expected 1 to 20, or forever.`,
    ja: `--tries ${text}: 1～20 または forever を指定してください。`,
  })
}
