/**
 * The members of a folder, by path: each file's default export. A file that gives none is a mistake in the catalogue: it throws with the
 * file's name, since a member without its parts would fail somewhere else, where nothing tells of it.
 */
export function membersOf<T extends object>(
  files: Readonly<Record<string, unknown>>,
  what: string,
  needs: readonly (keyof T & string)[],
): T[] {
  return Object.entries(files).map(([path, given]) => {
    const lacks = needs.filter((key) => !has(given, key))
    if (isMember<T>(given, lacks)) return given
    throw new Error(
      `${path}: its default export must be a ${what}; it has no ${lacks.join(', ')}. Helpers belong outside of this folder.`,
    )
  })
}

const has = (given: unknown, key: string): boolean =>
  typeof given === 'object' && given !== null && key in given

const isMember = <T extends object>(given: unknown, lacks: readonly string[]): given is T =>
  lacks.length === 0 && typeof given === 'object'
