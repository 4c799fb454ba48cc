import type { StepKind } from './step-kind'

const found = import.meta.glob<StepKind>(
  ['./*.ts', '!./index.ts', '!./parts.ts', '!./echoes.ts', '!./step-kind.ts'],
  {
    eager: true,
    import: 'default',
  },
)

/** Every kind of step, in the order of the alphabet: adding one is adding a file to this folder. */
export const stepKinds: readonly StepKind[] = Object.values(found)

/** The kind of a key; throws for one that there is none of, which no reader lets pass. */
export function stepKindOf(key: string): StepKind {
  const kind = stepKinds.find((one) => one.key === key)
  if (!kind) throw new Error(`there is no step "${key}"; the reader lets none pass`)
  return kind
}
