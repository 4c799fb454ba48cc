/** T3412 and T3324 in seconds, as they are chosen: `3600,60`. */
export interface PsmChoice {
  readonly tau: number
  readonly active: number
}
/** Undefined: not two whole numbers of seconds. */
export function psmOf(id: string): PsmChoice | undefined {
  const [, tau, active] = /^(\d{1,8}),(\d{1,8})$/.exec(id) ?? []
  return tau === undefined ? undefined : { tau: Number(tau), active: Number(active) }
}
