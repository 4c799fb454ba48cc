import { readFile } from 'node:fs/promises'
import { shippedMacros } from '@bench/macros'
import { finalLine } from '@core/at/final'
import { Fault } from '@core/fault'
import { macroFrom } from '@core/macro/parse'
import { runMacro, type MacroChannel } from '@core/macro/run'
import type { MacroScript } from '@core/macro/step'
import { nodeClock } from '@platform/clock/node-clock'
import type { AtLine } from './at-line'
import { print, printJson } from './output'

export interface MacroArguments {
  /** A file, or the name of a macro that ships: `information`. */
  readonly macro: string
  /** `name=value` for its variables. */
  readonly set: readonly string[]
  readonly json: boolean
}

/** Runs a macro on a port and prints what it asks and hears; gives how many commands were refused. */
export async function runMacroFile(
  line: AtLine,
  { macro, set, json }: MacroArguments,
): Promise<number> {
  const script = await readMacro(macro)
  const values = valuesOf(set, script)
  let printed = Promise.resolve()
  const { refused } = await runMacro({
    script,
    values,
    clock: nodeClock,
    channel: channelOf(line),
    onAnswer(command, lines) {
      // One after the other, as they came.
      printed = printed.then(() =>
        json ? printJson({ command, lines: lines.slice(0, -1), final: lines.at(-1) }) : say(lines),
      )
    },
  }).finally(() => printed)
  return refused
}

async function say(lines: readonly string[]): Promise<void> {
  for (const line of lines) await print(line)
}

/** Read before the port is opened, so that a mistake in the file disturbs nobody. */
export async function readMacro(name: string): Promise<MacroScript> {
  const shipped = shippedMacros.find((one) => one.id === name)
  if (shipped) return macroFrom(shipped.text)
  const text = await readFile(name, 'utf8').catch((error: unknown) => {
    const known = shippedMacros.map(({ id }) => id).join(', ')
    const why = error instanceof Error ? error.message : String(error)
    throw new Fault(
      'bad-input',
      {
        en: `--macro ${name}: ${why}. Macros that need no file: ${known}.`,
        ja: `--macro ${name}: ${why}。ファイル不要のマクロ: ${known}。`,
      },
      {
        cause: error,
      },
    )
  })
  return macroFrom(text)
}

function valuesOf(set: readonly string[], script: MacroScript): { [name: string]: string } {
  const values: { [name: string]: string } = {}
  for (const one of set) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(one) ?? []
    if (!script.variables.some((variable) => variable.name === name)) {
      const known = script.variables.map((variable) => variable.name).join(', ') || 'none'
      throw new Fault('bad-input', {
        en: `--set ${one}: expected name=value; this macro has: ${known}.`,
        ja: `--set ${one}: 名前=値 の形式で指定してください。このマクロの変数: ${known}。`,
      })
    }
    values[name] = value
  }
  return values
}

function channelOf(line: AtLine): MacroChannel {
  return {
    async send(command, signal) {
      const reply = await line.send(command, { priority: 'user', ...(signal ? { signal } : {}) })
      return { lines: reply.lines, final: finalLine(reply.final), ok: reply.ok }
    },
    onLine: (listener) =>
      line.onToken(({ kind, text }) => {
        if (kind === 'answer' || kind === 'unsolicited') listener(text)
      }),
  }
}
