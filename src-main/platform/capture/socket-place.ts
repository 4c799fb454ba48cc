import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { CapturePlace, CaptureReader } from './capture-place'
import { quoted } from './quoted'

/** A named pipe of Windows, `\\.\pipe\…`: there the writer is the server. One reader at a time. */
export async function socketPlace(path: string): Promise<CapturePlace> {
  const waiting: Socket[] = []
  const server = createServer((socket) => {
    // A reader that goes away is noticed by the next write.
    socket.on('error', () => socket.destroy())
    socket.resume()
    waiting.push(socket)
    server.emit('reader')
  })
  server.listen(path)
  await once(server, 'listening')
  return {
    path,
    command: `wireshark -k -i ${quoted(path)}`,
    readers: 'many',
    async next(signal) {
      for (;;) {
        const socket = waiting.shift()
        if (socket && !socket.destroyed) return readerOf(socket)
        if (!socket) await once(server, 'reader', { signal })
      }
    },
    async remove() {
      for (const socket of waiting) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function readerOf(socket: Socket): CaptureReader {
  return {
    write: (bytes, signal) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(new Error('stopped'))
        signal.addEventListener('abort', stop, { once: true })
        socket.write(bytes, (error) => {
          signal.removeEventListener('abort', stop)
          if (error) reject(error)
          else resolve()
        })
      }),
    async close() {
      if (socket.destroyed) return
      socket.end()
      socket.destroySoon()
    },
  }
}
