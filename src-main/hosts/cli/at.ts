import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { finalLine } from '@core/at/final'
import { Fault } from '@core/fault'
import { atLineOn } from './at-line'
import { exits } from './exit'
import { readMacro, runMacroFile } from './macro'
import type { PortArguments } from './open'
import { print, printJson } from './output'

interface Options extends PortArguments {
  readonly json?: boolean
  readonly timeout?: string
  readonly macro?: string
  readonly set: readonly string[]
}

export function atCommand(): Command {
  return new Command('at')
    .description('Send AT commands and print the answers; exit 1 when one is refused')
    .argument('<port>', 'a path, tcp:host:port, or sim:sim7672')
    .argument('[commands...]', 'AT commands, or - to read them from standard input, one a line')
    .option('--baud <rate>', 'speed', '115200')
    .option('--rtscts', 'hardware flow control')
    .option('--timeout <seconds>', 'how long to wait for each answer (default: by command)')
    .option('--json', 'one JSON object an answer')
    .option('--macro <file>', 'run a macro: a file (docs/macros.md), information, wait-for-network')
    .option('--set <name=value>', 'a value for the macro; may be repeated', collected, [])
    .addHelpText(
      'after',
      '\nA modem that an earlier program left in the multiplexer is brought back first (some seconds); one that is in a call is not.',
    )
    .action(async (name: string, commands: string[], options: Options) => {
      if (options.macro !== undefined) {
        await runOn(name, commands, { ...options, macro: options.macro })
        return
      }
      const line = await atLineOn(name, options)
      try {
        let refused = false
        for await (const command of commandsFrom(commands)) {
          const timeoutMs = timeoutOf(options.timeout)
          const reply = await line.send(command, {
            priority: 'user',
            awaitSecond: true,
            ...(timeoutMs === undefined ? {} : { timeoutMs }),
          })
          refused ||= !reply.ok
          const final = finalLine(reply.final)
          if (options.json)
            await printJson({
              command,
              lines: reply.lines,
              final,
              ...(reply.secondLines ? { second: reply.secondLines } : {}),
              ok: reply.ok,
              ms: Math.round((reply.endedUs - reply.startedUs) / 1000),
            })
          else
            for (const text of [...reply.lines, final, ...(reply.secondLines ?? [])])
              await print(text)
          if (reply.final.kind === 'connect') break
        }
        if (refused) process.exitCode = exits.refused
      } finally {
        await line.close()
      }
    })
}

async function runOn(
  name: string,
  commands: readonly string[],
  options: Options & { readonly macro: string },
): Promise<void> {
  if (commands.length > 0)
    throw new Fault('bad-input', {
      en: 'Give commands or --macro, not both.',
      ja: 'コマンドと --macro は同時に指定できません。',
    })
  // A mistake in the file shall show before anybody hears of it on the port.
  await readMacro(options.macro)
  const line = await atLineOn(name, options)
  try {
    const { macro, set, json = false } = options
    if ((await runMacroFile(line, { macro, set, json })) > 0) process.exitCode = exits.refused
  } finally {
    await line.close()
  }
}

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

function timeoutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const seconds = Number(text)
  if (!(seconds > 0))
    throw new Fault('bad-input', {
      en: `--timeout ${text}: expected seconds above 0.`,
      ja: `--timeout ${text}: 0 より大きい秒数を指定してください。`,
    })
  return seconds * 1000
}

async function* commandsFrom(given: readonly string[]): AsyncGenerator<string> {
  if (given.length > 0 && given[0] !== '-') {
    yield* given
    return
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const command = line.trim()
    if (command !== '' && !command.startsWith('#')) yield command
  }
}
