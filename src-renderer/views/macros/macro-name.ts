import type { Macro } from '@contract'
import { say } from '../../text'

/** The name of a macro in the reader's language, where it ships with one. */
export function macroName(
  list: readonly Macro[],
  { id, name }: { readonly id: string; readonly name: string },
): string {
  const title = list.find((one) => one.id === id)?.title
  return title ? say(title) : name
}

/** An id for a new macro that no other has. */
export function freeId(name: string, list: readonly Macro[]): string {
  const stem =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'macro'
  let id = stem
  for (let n = 2; list.some((one) => one.id === id); n++) id = `${stem}-${n}`
  return id
}
