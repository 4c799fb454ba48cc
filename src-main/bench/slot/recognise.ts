import { profileFor, type ModemProfile } from '@core/modem/profile'
import type { KnownFact } from '@core/modem/known-fact'

const telling = ['manufacturer', 'model', 'revision']

/** The modem that known facts speak of, where they are enough to tell: whoever asked for them, it is the same modem. */
export function recognised(
  profiles: readonly ModemProfile[],
  facts: readonly KnownFact[],
): ModemProfile | undefined {
  const identity = facts.filter(({ key }) => telling.includes(key)).map(({ value }) => value)
  return profileFor(
    // The one that takes every modem stands last, and would take what is not known yet.
    profiles.slice(0, -1),
    identity.join('\n'),
  )
}
