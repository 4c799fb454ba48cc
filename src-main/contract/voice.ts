import { z } from 'zod'
import type { VoiceCall } from '@core/voice/call-state'
import { call } from './call'
import { slotName } from './schema'

const ofSlot = z.object({ slot: slotName })

export const voiceCalls = {
  /** The voice call that is there, or the last one; null: none since the port was opened. Asks the modem nothing. */
  'voice.read': call<VoiceCall | null>()(ofSlot),
  /** Dials; resolves when the modem has begun. What becomes of it is in `voice` of the slot. */
  'voice.dial': call<VoiceCall>()(ofSlot.extend({ number: z.string().max(41) })),
  /** Takes the call that comes in. */
  'voice.answer': call<VoiceCall>()(ofSlot),
  /** Ends or rejects the call. */
  'voice.hangUp': call<VoiceCall | null>()(ofSlot),
  /** Sends keys (DTMF) to the other side, one after the other. */
  'voice.keys': call<null>()(ofSlot.extend({ keys: z.string().max(32) })),
} as const
