import { Fault } from '@core/fault'
import { activeBits, tauBits } from '@core/radio/gprs-timers'
import { sleep } from '@core/wait'
import { quoted } from '@core/words'
import { quotedExchange } from './quoted'
import type { TestTools } from './test-tools'

/** AT on the serial port is no traffic (24.301, 5.3.11), but some modules do not sleep while it is busy: it is asked seldom. */
const knockEveryMs = 5_000
const lookEveryMs = 250
/** As for whoever watches a slot: so many questions without an answer are silence. */
const silences = 3

/** What is asked of the network, in seconds. */
export interface PsmWish {
  readonly activeSeconds: number
  readonly tauSeconds: number
}

/** Asks for PSM; rejects where the modem refuses it (test-no-psm) or the network grants none (test-psm-not-granted). */
export async function askForPsm(
  tools: TestTools,
  { activeSeconds, tauSeconds }: PsmWish,
  signal: AbortSignal,
): Promise<void> {
  const [active, tau] = [activeBits(activeSeconds), tauBits(tauSeconds)]
  const command = `AT+CPSMS=1,,,"${tau}","${active}"`
  const answer = await tools.send(command, signal)
  if (!answer.ok)
    throw new Fault('test-no-psm', quoted(quotedExchange(command, [...answer.lines, answer.final])))
  const { saving } = await tools.slot.services.radio.read(signal)
  if (!saving.psm?.granted) throw new Fault('test-psm-not-granted')
}

/**
 * Resolves when the modem sleeps: it said so, STATUS went off by itself, or AT is silent. A modem that died looks the same in the last
 * case, which waking it tells.
 */
export async function fallenAsleep(tools: TestTools, signal: AbortSignal): Promise<void> {
  const { slot, clock } = tools
  let silent = 0
  let knockedUs = clock.monotonicUs()
  while (silent < silences) {
    if (slot.state.sleep !== null) return
    const { by, power } = slot.board.reading
    if (by === 'status' && power === 'off') return
    await sleep(clock, lookEveryMs, signal)
    if (clock.monotonicUs() - knockedUs < knockEveryMs * 1000) continue
    silent = (await tools.answers(signal)) ? 0 : silent + 1
    knockedUs = clock.monotonicUs()
  }
}

/** Resolves when AT is answered, however long that takes. */
export async function woken(tools: TestTools, signal: AbortSignal): Promise<void> {
  while (!(await tools.answers(signal))) await sleep(tools.clock, lookEveryMs, signal)
}
