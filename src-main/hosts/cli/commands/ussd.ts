import { harmless, harmlessJson, ussdWords } from '@contract'
import type { Language, UssdReply, UssdState } from '@contract'
import { argument, command, flag, option } from '../command'
import { complain } from '../complain'
import { exits } from '../exits'
import { modemTakes, onModem } from '../on-modem'
import { print } from '../output'
import { msOf } from '../values'
import { whenReady } from '../when-ready'

/** USSD: a code, and the answers to the menu behind it. */
export const ussdCommand = command({
  name: 'ussd',
  about: 'Send a service code (USSD) and answer its menus',
  takes: {
    port: argument('<port>'),
    code: argument('<code>', 'what the network is asked: *100#'),
    answers: argument('[answers...]', 'what its menus are answered, in order'),
    waitMs: option(
      '--wait <seconds>',
      'how long the network may take for each',
      msOf('ussd.send', 'waitMs'),
      '90',
    ),
    json: flag('--json', 'one JSON object for each answer of the network'),
    ...modemTakes,
  },
  after:
    "A menu that is left unanswered is cancelled. Exit code: 0 done, 1 refused or no answer, 2 the call was wrong, 3 no port.\nExample: modem-bench ussd /dev/ttyUSB2 '*100#' 1",
  run: (options) =>
    onModem(options, async ({ call, slot, signal }) => {
      const { code, answers, waitMs, json, lang } = options
      let reply: UssdReply | undefined
      let left = answers.length
      for (const text of [code, ...answers]) {
        if (reply && reply.state !== 'asks') break
        if (reply) left--
        const asked = () => call('ussd.send', { slot, text, waitMs })
        reply = await whenReady(['ussd-no-network', 'card-busy'], { waitMs, signal }, asked)
        await print(json ? harmlessJson(reply) : replyText(reply, lang))
      }
      if (reply?.state === 'asks') await call('ussd.cancel', { slot })
      if (left > 0) complain(unused(left))
      if (left > 0 || (reply && failed.has(reply.state))) process.exitCode = exits.refused
    }),
})
const failed: ReadonlySet<UssdState> = new Set(['elsewhere', 'unsupported', 'timeout'])
const unused = (left: number) => ({
  en: `answers that no menu asked for: ${left}. They were not sent.`,
  ja: `メニューが求めなかった回答が ${left} 件あります。送信していません。`,
})

function replyText({ state, text }: UssdReply, lang: Language): string {
  const words = ussdWords[state][lang]
  return harmless(text === '' ? `(${words})` : state === 'done' ? text : `${text}\n(${words})`)
}
