import { callPhaseWords, Fault, harmless, harmlessJson } from '@contract'
import type { Language, VoiceCall } from '@contract'
import { argument, command, flag, option } from '../command'
import { exits } from '../exits'
import { modemTakes, onModem } from '../on-modem'
import type { CommandBench } from '../on-bench'
import { print } from '../output'
import { pause } from '../pause'
import { seconds } from '../values'

const lookMs = 250

/** One voice call: made, or taken when it comes. */
export const voiceCommand = command({
  name: 'call',
  about: 'Make a voice call, or take the one that comes, and say what becomes of it',
  takes: {
    port: argument('<port>'),
    number: argument('[number]', 'whom to call: +81312345678'),
    answer: flag('--answer', 'wait for a call and take it'),
    keys: option('--keys <keys>', 'DTMF keys to send when it is answered: 12#'),
    holdMs: option(
      '--hold <seconds>',
      'hang up so long after it was answered',
      seconds(0, 3600),
      '5',
    ),
    waitMs: option(
      '--wait <seconds>',
      'how long to wait for an answer, or a call',
      seconds(1, 3600),
      '60',
    ),
    json: flag('--json', 'one JSON object for each change'),
    ...modemTakes,
  },
  after:
    'Exit code: 0 it was answered, 1 refused, busy or no answer, 2 the call was wrong, 3 no port.\nExample: modem-bench call /dev/ttyUSB2 +81312345678 --hold 10',
  run: (options) => {
    const { number, answer } = options
    if ((number === undefined) === !answer) throw new Fault('bad-input', numberOrAnswer)
    return onModem(options, async (bench) => {
      const { call, slot } = bench
      if (number !== undefined) await call('voice.dial', { slot, number })
      const answered = await follow(bench, options)
      if (!answered) process.exitCode = exits.refused
    })
  },
})

interface Wishes {
  readonly answer?: boolean
  readonly keys?: string | undefined
  readonly holdMs: number
  readonly waitMs: number
  readonly json?: boolean
  readonly lang: Language
}

/** Prints each change until the call is over; whether it was answered. */
async function follow({ call, slot, signal }: CommandBench, wishes: Wishes): Promise<boolean> {
  const { answer = false, keys, holdMs, waitMs, json = false, lang } = wishes
  let told: VoiceCall['phase'] | undefined
  let endMs = Date.now() + waitMs
  let answered = false
  try {
    for (;;) {
      const now = await call('voice.read', { slot })
      if (now && now.phase !== told) {
        told = now.phase
        await print(json ? harmlessJson(now) : callText(now, lang))
        if (told === 'incoming' && answer) await call('voice.answer', { slot })
        if (told === 'active') {
          answered = true
          if (keys !== undefined) await call('voice.keys', { slot, keys })
          endMs = Date.now() + holdMs
        }
        if (told === 'ended') return answered
      }
      if (Date.now() >= endMs) break
      await pause(lookMs, signal)
    }
    if (told === undefined) {
      await print(nobody[lang])
      return false
    }
  } finally {
    // Also where the command is ended meanwhile.
    if (told !== undefined && told !== 'ended') await call('voice.hangUp', { slot })
  }
  const last = await call('voice.read', { slot })
  if (last) await print(json ? harmlessJson(last) : callText(last, lang))
  return answered
}

function callText({ phase, number, end }: VoiceCall, lang: Language): string {
  const why = end ? `: ${end.seen} · ${end.meaning[lang]}` : ''
  return harmless(`${callPhaseWords[phase][lang]} ${number}`.trimEnd() + why)
}
const nobody = { en: 'Nobody called.', ja: '着信はありませんでした。' } as const
const numberOrAnswer = {
  en: 'Expected a number to call, or --answer.',
  ja: '発信先の番号か --answer のどちらかを指定してください。',
}
