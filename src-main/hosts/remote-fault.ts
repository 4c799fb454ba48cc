import { Fault } from '@core/fault'
import { otherServerListens } from '@platform/network/words'
import { sentence, socketReason } from '@platform/network/socket-reason'
import { noBench, refusedToken } from './words'

/** Why a bench elsewhere did not take us in, by the status of its answer. */
export const refusedBy = (host: string, status: number): Fault =>
  status === 401 || status === 403
    ? new Fault('host-refused', sentence(host, refusedToken(status)))
    : new Fault('host-unreachable', sentence(host, otherServerListens(status)))

/** Somebody let us in, and said what no bench says. */
export const spokeOtherwise = (host: string): Fault =>
  new Fault('host-unreachable', sentence(host, noBench))

/** Why a bench elsewhere cannot be reached, by what the connection failed with. */
export const unreachable = (host: string, error: unknown): Fault =>
  new Fault(
    'host-unreachable',
    sentence(host, isOtherProtocol(error) ? noBench : socketReason(error)),
    {
      cause: error,
    },
  )

/** What Node's reader of HTTP says (HPE_…) and ws says of a handshake that is none: somebody answers, in another language. */
const isOtherProtocol = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && /^(HPE_|WS_ERR_)/.test(String(error.code))) ||
    /^(Invalid (Sec-WebSocket|Upgrade)|Server sent)/.test(error.message))
