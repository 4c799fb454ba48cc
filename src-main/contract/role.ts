import type { CallName } from './contract'
import { lookingCalls } from './looking'
import { roles, type Role } from './schema'

/** What stays when those who are at work now are gone: settings, and what is kept under a name. */
const administering: ReadonlySet<string> = new Set<CallName>([
  'settings.change',
  'journals.prune',
  'presets.save',
  'presets.remove',
  'alerts.add',
  'alerts.save',
  'alerts.remove',
  'macros.save',
  'macros.remove',
  'board.save',
  'board.forget',
  'remote.forget',
  'soracom.signIn',
  'soracom.signOut',
])

/** The least role that a call wants. */
export function roleFor(name: string): Role {
  if (lookingCalls.has(name)) return 'read'
  return administering.has(name) ? 'administer' : 'use'
}

export const may = (role: Role, name: string): boolean =>
  roles.indexOf(role) >= roles.indexOf(roleFor(name))
