import type { Payload } from '@contract'
import { type OpenPrompt, wholePayload } from '@core/at/prompt'
import { octetsOf } from '@bench/base64'

/** The octets of a payload as its prompt takes them. Throws `at-bad-command` where another count was announced. */
export function payloadFor({ base64, asIs }: Payload, prompt: OpenPrompt): Uint8Array {
  const octets = octetsOf(base64)
  return asIs ? octets : wholePayload(octets, prompt)
}
