import { bytesOf, latin1 } from '@core/bytes'
import type { CmuxChannel } from '@core/cmux/session'
import type { BytePort } from '@core/ports/byte-port'
import type { ManualClock } from '../../support/manual-clock'
import { pair } from './pair'

/** Asks AT+CSQ every so often and keeps how long each answer took, in ms of the clock. */
export async function ask(
  clock: ManualClock,
  port: BytePort,
  everyMs: number,
  going: () => boolean,
) {
  const tookMs: number[] = []
  let text = ''
  let answered = () => {}
  const stop = port.onBytes((bytes) => {
    text += latin1(bytes)
    if (text.includes('OK\r\n')) answered()
  })
  while (going()) {
    const fromUs = clock.monotonicUs()
    text = ''
    const answer = new Promise<void>((resolve) => (answered = resolve))
    await port.write(bytesOf('AT+CSQ\r'))
    await answer
    tookMs.push((clock.monotonicUs() - fromUs) / 1000)
    await new Promise<void>((resolve) => clock.schedule(everyMs, resolve))
  }
  stop()
  return tookMs
}

/** A multiplexer with data on channel 1 and a modem that answers AT on channel 2. */
export async function loaded(maxInfo: number) {
  const all = pair({ computer: { maxInfo }, modem: { maxInfo } })
  const far = new Map<number, CmuxChannel>()
  all.modem.onChannel((channel) => {
    far.set(channel.dlci, channel)
    if (channel.dlci === 2)
      channel.onBytes(() => void channel.write(bytesOf('\r\n+CSQ: 21,99\r\n\r\nOK\r\n')))
  })
  await all.clock.until(all.computer.start())
  const data = await all.clock.until(all.computer.openChannel(1))
  const at = await all.clock.until(all.computer.openChannel(2))
  const farData = far.get(1)
  if (!farData) throw new Error('no channel 1')
  return { ...all, data, at, farData }
}
