import type { Step } from './step'

/** Two steps side by side, or one that the other log lacks. */
export type Pair =
  | { readonly good: Step; readonly bad: Step }
  | { readonly good: Step; readonly bad?: undefined }
  | { readonly good?: undefined; readonly bad: Step }

const reach = 60

/** Lays the steps of two runs beside each other; where they part, they meet again at the next step both have. */
export function align(good: readonly Step[], bad: readonly Step[]): Pair[] {
  const pairs: Pair[] = []
  let i = 0
  let j = 0
  for (;;) {
    const [left, right] = [good[i], bad[j]]
    if (!left && !right) return pairs
    const meet = left && right ? meeting(good, bad, i, j) : undefined
    if (!meet) {
      // Nothing in common any more: what is left of each.
      while (i < good.length) add(pairs, { good: good[i++] })
      while (j < bad.length) add(pairs, { bad: bad[j++] })
      return pairs
    }
    for (; i < meet.i; i++) add(pairs, { good: good[i] })
    for (; j < meet.j; j++) add(pairs, { bad: bad[j] })
    const [a, b] = [good[i++], bad[j++]]
    if (a && b) pairs.push({ good: a, bad: b })
  }
}

function add(
  pairs: Pair[],
  { good, bad }: { good?: Step | undefined; bad?: Step | undefined },
): void {
  if (good) pairs.push({ good })
  if (bad) pairs.push({ bad })
}

/** The nearest place at which both do the same; a step that also ended the same way is worth a detour of one. */
function meeting(good: readonly Step[], bad: readonly Step[], i: number, j: number) {
  for (let far = 0; far <= reach; far++)
    for (let a = 0; a <= far; a++) {
      const [left, right] = [good[i + a], bad[j + far - a]]
      if (left && right && left.key === right.key) return { i: i + a, j: j + far - a }
    }
  return undefined
}
