import { createSocket } from 'node:dgram'
import { connect, type Socket } from 'node:net'
import { Fault } from '@core/fault'
import type { Outside, OutsideStream, OutsideTalk } from '@core/ports/outside'
import { sentence, socketReason } from './socket-reason'

const address = '127.0.0.1'

/** The ports of this computer's loopback address, for simulated modems that may reach it. */
export const loopback: Outside = {
  connect: (port) =>
    new Promise((resolve, reject) => {
      // What a client has sent to its end is still answered.
      const socket = connect({ host: address, port, allowHalfOpen: true, noDelay: true })
      const refused = (cause: Error) => reject(faultOf(port, cause))
      socket.once('error', refused)
      socket.once('connect', () => {
        socket.off('error', refused)
        resolve(streamOf(socket, port))
      })
    }),
  talk: (port, take) => talkWith(port, take),
}

function streamOf(socket: Socket, port: number): OutsideStream {
  let broken: Error | undefined
  // It is told by the next read or write.
  socket.on('error', (error) => (broken = error))
  const incoming = socket.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]()
  return {
    read: async () => {
      const { done, value } = await incoming.next().catch((cause: unknown) => {
        throw faultOf(port, cause)
      })
      return done ? undefined : new Uint8Array(value)
    },
    write: (data) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(faultOf(port, broken))
        socket.write(data, (error) => (error ? reject(faultOf(port, error)) : resolve()))
      }),
    end: () => void socket.end(),
    abort: () => void socket.destroy(),
  }
}

function talkWith(port: number, take: (data: Uint8Array) => void): OutsideTalk {
  const socket = createSocket('udp4')
  let open = true
  // Nobody listens there: a datagram that is lost, as any may be.
  socket.on('error', () => undefined)
  socket.on('message', (data) => take(new Uint8Array(data)))
  // It keeps no program running.
  socket.unref()
  return {
    send: (data) => {
      if (open) socket.send(data, port, address)
    },
    close: () => {
      if (open) socket.close()
      open = false
    },
  }
}

const faultOf = (port: number, cause: unknown): Fault =>
  new Fault('tcp-refused', sentence(`${address}:${port}`, socketReason(cause)), { cause })
