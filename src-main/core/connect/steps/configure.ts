import { errorWords } from '../../fault'
import { ok, skipped, StepFailure, type Step, type StepContext } from '../step'
import { said } from './sim-ready'
import { cgauthCommand } from '../../context/auth'
import { listed, quoted } from '../../words'
import { authNumber, authOf, contextOf, differences } from './stored'
import { nothingToWrite, stepTitles, writtenAndReadBack } from './words'

/** Writes only what differs, with the radio off where the attach itself uses the context, and reads it back. */
export const configure: Step = {
  id: 'configure',
  title: stepTitles.configure,
  limitMs: 60_000,
  async run(context) {
    const { found, target } = context
    const before = found.differences ?? []
    if (before.length === 0) return skipped(nothingToWrite)
    const profile = context.profile()
    const radioOff = profile.attachUsesContext1 && target.cid === 1
    try {
      if (radioOff) {
        const off = await context.ask('AT+CFUN=4')
        if (!off.ok) throw new StepFailure('radio-refused', quoted(`AT+CFUN=4: ${said(off)}`))
      }
      await writeContext(context)
      if (!found.authUnsupported) await writeAuth(context)
      await readBack(context)
    } catch (error) {
      if (radioOff) await radioOn(context)
      throw error
    }
    return ok(writtenAndReadBack(radioOff, before), {
      written: before.map(({ en }) => en),
      radio_off: radioOff,
    })
  },
}

/** Nobody asked for a modem without its radio: it goes on again though the writing ended early, cancelled or not. */
async function radioOn(context: StepContext): Promise<void> {
  const { session, seen } = context
  if (session.end) return
  try {
    // Not with the run's signal: that may be what ended the writing.
    await context.ask('AT+CFUN=1', { signal: new AbortController().signal })
  } catch (error) {
    const { en, ja } = errorWords(error)
    seen.push({ en: `AT+CFUN=1: ${en}`, ja: `AT+CFUN=1: ${ja}` })
  }
}

async function writeContext(context: StepContext): Promise<void> {
  const { target } = context
  const reply = await context.ask(`AT+CGDCONT=${target.cid},"${target.pdpType}","${target.apn}"`)
  if (!reply.ok) throw new StepFailure('context-refused', quoted(`AT+CGDCONT: ${said(reply)}`))
}

async function writeAuth(context: StepContext): Promise<void> {
  const { target, found } = context
  const number = authNumber(target, found.auth?.protocol)
  const command = cgauthCommand(context.profile().cgauthOrder, target.cid, number, target)
  const reply = await context.ask(command, { secret: true })
  if (!reply.ok) throw new StepFailure('context-refused', quoted(`AT+CGAUTH: ${said(reply)}`))
}

async function readBack(context: StepContext): Promise<void> {
  const { target, found } = context
  found.context = contextOf(context.read(await context.ask('AT+CGDCONT?')), target.cid)
  if (!found.authUnsupported)
    found.auth = authOf(context.read(await context.ask('AT+CGAUTH?')), target.cid)
  const left = differences(target, found)
  if (left.length > 0) throw new StepFailure('context-not-kept', listed(left))
  found.differences = []
}
