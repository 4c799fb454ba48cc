/** A line of a menu; `on` makes it one that is ticked or not. */
export interface MenuItem {
  /** Its test id. */
  readonly id: string
  readonly text: string
  readonly hint?: string
  readonly on?: boolean
  readonly disabled?: boolean
  readonly act: () => unknown
}
