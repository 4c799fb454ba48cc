import { factGroups, type FactGroup, type KnownFact, type Words } from '@contract'

export interface Compared {
  readonly key: string
  readonly group: FactGroup
  readonly label: Words
  readonly a: KnownFact | undefined
  readonly b: KnownFact | undefined
  readonly same: boolean
}

/** The facts of both slots beside each other, in the order of the panel. Values that are not known now are not compared. */
export function compared(a: readonly KnownFact[], b: readonly KnownFact[]): readonly Compared[] {
  const now = (facts: readonly KnownFact[]) =>
    new Map(facts.filter((fact) => !fact.stale).map((fact) => [fact.key, fact]))
  const [ofA, ofB] = [now(a), now(b)]
  const rows = [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((key): Compared[] => {
    const [one, other] = [ofA.get(key), ofB.get(key)]
    const any = one ?? other
    if (!any) return []
    const { group, label } = any
    return [{ key, group, label, a: one, b: other, same: one?.value === other?.value }]
  })
  return rows.sort((p, q) => factGroups.indexOf(p.group) - factGroups.indexOf(q.group))
}
