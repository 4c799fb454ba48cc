import {
  Fault,
  faultRows,
  seenIn,
  type PowerAction,
  type PowerEntry,
  type PowerReading,
  type PowerResult,
  type PowerSequenceState,
} from '@contract'
import { boardNames } from '../../board-names'
import { benchTakes } from '../bench-options'
import { adapterTakes, boardOn, takeBoard } from '../board'
import { argument, command, flag, option, type Spoken, type Values } from '../command'
import { exits } from '../exits'
import { onBench, type CommandBench } from '../on-bench'
import { print, printJson } from '../output'
import { openPort } from '../port'
import { framing, speed } from '../values'

const actions = ['on', 'off', 'reset', 'cut', 'status'] as const

const takes = {
  board: argument('<board>', `${boardNames}, or a file: ./my-board.yaml`),
  action: argument('<action>', actions.join(', '), actionOf),
  ...adapterTakes,
  ...benchTakes,
  port: option('--port <name>', 'the AT port, for an orderly way down and to know without STATUS'),
  baud: option('--baud <rate>', 'speed of the AT port', speed, '115200'),
  framing: option('--framing <8N1>', 'data bits, parity (N, E, O) and stop bits', framing, '8N1'),
  tries: option(
    '--tries <number>',
    'presses at most, or forever (dangerous with a slow modem)',
    triesOf,
  ),
  insist: flag('--insist', 'press once though the state is unknown, or already as wanted'),
  json: flag('--json', 'one JSON object an event, the result last'),
}
type Options = Values<typeof takes> & Spoken

export const powerCommand = command({
  name: 'power',
  about: 'Switch a modem by its power key, reset line and STATUS, one careful press at a time',
  takes,
  after: 'Exit code: 0 as wanted, 1 not, 2 wrong call, 3 the adapter or port cannot be used.',
  run: async (options) => {
    const { action, port, baud, framing: framed } = options
    await onBench(options, async (bench) => {
      const { call, slot } = bench
      const board = await boardOn(bench, options.board, options)
      const unhear = bench.onStop(() => void call('board.cancel', { slot }))
      try {
        if (port !== undefined) await openPort(bench, port, { baud, framing: framed, ...barely })
        // Where STATUS alone is asked for, nothing that could press a key is touched.
        const { status } = board.wiring
        const wiring = action !== 'status' ? board.wiring : status === undefined ? {} : { status }
        await takeBoard(bench, { ...board, wiring })
        if (action === 'status') await tellStatus(await call('board.look', { slot }), options)
        else await sequence(bench, action, options)
      } finally {
        unhear()
      }
    })
  },
})
/** Its board is taken apart from it. */
const barely = { rtscts: false, board: undefined, adapter: undefined, pins: undefined, line: [] }

function actionOf(text: string): (typeof actions)[number] {
  const known = actions.find((one) => one === text)
  if (known) return known
  throw new Fault('bad-input', {
    en: `"${text}": expected ${actions.join(', ')}.`,
    ja: `「${text}」：${actions.join('、')} のいずれかを指定してください。`,
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
  options: Options,
): Promise<void> {
  const { insist, tries } = options
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
  if (outcome === 'cancelled') process.exitCode = exits.stopped
  else if (outcome === 'failed')
    process.exitCode = fault?.code.startsWith('adapter-') ? exits.port : exits.refused
}

function triesOf(text: string, label: string): number | 'forever' {
  if (text === 'forever') return text
  const tries = Number(text)
  if (Number.isInteger(tries) && tries >= 1 && tries <= 20) return tries
  throw new Fault('bad-input', {
    en: `${label}: expected 1 to 20, or forever.`,
    ja: `${label}：1～20 または forever を指定してください。`,
  })
}
