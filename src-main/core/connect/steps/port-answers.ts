import { faultCode } from '../../fault'
import { sleep } from '../../wait'
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

async function answersWithin(context: StepContext, deadlineUs: number) {
  const { session, clock, signal } = context
  const heard = new Heard(session)
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
