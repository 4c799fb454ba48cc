import { concat } from '../bytes'
import { classifyBytes, type ByteClass } from '../cmux/classify'
import { channelsClosed, closeDown, disconnect, oldCloseDown } from '../cmux/close-down'
import type { FrameOption } from '../cmux/frame'
import type { BytePort } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import { sleep } from '../wait'

/** `gentle`: close-down alone. `thorough`: each channel first, and in every form that some firmware wants. */
export type CloseDownForce = 'gentle' | 'thorough'

const options: readonly FrameOption[] = ['basic', 'advanced']
const forms = {
  gentle: [closeDown],
  thorough: [channelsClosed, closeDown, oldCloseDown, disconnect],
}
const quietMs = 200

/**
 * Close-down to a port that stays silent: a modem that an earlier program left in the multiplexer says nothing by itself,
 * and takes AT for noise. Both options, as nobody knows which was on; once one is answered the modem reads commands again, and
 * the other would stand before the next. Says what kind of talk came back; `cmux` is the answer.
 */
export async function askOutOfCmux(
  port: BytePort,
  clock: Clock,
  force: CloseDownForce,
  signal?: AbortSignal,
): Promise<ByteClass> {
  const heard: Uint8Array[] = []
  const stop = port.onBytes((bytes) => heard.push(bytes))
  try {
    for (const option of options) {
      await port.write(concat(forms[force].map((form) => form(option))))
      await sleep(clock, quietMs, signal)
      if (classifyBytes(concat(heard)) === 'cmux') break
    }
  } finally {
    stop()
  }
  return classifyBytes(concat(heard))
}
