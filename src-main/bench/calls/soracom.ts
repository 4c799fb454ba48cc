import type { Handlers } from '@contract'
import type { soracomCalls } from '@contract/soracom'
import type { Soracom } from '@bench/soracom/soracom'

/** What of the bench is needed here. */
export interface SoracomCallParts {
  readonly soracom: Soracom
}

/** The calls for SORACOM's side. */
export function soracomHandlersOf({
  soracom,
}: SoracomCallParts): Pick<Handlers, keyof typeof soracomCalls> {
  return {
    'soracom.state': async () => soracom.state,
    'soracom.signIn': async ({ keep, ...login }) => soracom.signIn(login, keep),
    'soracom.signOut': async () => soracom.signOut(),
    'soracom.look': async ({ slot, sim }) => soracom.look(slot, sim),
    'soracom.watch': async ({ slot, on }) => soracom.watch(slot, on),
    'soracom.verdict': async ({ slot }) => soracom.verdict(slot),
    'soracom.deleteSession': async ({ slot, sim }) => soracom.deleteSession(slot, sim),
    'soracom.ping': async ({ slot, ...input }) => soracom.ping(slot, input),
    'soracom.portMappings': async ({ slot, sim }) => soracom.portMappings(slot, sim),
    'soracom.napter': async ({ slot, ...input }) => soracom.napter(slot, input),
    'soracom.captures': async ({ slot, sim }) => soracom.captures(slot, sim),
    'soracom.capture': async ({ slot, seconds, sim }) => soracom.capture(slot, seconds, sim),
  }
}
