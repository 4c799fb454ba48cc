import { Command } from 'commander'
import { Fault, harmless, harmlessJson, ussdWords } from '@contract'
import type { Language, UssdReply, UssdState } from '@contract'
import { exits } from './exit'
import { modemOptions, onModem, type ModemArguments } from './on-modem'
import { print } from './output'
import { whenReady } from './when-ready'

interface Options extends ModemArguments {
  readonly wait: string
  readonly json?: boolean
}

/** USSD: a code, and the answers to the menu behind it, as a client of the bench. */
export function ussdCommand(): Command {
  const command = new Command('ussd')
    .argument('<port>')
    .argument('<code>', 'what the network is asked: *100#')
    .argument('[answers...]', 'what its menus are answered, in order')
    .description('Send a service code (USSD) and answer its menus')
    .option('--wait <seconds>', 'how long the network may take for each', '90')
    .option('--json', 'one JSON object for each answer of the network')
    .addHelpText(
      'after',
      "\nA menu that is left unanswered is cancelled. Exit code: 0 done, 1 refused or no answer, 2 the call was wrong, 3 no port.\nExample: modem-bench ussd /dev/ttyUSB2 '*100#' 1",
    )
    .exitOverride()
    .action(run)
  return modemOptions(command)
}

async function run(port: string, code: string, answers: string[], options: Options): Promise<void> {
  const waitMs = waitOf(options.wait)
  await onModem(port, options, async (bench) => {
    const { call, slot, signal } = bench
    let reply: UssdReply | undefined
    let left = answers.length
    for (const text of [code, ...answers]) {
      if (reply && reply.state !== 'asks') break
      if (reply) left--
      const asked = () => call('ussd.send', { slot, text, waitMs })
      reply = await whenReady(['ussd-no-network', 'card-busy'], { waitMs, signal }, asked)
      await print(options.json ? harmlessJson(reply) : replyText(reply, options.lang))
    }
    if (reply?.state === 'asks') await call('ussd.cancel', { slot })
    if (left > 0) process.stderr.write(`modem-bench: ${unused(left)[options.lang]}\n`)
    if (left > 0 || (reply && failed.has(reply.state))) process.exitCode = exits.refused
  })
}
const failed: ReadonlySet<UssdState> = new Set(['elsewhere', 'unsupported', 'timeout'])
const unused = (left: number) => ({
  en: `answers that no menu asked for: ${left}. They were not sent.`,
  ja: `メニューが求めなかった回答が ${left} 件あります。送信していません。`,
})

function replyText({ state, text }: UssdReply, lang: Language): string {
  const words = ussdWords[state][lang]
  return harmless(text === '' ? `(${words})` : state === 'done' ? text : `${text}\n(${words})`)
}

function waitOf(text: string): number {
  const seconds = Number(text)
  if (!(seconds >= 1 && seconds <= 600))
    throw new Fault('bad-input', {
      en: `--wait ${text}: expected 1 to 600 seconds.`,
      ja: `--wait ${text}：1～600 秒を指定してください。`,
    })
  return Math.round(seconds * 1000)
}
