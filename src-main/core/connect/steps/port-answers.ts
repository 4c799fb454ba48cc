import { faultCode } from '../../fault'
import { sleep } from '../../wait'
import { ok, StepFailure, type Step, type StepContext } from '../step'

const listenMs = 300

/** The port answers: AT once a second while the modem may still boot, as AT sent before its boot banner is dropped. */
export const portAnswers: Step = {
  id: 'port',
  title: { en: 'Port answers', ja: 'ポートの応答' },
  limitMs: 40_000,
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
    return answersWithin(context, clock.monotonicUs() + context.profile().bootMs * 1000)
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
  const heard = { echo: 0, other: 0, noise: 0 }
  const stop = session.on((event) => {
    if (event.kind !== 'token') return
    if (event.token.kind === 'echo') heard.echo += 1
    else if (event.token.kind !== 'note') heard[readable(event.token.text) ? 'other' : 'noise'] += 1
  })
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
    throw silence(heard)
  } finally {
    stop()
  }
}

function silence(heard: { echo: number; other: number; noise: number }): StepFailure {
  if (heard.noise > heard.echo && heard.noise >= heard.other)
    return new StepFailure('connect-noise', {
      en: `${heard.noise} unreadable lines came.`,
      ja: `読めない行を ${heard.noise} 行受信しました。`,
    })
  if (heard.echo > 0)
    return new StepFailure('connect-echo-only', {
      en: `${heard.echo} echoes, no OK.`,
      ja: `エコー ${heard.echo} 回、OK なし。`,
    })
  if (heard.other > 0)
    return new StepFailure('connect-silent', {
      en: `Text came, but no OK to AT (${heard.other} lines).`,
      ja: `文字は受信しましたが（${heard.other} 行）、AT への OK がありません。`,
    })
  return new StepFailure('connect-silent', {
    en: 'Not one octet came.',
    ja: '1 バイトも受信していません。',
  })
}

/** Mostly printable ASCII: what a modem at the right speed sends. */
function readable(text: string): boolean {
  const printable = [...text].filter((c) => c >= ' ' && c <= '~').length
  return printable >= text.length * 0.9
}
