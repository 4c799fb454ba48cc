import { Command, Option } from 'commander'
import { Fault, faultCode, seenIn, type ToolAnswer } from '@contract'
import { exits } from '../exit'
import type { CommandBench } from '../on-bench'
import { linkOptions, lostOf, withLink, type LinkArguments } from '../online'
import { print, printJson } from '../output'

/** A command that connects, does one thing over the link, and hangs up. */
export function netCommand(name: string, description: string): Command {
  const command = new Command(name)
    .description(description)
    .argument('<port>', 'a path, tcp:host:port, rfc2217://host:port, or sim:sim7672')
  return linkOptions(command)
    .option('--pcap <file>', 'capture as pcapng: a file, a named pipe, or - for standard output')
    .option('--json', 'one JSON object: ok, words, facts')
    .option('--no-redact', 'leave passwords and identities readable in a capture')
}

/** What `--ipv4` and `--ipv6` say. */
export interface FamilyArguments {
  readonly ipv4?: boolean
  readonly ipv6?: boolean
}

/** The choice of the family, for commands that go to a host. */
export function familyOptions(command: Command): Command {
  return command
    .addOption(new Option('-4, --ipv4', 'reach the host by IPv4').conflicts('ipv6'))
    .addOption(
      new Option(
        '-6, --ipv6',
        'reach the host by IPv6. Without either: IPv6 where the name and the link have it, else IPv4',
      ).conflicts('ipv4'),
    )
}

export const familyOf = ({ ipv4, ipv6 }: FamilyArguments): 'ipv4' | 'ipv6' | 'auto' =>
  ipv4 ? 'ipv4' : ipv6 ? 'ipv6' : 'auto'

/** Runs a tool and prints what it says while it runs, then its answer. Exit 1 when the answer is not what one wishes. */
export async function runTool(
  port: string,
  options: LinkArguments,
  tool: (bench: CommandBench) => Promise<ToolAnswer>,
): Promise<void> {
  const { lang, json } = options
  const said = new Set<string>()
  let writing: Promise<void> = Promise.resolve()
  const { answer, lost } = await withLink(port, options, async (bench) => {
    const { call, slot, signal, state } = bench
    bench.on('net', ({ progress }) => {
      if (json) return
      const line = seenIn(progress.line, lang)
      said.add(line)
      writing = writing.then(() => print(line))
    })
    const unhear = bench.onStop(() => void call('net.cancel', { slot }))
    try {
      const answer = await tool(bench)
      return { answer, lost: lostOf(state.now) }
    } catch (error) {
      // It ended because the command did.
      if (faultCode(error) === 'at-cancelled') signal.throwIfAborted()
      throw error
    } finally {
      unhear()
      await writing
    }
  })
  if (!answer.ok) process.exitCode = exits.refused
  const { ok, words, facts } = answer
  if (json) await printJson({ ok, words, facts })
  else {
    for (const line of answer.lines.map((one) => seenIn(one, lang)))
      if (!said.has(line)) await print(line)
    await print(words[lang])
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
      ja: `${option} ${text}: バイト数（${least} 以上。例：500k、20M）を指定してください。`,
    })
  return Math.round(value)
}
