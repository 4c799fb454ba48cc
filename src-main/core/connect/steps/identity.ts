import { factText } from '../../at/fact-text'
import { profileFor } from '../../modem/profile'
import { ok, skipped, StepFailure, type Step } from '../step'
import { noProfileTakesIt, sameAsBefore, stepTitles, treatedAs } from './words'

const noProfile = noProfileTakesIt

/** Who the modem is; its profile decides everything that differs by family. */
export const identity: Step = {
  id: 'identity',
  title: stepTitles.identity,
  limitMs: 20_000,
  async run(context) {
    const { session, profiles } = context
    const known = session.memory.profile
    if (known)
      return skipped(sameAsBefore(known.name), {
        profile: known.id,
      })
    const ati = await context.ask('ATI')
    const model = await context.ask('AT+CGMM')
    const text = [...ati.lines, ...model.lines].join('\n')
    const profile = profileFor(profiles, text)
    if (!profile) throw new StepFailure('internal', noProfile)
    session.memory.profile = profile
    session.memory.identity = text
    const imei = await context.ask('AT+CGSN')
    const facts = { ...context.read(ati), ...context.read(model), ...context.read(imei) }
    const shown = factText(facts['model'] ?? profile.name)
    return ok(treatedAs(shown, profile.name), {
      ...facts,
      profile: profile.id,
    })
  },
}
