import type { FaultRow } from './row'
import { linkEndFaults } from './link-end'
import { linkStartFaults } from './link-start'

export const linkFaults = {
  ...linkStartFaults,
  ...linkEndFaults,
} as const satisfies Record<string, FaultRow>
