import { ok, skipped, StepFailure, type Step, type StepContext } from '../step'
import { said } from './sim-ready'

/** The data call: CONNECT, after which the line is PPP's. */
export const dial: Step = {
  id: 'dial',
  title: { en: 'Dial', ja: 'ダイヤル' },
  limitMs: 100_000,
  async run(context) {
    const { session, target } = context
    if (target.direct)
      return skipped('PPP at once, without AT.', 'AT を使わず直接 PPP を開始します。')
    if (session.callHeld) {
      await session.hangUp(context.signal)
    }
    if (target.cmux && !session.cmuxOn) {
      await session.startCmux(context.signal)
      await session.at.send('ATE1')
      await session.at.send('AT+CMEE=2')
    }
    const command = context.profile().dial(target.cid)
    const reply = await session.dataLine.send(command, {
      priority: 'wizard',
      signal: context.signal,
      timeoutMs: 90_000,
    })
    context.seen.push(...reply.lines, said(reply))
    if (reply.final.kind === 'connect')
      return ok(
        `CONNECT${reply.final.text ? ` ${reply.final.text}` : ''}: the line carries PPP now.`,
        `CONNECT${reply.final.text ? ` ${reply.final.text}` : ''}：ここから PPP になります。`,
        { connect: reply.final.text },
      )
    throw await refused(context, said(reply), reply.final.kind === 'no carrier')
  },
}

async function refused(
  context: StepContext,
  answer: string,
  noCarrier: boolean,
): Promise<StepFailure> {
  const details: string[] = [answer]
  for (const command of ['AT+CEER', 'AT+CGATT?', 'AT+CGACT?']) {
    const reply = await context.ask(command).catch(() => undefined)
    if (reply?.ok) details.push(...reply.lines)
  }
  return new StepFailure(noCarrier ? 'dial-no-carrier' : 'dial-refused', details.join(' · '))
}
