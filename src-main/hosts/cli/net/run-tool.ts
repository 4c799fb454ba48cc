import { Command } from 'commander'
import type { ToolAnswer, ToolOptions } from '@core/ip/tools/tool-answer'
import { Fault } from '@core/fault'
import { seenIn } from '@core/words'
import { exits } from '../exit'
import { linkOptions, withLink, type LinkArguments, type Online } from '../online'
import { print, printJson } from '../output'

/** A command that connects, does one thing over the link, and hangs up. */
export function netCommand(name: string, description: string): Command {
  const command = new Command(name)
    .description(description)
    .argument('<port>', 'a path, tcp:host:port, or sim:sim7672')
  return linkOptions(command)
    .option('--json', 'one JSON object: ok, words, facts')
    .option('--no-redact', 'leave passwords and identities readable in a capture')
}

/** Runs a tool and prints what it says while it runs, then its answer. Exit 1 when the answer is not what one wishes. */
export async function runTool(
  port: string,
  options: LinkArguments,
  tool: (online: Online, options: ToolOptions) => Promise<ToolAnswer>,
): Promise<void> {
  const said = new Set<string>()
  let writing: Promise<void> = Promise.resolve()
  const say = (line: string) => {
    said.add(line)
    writing = writing.then(() => print(line))
  }
  const { answer, lost } = await withLink(port, options, async (online) => {
    const answer = await tool(online, {
      signal: online.signal,
      onProgress: ({ line }) => {
        if (!options.json) say(seenIn(line, options.lang))
      },
    })
    return { answer, lost: online.lost() }
  })
  await writing
  if (!answer.ok) process.exitCode = exits.refused
  const { ok, words, facts } = answer
  if (options.json) await printJson({ ok, words, facts })
  else {
    for (const line of answer.lines.map((one) => seenIn(one, options.lang)))
      if (!said.has(line)) await print(line)
    await print(words[options.lang])
  }
  // What was measured until then is printed; that it is not all, and why, is said after it.
  if (lost) throw lost
}

/** A number given by an option. */
export function numberOf(option: string, text: string, low: number, high: number): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= low && value <= high))
    throw new Fault('bad-input', {
      en: `${option} ${text}: expected a number from ${low} to ${high}.`,
      ja: `${option} ${text}: ${low}～${high} の数値を指定してください。`,
    })
  return value
}

/** A whole number given by an option. */
export function wholeOf(option: string, text: string, low: number, high: number): number {
  const value = numberOf(option, text, low, high)
  if (!Number.isInteger(value))
    throw new Fault('bad-input', {
      en: `${option} ${text}: expected a whole number.`,
      ja: `${option} ${text}: 整数を指定してください。`,
    })
  return value
}

/** Octets: `500000`, `500k`, `20M`, `1G`, in steps of 1000. */
export function bytesOption(option: string, text: string, least: number): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kMG]?)B?$/i.exec(text.trim())
  const factors: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, G: 1e9 }
  const value = Number(match?.[1]) * (factors[(match?.[2] ?? '').toUpperCase()] ?? Number.NaN)
  if (!(value >= least))
    throw new Fault('bad-input', {
      en: `${option} ${text}: expected octets, at least ${least}, such as 500k or 20M.`,
      ja: `${option} ${text}: バイト数（${least} 以上。例: 500k、20M）を指定してください。`,
    })
  return Math.round(value)
}
