import type { Handlers } from '@contract'
import type { fileCalls } from '@contract/files'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface FileParts {
  readonly slots: Slots
}

/** The calls for the files and certificates in a slot's modem. */
export function fileHandlersOf({ slots }: FileParts): Pick<Handlers, keyof typeof fileCalls> {
  return {
    'files.read': async ({ slot }) => slots[slot].serve(({ files }, signal) => files.read(signal)),
    'files.upload': async ({ slot, ...input }) =>
      slots[slot].serve(async ({ files }, signal) => files.upload(input, signal)),
    'files.download': async ({ slot, ...which }) =>
      slots[slot].serve(({ files }, signal) => files.download(which, signal)),
    'files.delete': async ({ slot, ...which }) =>
      slots[slot].serve(({ files }, signal) => files.remove(which, signal)),
  }
}
