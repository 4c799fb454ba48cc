import { concat, sameBytes } from '../bytes'
import { classifyBytes, type ByteClass } from '../cmux/classify'
import type { BytePort } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import { encodeFrame, HdlcDecoder } from '../ppp/hdlc'
import { sleep } from '../wait'

const lcp = 0xc021
const magic = [0x99, 0xd1, 0x35, 0xc1]
const echo = Uint8Array.of(9, 1, 0, 8, ...magic)

/** An LCP Echo-Request with any magic number: a link that is still open answers it, command mode does not. */
const echoRequest = encodeFrame(lcp, echo)
/** Ends a link of which nothing is known but that it is there. */
export const terminateRequest = encodeFrame(lcp, Uint8Array.of(5, 1, 0, 4))

/** Asks a port that stays silent to AT in PPP, and says what kind of talk came back. */
export async function askInPpp(
  port: BytePort,
  clock: Clock,
  ms: number,
  signal?: AbortSignal,
): Promise<ByteClass> {
  const heard: Uint8Array[] = []
  const stop = port.onBytes((bytes) => heard.push(bytes))
  try {
    await port.write(echoRequest)
    await sleep(clock, ms, signal)
  } finally {
    stop()
  }
  const bytes = concat(heard)
  if (answersInPpp(bytes)) return 'ppp'
  const found = classifyBytes(bytes)
  // A frame that is only our own coming back says nothing about PPP.
  return found === 'ppp' ? 'noise' : found
}

/** A PPP frame among what was heard that is not our own coming back from a modem that echoes. */
function answersInPpp(heard: Uint8Array): boolean {
  const own = Uint8Array.of(0xff, 3, lcp >> 8, lcp & 0xff, ...echo)
  return new HdlcDecoder()
    .feed(heard)
    .some((item) => item.kind === 'frame' && !sameBytes(item.bytes, own))
}
