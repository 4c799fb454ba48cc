import { quoted, wordsOf, type Words } from '../words'
import type { ContextChange, ContextSet, PdpContext } from './context'
import { sameApn } from './rows'
import {
  activeContextChanged,
  attachContextRemoved,
  attachContextChanged,
  authNames,
  authChanged,
  contextAdded,
  contextDeleted,
  extrasGoBack,
  passwordGiven,
  typeChanged,
  userChanged,
} from './words'

/** What a write would change, and in which part of a context. */
export interface ContextDifference {
  readonly part: 'context' | 'apn' | 'type' | 'auth' | 'user' | 'password'
  readonly words: Words
}

/** A password is never written out, and whether another one is stored cannot be seen: given, it is written. */
export function differencesOf(
  now: PdpContext | undefined,
  change: ContextChange,
): readonly ContextDifference[] {
  if (change.kind === 'remove') return now ? [removed(change.cid)] : []
  if (!now) return [created(change), ...authDifferences(undefined, change)]
  const list: ContextDifference[] = []
  if (!sameApn(now.apn, change.apn))
    list.push({ part: 'apn', words: wordsOf(quoted(`APN "${now.apn}" → "${change.apn}"`)) })
  if (now.pdpType.toUpperCase() !== change.pdpType.toUpperCase())
    list.push({ part: 'type', words: typeChanged(now.pdpType || '?', change.pdpType) })
  return [...list, ...authDifferences(now, change)]
}
const removed = (cid: number): ContextDifference => ({
  part: 'context',
  words: contextDeleted(cid),
})
const created = ({ cid, pdpType, apn }: ContextSet): ContextDifference => ({
  part: 'context',
  words: contextAdded(cid, pdpType, apn),
})

function authDifferences(
  now: PdpContext | undefined,
  change: ContextSet,
): readonly ContextDifference[] {
  if (change.auth === 'keep') return []
  const stored = now?.auth
  const was = stored?.kind ?? 'none'
  const list: ContextDifference[] = []
  if (was !== change.auth)
    list.push({ part: 'auth', words: authChanged(authNames[was], authNames[change.auth]) })
  if (change.auth === 'none') return list
  // A name that the modem does not show is written as the password is.
  const hidden = stored?.user === null && was !== 'none'
  const user = stored?.user ?? ''
  if (hidden || user !== change.user)
    list.push({ part: 'user', words: userChanged(hidden ? '…' : user, change.user) })
  return [...list, { part: 'password', words: passwordGiven }]
}

/** What a write does besides what is wanted. */
export function warningsOf(now: PdpContext | undefined, change: ContextChange): readonly Words[] {
  if (!now) return []
  const list: Words[] = []
  if (isAttach(now))
    list.push(change.kind === 'remove' ? attachContextRemoved : attachContextChanged)
  else if (now.active) list.push(activeContextChanged)
  if (change.kind === 'set' && now.extras.length > 0) list.push(extrasGoBack(now.extras))
  return list
}

export const isAttach = ({ roles }: PdpContext): boolean =>
  roles.some(({ kind }) => kind === 'attach')

/** What is read back and is not what was written; empty: all of it is. What the modem does not show is not held against it. */
export function notKept(now: PdpContext | undefined, change: ContextChange): readonly Words[] {
  const shown = (part: ContextDifference['part']): boolean => {
    if (part === 'password') return false
    if (part === 'auth') return now?.auth !== null
    return part !== 'user' || (now?.auth ?? null)?.user !== null
  }
  return differencesOf(now, change)
    .filter(({ part }) => shown(part))
    .map(({ words }) => words)
}
