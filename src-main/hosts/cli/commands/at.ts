import { createInterface } from 'node:readline'
import { Fault, type AtAnswer, type Payload } from '@contract'
import { argument, command, flag, option, repeated, text } from '../command'
import { complain } from '../complain'
import { exits } from '../exits'
import { readMacro, runMacroOn } from '../macro'
import { onBench, type CommandBench } from '../on-bench'
import { modemTakes } from '../on-modem'
import { print, printJson } from '../output'
import { payloadFrom, sendWithPayload } from '../payload'
import { anyPort, offeringBack, openPort, type PortArguments } from '../port'
import { someSeconds } from '../values'

export const atCommand = command({
  name: 'at',
  about: 'Send AT commands and print the answers; exit 1 when one is refused',
  takes: {
    port: anyPort,
    commands: argument(
      '[commands...]',
      'AT commands, or - to read them from standard input, one a line',
    ),
    ...modemTakes,
    timeoutMs: option(
      '--timeout <seconds>',
      'how long to wait for each answer (default: by command)',
      someSeconds,
    ),
    json: flag('--json', 'one JSON object an answer'),
    payloads: repeated(
      '--payload <text>',
      'what a command is given that prompts for it (AT+CMGS, AT+CIPSEND …): TEXT as UTF-8, @FILE, or hex:48691a; Ctrl-Z is added to the first two where that ends them; may be repeated, one for each prompt',
      payloadFrom,
    ),
    macro: option(
      '--macro <file>',
      'run a macro: a file (docs/macros.md), information, wait-for-network',
    ),
    portB: option(
      '--port-b <port>',
      'with --macro, the port of slot B, for a macro that works with both slots',
    ),
    set: repeated('--set <name=value>', 'a value for the macro; may be repeated', text),
  },
  after:
    'A modem that an earlier program left in the multiplexer is brought back first (some seconds); one that is in a data call is not:\nmodem-bench back PORT does that.',
  run: async (options) => {
    const { port, portB, commands, macro, set, payloads, timeoutMs, json } = options
    if (macro !== undefined && commands.length > 0)
      throw new Fault('bad-input', {
        en: 'Give commands or --macro, not both.',
        ja: 'コマンドと --macro は同時に指定できません。',
      })
    if (macro !== undefined && payloads.length > 0)
      throw new Fault('bad-input', {
        en: 'A macro has its texts in its file (a line "payload TEXT"), not in --payload.',
        ja: 'マクロの本文はファイル内に payload 行で書いてください（--payload は使えません）。',
      })
    if (macro === undefined && portB !== undefined)
      throw new Fault('bad-input', {
        en: '--port-b is for --macro: commands go to one port.',
        ja: '--port-b は --macro 用です。コマンドの送信先は 1 つのポートだけです。',
      })
    await onBench(options, async (bench) => {
      // A mistake in the file shall show before anybody hears of it on the port.
      const script = macro === undefined ? undefined : await readMacro(bench, macro, set)
      await openPort(bench, port, options)
      const refused = await offeringBack(bench, port, () =>
        script
          ? withOther(bench, portB, options, () => runMacroOn(bench, script, json))
          : sendAll(bench, commands, { timeoutMs, json, payloads: [...payloads] }),
      )
      if (refused) process.exitCode = exits.refused
    })
  },
})

/** Works with a second modem in the other slot, where there is one. */
async function withOther<T>(
  { call, slot }: CommandBench,
  path: string | undefined,
  { baud: baudRate, framing, rtscts }: PortArguments,
  work: () => Promise<T>,
): Promise<T> {
  if (path === undefined) return work()
  const other = slot === 'a' ? 'b' : 'a'
  await call('port.open', {
    slot: other,
    path,
    options: { baudRate, rtscts, framing },
    offerBoard: false,
  })
  try {
    await call('at.reach', { slot: other })
    return await work()
  } finally {
    await call('port.close', { slot: other })
  }
}

/** Whether one was refused. */
async function sendAll(
  bench: CommandBench,
  commands: readonly string[],
  {
    timeoutMs,
    json,
    payloads,
  }: {
    readonly timeoutMs: number | undefined
    readonly json: boolean
    readonly payloads: Payload[]
  },
): Promise<boolean> {
  const { signal } = bench
  let refused = false
  for await (const text of commandsFrom(commands, signal)) {
    const answer = await sendWithPayload(bench, { text, timeoutMs, payloads })
    refused ||= !answer.ok
    await (json ? printJson(answerObject(text, answer)) : printLines(answer))
    if (answer.final.startsWith('CONNECT')) break
  }
  signal.throwIfAborted()
  if (payloads.length > 0) complain(unused)
  return refused || payloads.length > 0
}

const unused = {
  en: 'A --payload was not used: no command asked for it.',
  ja: '使われなかった --payload があります（本文を求めるコマンドがありませんでした）。',
}

async function printLines({ lines, final, second = [] }: AtAnswer): Promise<void> {
  for (const text of [...lines, final, ...second]) await print(text)
}

function answerObject(command: string, { lines, final, second, ok, ms }: AtAnswer): object {
  return { command, lines, final, ...(second ? { second } : {}), ok, ms: Math.round(ms) }
}

async function* commandsFrom(
  given: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<string> {
  if (given.length > 0 && given[0] !== '-') {
    for (const command of given) if (!signal.aborted) yield command
    return
  }
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })
  const close = () => lines.close()
  signal.addEventListener('abort', close, { once: true })
  for await (const line of lines) {
    const command = line.trim()
    if (command !== '' && !command.startsWith('#')) yield command
  }
  signal.removeEventListener('abort', close)
}
