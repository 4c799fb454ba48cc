import { latin1 } from '@core/bytes'
import { explainFrame } from '@core/cmux/explain'
import { CmuxSession, type CmuxOptions } from '@core/cmux/session'
import type { BytePort } from '@core/ports/byte-port'
import type { Chance } from '@core/ports/chance'
import { ManualClock } from '../../support/manual-clock'
import { PacedPort } from '../../support/paced-pipe'

interface PairOptions {
  readonly baudRate?: number
  readonly chance?: Chance
  readonly lossRate?: number
  readonly cut?: boolean
  readonly computer?: Partial<CmuxOptions>
  readonly modem?: Partial<CmuxOptions>
}

/** A session on a port, as the computer or as the modem. */
export function sessionOn(port: BytePort, options: Omit<CmuxOptions, 'write'>): CmuxSession {
  const session = new CmuxSession({ ...options, write: (bytes) => port.write(bytes) })
  port.onBytes((bytes) => session.feed(bytes))
  port.onEnd((end) => session.portEnded(end))
  return session
}

/** Ours against ours: a computer and a modem on one paced line. */
export function pair({ baudRate = 921_600, computer, modem, ...line }: PairOptions = {}) {
  const clock = new ManualClock()
  const ports = PacedPort.pair({ clock, baudRate, ...line })
  const frames: string[] = []
  const notes: string[] = []
  const trace: CmuxOptions['trace'] = (direction, frame) =>
    frames.push(`${direction} ${explainFrame(frame).en}`)
  const note: CmuxOptions['note'] = ({ words }) => notes.push(words.en)
  return {
    clock,
    ports,
    frames,
    notes,
    computer: sessionOn(ports[0], { role: 'initiator', clock, trace, note, ...computer }),
    modem: sessionOn(ports[1], { role: 'responder', clock, ...modem }),
  }
}

/** Everything a port says, as text. */
export function heard(port: BytePort): { text: string; octets: number } {
  const all = { text: '', octets: 0 }
  port.onBytes((bytes) => {
    all.text += latin1(bytes)
    all.octets += bytes.length
  })
  return all
}
