import { factText } from '../../at/fact-text'
import { profileFor } from '../../modem/profile'
import { ok, skipped, StepFailure, type Step } from '../step'

const noProfile = {
  en: 'No profile takes this modem.',
  ja: 'このモデムに合うプロファイルがありません。',
}

/** Who the modem is; its profile decides everything that differs by family. */
export const identity: Step = {
  id: 'identity',
  title: { en: 'Modem', ja: 'モデムの識別' },
  limitMs: 20_000,
  async run(context) {
    const { session, profiles } = context
    const known = session.memory.profile
    if (known)
      return skipped(`It is the ${known.name} of before.`, `前回と同じ ${known.name} です。`, {
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
    return ok(
      `${shown}, treated as ${profile.name}.`,
      `${shown}（${profile.name} として扱います）。`,
      {
        ...facts,
        profile: profile.id,
      },
    )
  },
}
