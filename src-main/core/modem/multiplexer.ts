import type { CmuxChannel } from '../cmux/channel'
import { CmuxSession } from '../cmux/session'
import type { CmuxEnd } from '../cmux/session-types'
import type { FrameOption } from '../cmux/frame'
import type { BytePort } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import { askForMux } from './ask-for-mux'
import type { ModemLine } from './line'

/** The multiplexer over a port, with a channel for calls and one for AT. */
export interface Multiplexer {
  readonly cmux: CmuxSession
  readonly data: CmuxChannel
  readonly at: CmuxChannel
}

interface Options {
  readonly port: BytePort
  readonly baudRate: number
  /** How frames are to look; as the modem offers it when absent. */
  readonly option?: FrameOption
  /** Where AT is answered now; it is given up once AT+CMUX is accepted. */
  readonly line: ModemLine
  readonly clock: Clock
  readonly signal?: AbortSignal
  /** Called as soon as the port belongs to the multiplexer. */
  readonly onTaken: (cmux: CmuxSession) => void
  readonly onEnd: (end: CmuxEnd) => void
}

/**
 * Turns the multiplexer on: asks whether the firmware has it, agrees on long frames where it can, opens channel 1 for
 * calls and 2 for AT. Rejects with cmux-not-supported, cmux-no-answer, cmux-refused; a multiplexer that was turned on
 * before that, or before the signal was aborted, is closed again in order.
 */
export async function openMultiplexer(options: Options): Promise<Multiplexer> {
  const { port, line, clock, signal } = options
  const agreed = await askForMux(options)
  line.dispose()
  const cmux = new CmuxSession({
    role: 'initiator',
    clock,
    ...agreed,
    write: (bytes) => port.write(bytes),
  })
  const stop = port.onBytes((bytes) => cmux.feed(bytes))
  cmux.onEnd((end) => {
    stop()
    options.onEnd(end)
  })
  options.onTaken(cmux)
  try {
    await cmux.start(signal)
    const data = await cmux.openChannel(1, signal)
    return { cmux, data, at: await cmux.openChannel(2, signal) }
  } catch (error) {
    await cmux.close()
    throw error
  }
}
