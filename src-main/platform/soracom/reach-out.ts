import { connect } from 'node:net'
import type { Reached, ReachOut } from '@core/soracom/soracom-access'
import { cancelled } from '@core/wait'

/** No answer that is waited for comes near it; what sends more than that is somebody else. */
const mostOctets = 64 * 1024

/** By this computer's own network, never over a modem. */
export const reachOut: ReachOut = ({ host, port, data, timeoutMs, signal }) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    const came: Buffer[] = []
    let octets = 0
    let stood = false
    const late = setTimeout(() => socket.destroy(new Late()), timeoutMs)
    const stop = () => socket.destroy(new Late())
    signal?.addEventListener('abort', stop, { once: true })
    socket.once('connect', () => {
      stood = true
      socket.write(data)
    })
    socket.on('data', (piece) => {
      came.push(piece)
      octets += piece.length
      if (octets > mostOctets) socket.destroy()
    })
    let why: unknown
    socket.once('error', (error) => (why = error))
    socket.once('close', () => {
      clearTimeout(late)
      signal?.removeEventListener('abort', stop)
      const fault = cancelled(signal)
      if (fault) return reject(fault)
      resolve(octets > 0 ? { how: 'answered', bytes: Buffer.concat(came) } : nothing(stood, why))
    })
    if (signal?.aborted) stop()
  })

class Late extends Error {
  readonly code = 'ETIMEDOUT'
}

function nothing(stood: boolean, why: unknown): Reached {
  if (stood) return { how: why instanceof Late ? 'silent' : 'closed' }
  return { how: 'unreached', why: reasonOf(why) }
}

/** `ECONNREFUSED`, `ENOTFOUND`: where both families were tried, the reason of the first. */
function reasonOf(why: unknown): string {
  const inner = why instanceof AggregateError ? (why.errors[0] as unknown) : why
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code
  return inner instanceof Error ? inner.message : String(inner)
}
