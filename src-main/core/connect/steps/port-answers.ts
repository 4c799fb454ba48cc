import { faultCode } from '../../fault'
import { sleep } from '../../wait'
import type { CloseDownForce } from '../../modem/ask-out-of-cmux'
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

/** After which AT close-down is sent: a modem that boots answers a later AT all the same. */
const closeDowns: { readonly [tries: number]: CloseDownForce } = { 2: 'gentle', 4: 'thorough' }

/** Whether close-down was answered, by a modem that was left in the multiplexer. */
async function closedDown(context: StepContext, force: CloseDownForce): Promise<boolean> {
  const { session, signal, progress, seen } = context
  progress(closing)
  const found = await session.closeDownUnheard(force, signal)
  if (found === undefined) return false
  const answered = found === 'cmux'
  seen.push(answered ? closeAnswered : closeUnanswered)
  return answered
}

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
  const { session, clock, signal } = context
  const heard = new Heard(session)
  let closed = false
  try {
    for (let tries = 1; ; tries++) {
      const reply = await context
        .ask('AT', { timeoutMs: 1000, force: true })
        .catch((error: unknown) => {
          // A modem that has just been powered says so in the middle of the first AT.
          const code = faultCode(error)
          if (code === 'at-timeout' || code === 'at-unresponsive' || code === 'at-reset')
            return undefined
          throw error
        })
      if (reply?.ok) {
        session.confirmCommandMode()
        if (closed) return ok(...outOfCmux, { tries })
        return ok(
          tries === 1 ? 'AT was answered at once.' : `AT was answered at the ${tries}th try.`,
          tries === 1 ? 'AT にすぐ応答しました。' : `${tries} 回目の AT で応答しました。`,
          { tries },
        )
      }
      if (clock.monotonicUs() >= deadlineUs) break
      if (tries === 2) {
        const found = await session.askInPpp(500, signal)
        if (found === 'ppp' || found === 'cmux') return notInCommandMode(found)
      }
      const force = closeDowns[tries]
      if (force) closed = (await closedDown(context, force)) || closed
      context.progress({
        en: `No answer yet, ${tries} tries. A modem that boots needs up to 15 s.`,
        ja: `まだ応答がありません（${tries} 回）。起動には最大 15 秒ほどかかります。`,
      })
      await sleep(clock, 200, signal)
    }
    throw heard.failure(context.seen)
  } finally {
    heard.stop()
  }
}
