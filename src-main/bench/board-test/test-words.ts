import type { ConnectState } from '@core/connect/connect-state'
import { durationText } from '@core/duration'
import { Fault, faultRows, type FaultCode } from '@core/fault'
import { joined, seenIn, twoSentences, type Language, type Words } from '@core/words'

export const isCode = (code: string): code is FaultCode => Object.hasOwn(faultRows, code)

export const limitWords = (ms: number): Words => ({
  en: `${durationText(ms)}.`,
  ja: `${durationText(ms, 'ja')}。`,
})
/** AT was not answered for so long. */
export const silenceWords = (ms: number, lastHeard: Words): Words =>
  twoSentences(
    { en: `AT, for ${durationText(ms)}.`, ja: `AT（${durationText(ms, 'ja')}）。` },
    lastHeard,
  )

/** One sentence behind the other: what has no end of its own is given one, or they would run together. */
const inOneLine = (language: Language, texts: readonly string[]): string =>
  texts.reduce((line, text) => joined(language, line, sentence(text, language)), '')

function sentence(text: string, language: Language): string {
  const whole = /[.。!?！？…]$/.test(text) ? text : `${text}${language === 'ja' ? '。' : '.'}`
  // A line of the modem and a command stand as they are.
  return /^[a-z]+ [a-z]/.test(whole) ? `${whole.charAt(0).toUpperCase()}${whole.slice(1)}` : whole
}

/** What stands behind a meaning that is told before: `: PLMN not allowed (cause 11). State 3 …`, or a sentence of its own. */
function behind(meaning: string, text: string): string {
  const head = meaning.replace(/[.。]$/, '')
  return text.startsWith(head) ? text.slice(head.length).replace(/^[.。:：]\s*/, '') : text
}

/** Why a connection came to nothing: the last state and the network's cause, the last lines, and what the plan allows. */
export function connectFault({ verdict, steps }: ConnectState, withinMs: number): Fault {
  const { reason = '', seen = [] } = verdict ?? {}
  const code = isCode(reason) ? reason : 'link-down'
  const state = steps.find((one) => one.state === 'failed')?.words
  const said = (language: Language) => {
    const told = behind(faultRows[code].meaning[language], state?.[language] ?? '')
    // Settings that are put back at the end say nothing of the cause.
    const lines = seen
      .map((line) => seenIn(line, language))
      .filter((line) => !/^(?:AT|OK$)/.test(line) && !told.includes(line))
    return [told, lines.at(-1) ?? ''].filter((one) => one !== '')
  }
  return new Fault(code, {
    en: inOneLine('en', [...said('en'), `Limit ${durationText(withinMs)}.`]),
    ja: inOneLine('ja', [...said('ja'), `制限時間 ${durationText(withinMs, 'ja')}。`]),
  })
}
