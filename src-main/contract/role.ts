import type { CallName } from './contract'
import { lookingCalls } from './looking'

/** What somebody may do: look; use the modems too; or also change what stays of the bench for everybody. */
export const roles = ['read', 'use', 'administer'] as const
export type Role = (typeof roles)[number]

/** What stays when those who are at work now are gone: settings, and what is kept under a name. */
const administering: ReadonlySet<string> = new Set<CallName>([
  'settings.change',
  'presets.save',
  'presets.remove',
  'macros.save',
  'macros.remove',
  'board.save',
  'board.forget',
  'remote.forget',
])

/** The least role that a call wants. */
export function roleFor(name: string): Role {
  if (lookingCalls.has(name)) return 'read'
  return administering.has(name) ? 'administer' : 'use'
}

export const may = (role: Role, name: string): boolean =>
  roles.indexOf(role) >= roles.indexOf(roleFor(name))
