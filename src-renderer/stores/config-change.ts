export type Path = readonly (string | number)[]
/** Without a value, the setting is taken away and its default applies. */
export interface Change {
  readonly path: Path
  readonly value?: unknown
}
