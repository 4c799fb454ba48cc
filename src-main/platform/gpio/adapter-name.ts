import { Fault } from '@core/fault'
import type { AdapterMember } from './adapters/adapter'
import { adapterKinds, adapterMembers, type AdapterKind } from './adapters/members'
import { nameExpected, noSuchKind } from './words'

/** What a person named: the kind, and what stands behind the colon. */
export interface AdapterName {
  readonly kind: AdapterKind
  readonly member: AdapterMember
  readonly rest: string
}

/** Takes `kind` or `kind:rest` apart; throws `Fault('adapter-name')` saying what was expected. */
export function parseAdapterName(name: string): AdapterName {
  const at = name.indexOf(':')
  const typed = (at < 0 ? name : name.slice(0, at)).toLowerCase()
  const rest = at < 0 ? '' : name.slice(at + 1)
  const member = adapterMembers.find(({ kind }) => kind === typed)
  if (!member) throw new Fault('adapter-name', noSuchKind(name, typed, adapterKinds))
  if (member.needs && rest === '') throw new Fault('adapter-name', nameExpected(name, member.needs))
  return { kind: member.kind, member, rest }
}
