import { Fault } from '@core/fault'
import type { Outside } from '@core/ports/outside'

/** A computer on which nothing listens. */
export const closedComputer: Outside = {
  connect: async () => {
    throw new Fault('tcp-refused')
  },
  talk: () => ({ send: () => undefined, close: () => undefined }),
}
