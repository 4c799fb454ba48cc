import type { Profiler } from 'node:inspector'

/** A stretch in which a program did not wait for anything, and what it did: `ms` in all, and of the parts that took most. */
export interface Turn {
  readonly ms: number
  readonly parts: readonly { readonly name: string; readonly ms: number }[]
}

const mostParts = 6
/** They are in every turn and say nothing. */
const wrappers = new Set(['(root)', '(program)', '', 'guarded', 'processTimers', 'listOnTimeout'])

/**
 * The longest turns of a program's one thread, the longest first, out of its CPU profile. A turn in which the computer gave the
 * time to others counts as long as it took.
 */
export function longestTurns(profile: Profiler.Profile, count: number): Turn[] {
  const namesOf = stacksOf(profile.nodes)
  const turns: { ms: number; parts: Map<string, number> }[] = []
  let now: (typeof turns)[number] | undefined
  profile.samples?.forEach((id, at) => {
    const names = namesOf(id)
    if (names.includes('(idle)')) {
      now = undefined
      return
    }
    if (!now) turns.push((now = { ms: 0, parts: new Map() }))
    // A sample holds until the next one.
    const ms = (profile.timeDeltas?.[at + 1] ?? 0) / 1000
    now.ms += ms
    for (const name of names) now.parts.set(name, (now.parts.get(name) ?? 0) + ms)
  })
  return turns
    .sort((one, other) => other.ms - one.ms)
    .slice(0, count)
    .map(({ ms, parts }) => ({ ms, parts: largest(parts) }))
}

function largest(parts: ReadonlyMap<string, number>): Turn['parts'] {
  return [...parts]
    .filter(([name]) => !wrappers.has(name))
    .map(([name, ms]) => ({ name, ms }))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, mostParts)
}

/** The names of the functions a sample was in, each once. */
function stacksOf(nodes: readonly Profiler.ProfileNode[]): (id: number) => readonly string[] {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])))
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]))
  const known = new Map<number, readonly string[]>()
  return (id) => {
    const before = known.get(id)
    if (before) return before
    const stack = new Set<string>()
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at))
      stack.add(names.get(at) ?? '')
    const found = [...stack]
    known.set(id, found)
    return found
  }
}

export const turnWords = ({ ms, parts }: Turn): string =>
  `${ms.toFixed(0)} ms: ${parts.map((part) => `${part.name} ${part.ms.toFixed(0)}`).join(', ')}`
