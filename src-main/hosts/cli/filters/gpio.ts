import { Command } from 'commander'
import { Fault } from '@core/fault'
import type { GpioAdapter, LineConfig } from '@core/ports/gpio-adapter'
import { sleep } from '@core/wait'
import { wordsOf, type Language } from '@core/words'
import { nodeClock } from '@platform/clock/node-clock'
import { parseAdapterName } from '@platform/gpio/adapter-name'
import { listAdapters } from '@platform/gpio/list-adapters'
import { openMcp2221 } from '@platform/gpio/adapters/mcp2221'
import { openAdapter } from '@platform/gpio/open-adapter'
import { commandGpio, pinOf, untilStopped } from './gpio-options'
import { languageOf } from '../language'
import { print, printJson } from '../output'
import {
  holdExpected,
  noFunctions,
  pinLevelExpected,
  pinsAreInputs,
  pullExpected,
  pulsed,
  pulseExpected,
} from './words'
import { printBeside } from '../beside'

interface LineOptions {
  readonly activeLow?: boolean
  readonly openDrain?: boolean
  readonly pull?: string
  readonly json?: boolean
}

export function gpioCommand(): Command {
  const gpio = new Command('gpio')
    .description('Find GPIO adapters and try their lines')
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit code: 0 done, 2 wrong call, pin or pulse, 3 the adapter cannot be used: not there, no permission, busy, vanished,\n130 stopped in the middle of a pulse.',
    )
  gpio
    .command('list')
    .description('List the adapters that can be used here, and their pins')
    .option('--json', 'one JSON object an adapter')
    .action(list)
  withLine(gpio.command('read'))
    .description('Read an input')
    .argument('<adapter>', 'such as gpiod or cp2112:SERIAL')
    .argument('<pin>', 'number or name')
    .action(read)
  withLine(gpio.command('write'))
    .description('Drive an output until Ctrl-C, then release it')
    .argument('<adapter>')
    .argument('<pin=level>', '17=1 is active, 17=0 released')
    .option('--hold <seconds>', 'release after that long')
    .action(write)
  withLine(gpio.command('pulse'))
    .description('Make an output active for some milliseconds, and say how long it was')
    .argument('<adapter>')
    .argument('<pin>')
    .argument('<ms>')
    .action(pulse)
  gpio
    .command('setup')
    .description('Make all pins of an MCP2221 inputs for good; unwire them first')
    .argument('<adapter>', 'mcp2221:SERIAL')
    .action(setup)
  return gpio
}

const withLine = (command: Command): Command =>
  command
    .option('--active-low', 'active is the low level')
    .option('--open-drain', 'only pull low')
    .option('--pull <way>', 'up, down or none')
    .option('--json', 'one JSON object')

async function list({ json, lang }: { json?: boolean; lang: Language }): Promise<void> {
  const { simulated, options } = commandGpio()
  try {
    const found = await listAdapters(options, (kind, error) => {
      const why = error instanceof Error ? error.message : String(error)
      printBeside(`modem-bench: ${kind}: ${why}`)
    })
    for (const adapter of found)
      await (json
        ? printJson({ ...adapter, title: wordsOf(adapter.title).en })
        : print(
            [adapter.id.padEnd(32), wordsOf(adapter.title)[lang], adapter.note?.[lang]]
              .filter((part) => part !== undefined)
              .join('  '),
          ))
  } finally {
    simulated.dispose()
  }
}

async function read(name: string, pin: string, options: LineOptions): Promise<void> {
  await onLine(name, lineOf(pin, 'in', options), async (adapter) => {
    const active = await adapter.read('line')
    await (options.json ? printJson({ pin, active }) : print(active ? '1' : '0'))
  })
}

async function write(
  name: string,
  text: string,
  options: LineOptions & { hold?: string },
): Promise<void> {
  const [, pin, level] = /^([^=]+)=([01])$/.exec(text) ?? []
  if (pin === undefined) throw new Fault('bad-input', pinLevelExpected(text))
  const holdMs = options.hold === undefined ? undefined : secondsOf(options.hold)
  const longest = 24 * 3_600_000
  const line = { ...lineOf(pin, 'out', options), maxActiveMs: holdMs ?? longest }
  await onLine(name, line, async (adapter, signal) => {
    await adapter.write('line', level === '1')
    await (options.json
      ? printJson({ pin, active: level === '1' })
      : print(level === '1' ? `${pin} is active; Ctrl-C releases it.` : `${pin} is released.`))
    // Being stopped is the way this command is meant to end.
    if (level === '1')
      await sleep(nodeClock, holdMs ?? longest, signal).catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
  })
}

async function pulse(name: string, pin: string, ms: string, options: LineOptions): Promise<void> {
  const length = Number(ms)
  if (!(length >= 1 && length <= 60_000)) throw new Fault('bad-input', pulseExpected(ms))
  await onLine(name, lineOf(pin, 'out', options), async (adapter, signal) => {
    const { askedMs, actualMs } = await adapter.pulse('line', length, { signal })
    await (options.json
      ? printJson({ pin, askedMs, actualMs })
      : print(pulsed(pin, actualMs, askedMs)[languageOf(process.argv)]))
  })
}

async function setup(name: string): Promise<void> {
  const { kind, rest } = parseAdapterName(name)
  if (kind !== 'mcp2221') throw new Fault('bad-input', noFunctions(name))
  const { simulated, options } = commandGpio()
  try {
    const driver = await openMcp2221({ rest, name }, options)
    try {
      await driver.makeInputs()
    } finally {
      await driver.close()
    }
    await print(pinsAreInputs(driver.id)[languageOf(process.argv)])
  } finally {
    simulated.dispose()
  }
}

/** Opens one line, works with it, and releases it whatever happens. */
async function onLine(
  name: string,
  line: LineConfig,
  work: (adapter: GpioAdapter, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { simulated, options } = commandGpio()
  try {
    await untilStopped(async (signal) => {
      const adapter = await openAdapter(name, options)
      try {
        const contact = adapter.caps.openDrain === 'contact' && line.dir === 'out'
        await adapter.open(
          [contact ? { ...line, drive: 'contact', activeLow: false } : line],
          signal,
        )
        await work(adapter, signal)
      } finally {
        await adapter.close()
      }
    })
  } finally {
    simulated.dispose()
  }
}

function lineOf(pin: string, dir: 'in' | 'out', options: LineOptions): LineConfig {
  const { activeLow = false, openDrain = false, pull } = options
  if (pull !== undefined && pull !== 'up' && pull !== 'down' && pull !== 'none')
    throw new Fault('bad-input', pullExpected(pull))
  return {
    name: 'line',
    pin: pinOf(pin),
    dir,
    activeLow: activeLow || openDrain,
    drive: openDrain ? 'open-drain' : 'push-pull',
    onOpen: 'inactive',
    ...(pull === undefined ? {} : { bias: pull }),
  }
}

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (!(seconds > 0 && seconds <= 86_400)) throw new Fault('bad-input', holdExpected(text))
  return seconds * 1000
}
