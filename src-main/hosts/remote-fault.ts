import { Fault } from '@core/fault'
import { otherServerListens } from '@platform/network/words'
import { sentence, socketReason } from '@platform/network/socket-reason'
import { noBench, refusedToken } from './words'

/** Why a bench elsewhere did not take us in, by the status of its answer. */
export const refusedBy = (host: string, status: number): Fault =>
  status === 403
    ? new Fault('host-refused', sentence(host, refusedToken))
    : new Fault('host-unreachable', sentence(host, otherServerListens(status)))

/** Somebody let us in, and said what no bench says. */
export const spokeOtherwise = (host: string): Fault =>
  new Fault('host-unreachable', sentence(host, noBench))

/** Why a bench elsewhere cannot be reached, by what the connection failed with. */
export const unreachable = (host: string, error: unknown): Fault =>
  new Fault('host-unreachable', sentence(host, socketReason(error)), { cause: error })
