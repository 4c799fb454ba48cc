import type { AccessPoint } from '../providers'
import type { RecordedCall } from './recorded-call'

/** Nobody has this name: whoever asks is refused. */
const nobody = [{ user: '\0', password: '\0' }]

/** The access point behind a recorded CONNECT. Its packets are simulated: recorded ones fit no second negotiation. */
export function replayPoint({ refused }: RecordedCall): AccessPoint {
  return {
    apn: 'replay',
    users: refused ? nobody : [],
    dns: ['100.127.0.53', '100.127.1.53'],
    pool: { network: '10.164.97', first: [1] },
    idleMinutes: 62,
  }
}
