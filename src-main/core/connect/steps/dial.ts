import type { FrameOption } from '../../cmux/frame'
import { faultCode } from '../../fault'
import type { ModemLine } from '../../modem/line'
import { quoted, type Words } from '../../words'
import { ok, skipped, StepFailure, type Step, type StepContext } from '../step'
import { said } from './sim-ready'

const channelTries = 3

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
    if (target.cmux && !session.cmuxOn) await multiplex(context, target.cmux)
    const command = context.profile().dial(target.cid)
    const reply = await session.dataLine.send(command, {
      priority: 'wizard',
      signal: context.signal,
      timeoutMs: 90_000,
    })
    context.seen.push(...reply.lines.map(quoted), said(reply))
    if (reply.final.kind === 'connect')
      return ok(
        `CONNECT${reply.final.text ? ` ${reply.final.text}` : ''}: the line carries PPP now.`,
        `CONNECT${reply.final.text ? ` ${reply.final.text}` : ''}：ここから PPP になります。`,
        { connect: reply.final.text },
      )
    throw await refused(context, said(reply), reply.final.kind === 'no carrier')
  },
}

/** What was set on the bare port holds on no channel (LE910, nRF93M1). */
async function multiplex({ session, signal }: StepContext, wanted: FrameOption | true) {
  await session.startCmux(wanted === true ? undefined : wanted, signal)
  await answersAt(session.dataLine, signal)
  await answersAt(session.at, signal)
  for (const command of ['ATE1', 'AT+CMEE=2']) await session.at.send(command, { signal })
}

/** A peer that answered SABM may not have opened what is behind its channel yet: AT is asked again, as on a bare port. */
async function answersAt(line: ModemLine, signal: AbortSignal): Promise<void> {
  for (let left = channelTries; ;) {
    try {
      await line.send('AT', { priority: 'wizard', timeoutMs: 1000, force: true, signal })
      return
    } catch (error) {
      left -= 1
      const silent = faultCode(error) === 'at-timeout' || faultCode(error) === 'at-unresponsive'
      if (!silent || left === 0) throw error
    }
  }
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
  const seen = details.join(' · ')
  return new StepFailure(noCarrier ? 'dial-no-carrier' : 'dial-refused', quoted(seen), {
    tries: familyAdvice(seen, context.target.pdpType),
  })
}

/** ESM causes 50 and 51 (3GPP TS 24.301 annex B), as words or by their number: the access point has one family. */
function familyAdvice(seen: string, asked: string): Words[] {
  const only = /\bIPv([46]) only\b|\bcause[^\d·]{0,12}(50|51)\b/i.exec(seen)
  if (!only) return []
  const [family, type, cause] =
    only[1] === '4' || only[2] === '50' ? ['IPv4', 'IP', 50] : ['IPv6', 'IPV6', 51]
  return [
    {
      en: `The network gives this APN ${family} alone (cause ${cause}), and ${asked} was asked for: set the PDP type to ${type}, or to IPV4V6, which takes what there is.`,
      ja: `この APN では ${family} のみ許可されています（cause ${cause}、要求は ${asked}）。PDP タイプを ${type} にするか、どちらでも使える IPV4V6 にしてください。`,
    },
  ]
}
