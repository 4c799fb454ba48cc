import { promptOfEarlierProgram } from '../../at/words'
import { reachAt } from '../../modem/reach-at'
import type { Words } from '../../words'
import { ok, type Step, type StepContext } from '../step'
import { Heard } from './port-heard'

const listenMs = 300

/** The port answers: AT once a second while the modem may still boot, as AT sent before its boot banner is dropped. */
export const portAnswers: Step = {
  id: 'port',
  title: { en: 'Port answers', ja: 'ポートの応答' },
  // The longest boot a board may ask for, and the silence before it.
  limitMs: 70_000,
  async run(context) {
    const { session, clock, signal } = context
    if (session.mode === 'command')
      return ok('The port is in command mode.', 'コマンドモードです。')
    if (session.mode === 'data' || session.mode === 'cmux')
      return ok(
        'The modem speaks; it is not in command mode.',
        'モデムは応答中ですが、コマンドモードではありません。',
      )
    const first = await session.listenFirst(listenMs, signal)
    if (first === 'ppp' || first === 'cmux') return notInCommandMode(first)
    const bootMs = Math.max(context.profile().bootMs, context.power?.bootMs ?? 0)
    return answersWithin(context, clock.monotonicUs() + bootMs * 1000)
  },
}

const notInCommandMode = (first: string) =>
  ok(
    'The modem speaks; it is not in command mode.',
    'モデムは応答中ですが、コマンドモードではありません。',
    { first },
  )

const outOfCmux = [
  'A multiplexer that an earlier program had left on was closed (CLD); AT is answered.',
  '以前のプログラムが残したマルチプレクサーを終了し（CLD）、AT に応答しました。',
] as const

const outOfPrompt = [
  'The modem waited for the text of an earlier program; it was left with ESC, and AT is answered.',
  '以前のプログラムの本文入力待ちでした。ESC で抜け、AT に応答しました。',
] as const

const closing: Words = {
  en: 'No answer to AT. A modem left in the multiplexer is silent: its close-down is sent.',
  ja: 'AT に応答がありません。マルチプレクサーのまま残されたモデムは応答しないため、終了要求（CLD）を送信します。',
}
const closeAnswered: Words = {
  en: 'Close-down (CLD) was answered: the modem had been left in the multiplexer.',
  ja: '終了要求（CLD）に応答しました。モデムはマルチプレクサーのまま残されていました。',
}
const closeUnanswered: Words = {
  en: 'Close-down of a multiplexer (CLD, basic and advanced) was sent; nobody answered it.',
  ja: 'マルチプレクサーの終了要求（CLD、基本と拡張）を送信しましたが、応答がありません。',
}

async function answersWithin(context: StepContext, deadlineUs: number) {
  const { session, clock, signal, seen, progress } = context
  const heard = new Heard(session)
  let tries = 0
  let left = false
  try {
    const reached = await reachAt({
      clock,
      signal,
      ask: () => context.ask('AT', { timeoutMs: 1000, force: true }),
      escape: () => session.escape(),
      leavePrompt: () => {
        left = true
        seen.push(promptOfEarlierProgram)
        return session.leavePromptAnswered(signal)
      },
      askInPpp: (ms) => session.askInPpp(ms, signal),
      closeDownUnheard: (force) => session.closeDownUnheard(force, signal),
      goesOn: (asked) => {
        tries = asked
        return clock.monotonicUs() < deadlineUs
      },
      tell: (news) => {
        if (news === 'closing') progress(closing)
        else if (news === 'silent') progress(noAnswerYet(tries))
        else seen.push(news === 'close-down answered' ? closeAnswered : closeUnanswered)
      },
    })
    if (reached.found === 'nothing') throw heard.failure(seen)
    if (reached.found !== 'command') return notInCommandMode(reached.found)
    session.confirmCommandMode()
    return atAnswered({ ...reached, left })
  } finally {
    heard.stop()
  }
}

const noAnswerYet = (tries: number): Words => ({
  en: `No answer yet, ${tries} tries. A modem that boots needs up to 15 s.`,
  ja: `まだ応答がありません（${tries} 回）。起動には最大 15 秒ほどかかります。`,
})

interface Answered {
  readonly tries: number
  /** Out of a multiplexer that was closed. */
  readonly closed: boolean
  /** Out of a prompt that was left. */
  readonly left: boolean
}

function atAnswered({ tries, closed, left }: Answered) {
  if (closed) return ok(...outOfCmux, { tries })
  if (left) return ok(...outOfPrompt, { tries })
  return ok(
    tries === 1 ? 'AT was answered at once.' : `AT was answered at try ${tries}.`,
    tries === 1 ? 'AT にすぐ応答しました。' : `${tries} 回目の AT で応答しました。`,
    { tries },
  )
}
