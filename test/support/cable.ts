import { connect, createServer, type Socket } from 'node:net'

/** A cable to a TCP port of this computer that can be cut and mended. */
export interface Cable {
  readonly port: number
  cut(): void
  mend(): void
  close(): void
}

export async function cableTo(port: number): Promise<Cable> {
  const sockets = new Set<Socket>()
  let whole = true
  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut() {
      whole = false
      for (const socket of sockets) socket.destroy()
    },
    mend() {
      whole = true
    },
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
