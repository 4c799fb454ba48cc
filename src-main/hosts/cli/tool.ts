import { faultCode, seenIn, type ToolAnswer } from '@contract'
import {
  command,
  flag,
  option,
  type Build,
  type Description,
  type Spoken,
  type Values,
} from './command'
import { exits } from './exits'
import type { CommandBench } from './on-bench'
import { linkTakes, lostOf, withLink, type LinkArguments } from './online'
import { print, printJson } from './output'
import { anyPort } from './port'

/** What a command may be given that connects, does one thing over the link, and hangs up. */
export const netTakes = {
  port: anyPort,
  ...linkTakes,
  pcap: option(
    '--pcap <file>',
    'capture as pcapng: a new file, a named pipe, or - for standard output',
  ),
  json: flag('--json', 'one JSON object: ok, words, facts'),
  redact: flag('--no-redact', 'leave passwords and identities readable in a capture'),
}

/** The choice of the family, for commands that go to a host. */
export const familyTakes = {
  ipv4: flag('-4, --ipv4', 'reach the host by IPv4', { conflicts: 'ipv6' }),
  ipv6: flag(
    '-6, --ipv6',
    'reach the host by IPv6. Without either: IPv6 where the name and the link have it, else IPv4',
    { conflicts: 'ipv4' },
  ),
}
export const familyOf = ({ ipv4, ipv6 }: Values<typeof familyTakes>): 'ipv4' | 'ipv6' | 'auto' =>
  ipv4 ? 'ipv4' : ipv6 ? 'ipv6' : 'auto'

/** A command that connects, asks one tool, prints its answer, and hangs up. */
interface Tool<V, R> extends Omit<Description<V>, 'run'> {
  /** What is found out, and refused, before a connection is paid for. */
  readonly ready: (values: NoInfer<V> & Spoken) => R | Promise<R>
  /** It goes on until Ctrl-C, which is then its end and no stop. */
  readonly endless?: (values: NoInfer<V> & Spoken) => boolean
  /** What is found out by the bench before a connection is paid for. */
  readonly before?: (bench: CommandBench, values: NoInfer<V> & Spoken) => Promise<void>
  readonly ask: (bench: CommandBench, ready: R, values: NoInfer<V> & Spoken) => Promise<ToolAnswer>
}

export const toolCommand = <V extends Values<typeof netTakes>, R>({
  ready,
  before,
  ask,
  endless = () => false,
  ...described
}: Tool<V, R>): Build =>
  command<V>({
    ...described,
    run: async (values) => {
      const read = await ready(values)
      await runTool(values, (bench) => ask(bench, read, values), {
        before: (bench) => before?.(bench, values),
        endless: endless(values),
      })
    },
  })

interface Ways {
  readonly before?: (bench: CommandBench) => Promise<void> | undefined
  readonly endless?: boolean
}

/** Runs a tool and prints what it says while it runs, then its answer. Exit 1 when the answer is not what one wishes. */
export async function runTool(
  options: LinkArguments,
  tool: (bench: CommandBench) => Promise<ToolAnswer>,
  { before, endless = false }: Ways = {},
): Promise<void> {
  const { lang, json } = options
  const said = new Set<string>()
  let writing: Promise<void> = Promise.resolve()
  const use = async (bench: CommandBench) => {
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
      return { answer, lost: lostOf(state.now), stopped: signal.aborted }
    } catch (error) {
      // It ended because the command did.
      if (faultCode(error) === 'at-cancelled') signal.throwIfAborted()
      throw error
    } finally {
      unhear()
      await writing
    }
  }
  const { answer, lost, stopped } = await withLink(options, use, before)
  // Stopped in the middle it is neither a success nor a failure, whatever was measured until then.
  if (stopped && !endless) process.exitCode = exits.stopped
  else if (!answer.ok) process.exitCode = exits.refused
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
