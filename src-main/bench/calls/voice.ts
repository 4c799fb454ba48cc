import type { Handlers } from '@contract'
import type { voiceCalls } from '@contract/voice'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface VoiceParts {
  readonly slots: Slots
}

/** The calls for voice calls. */
export function voiceHandlersOf({ slots }: VoiceParts): Pick<Handlers, keyof typeof voiceCalls> {
  return {
    'voice.read': async ({ slot }) => slots[slot].services.voice.call,
    'voice.dial': async ({ slot, number }) =>
      slots[slot].serve(({ voice }, signal) => voice.dial(number, signal)),
    'voice.answer': async ({ slot }) =>
      slots[slot].serve(({ voice }, signal) => voice.answer(signal)),
    'voice.hangUp': async ({ slot }) =>
      slots[slot].serve(({ voice }, signal) => voice.hangUp(signal)),
    'voice.keys': async ({ slot, keys }) => {
      await slots[slot].serve(({ voice }, signal) => voice.keys(keys, signal))
      return null
    },
  }
}
