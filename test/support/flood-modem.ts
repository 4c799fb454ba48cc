import { type AddressInfo, createServer, type Socket } from 'node:net'

/** The line with which a flood ends: the last one that a window shows. */
export const lastLine = '+CSQ: 31,0'

/** A modem on a TCP port that answers every command with OK; behind that of `AT+FLOOD=n` it says n lines, at full speed. */
export interface FloodModem {
  readonly path: string
  close(): Promise<void>
}

export async function floodModem(): Promise<FloodModem> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A window that is closed in the middle of a flood ends it.
    socket.on('error', () => socket.destroy())
    let heard = ''
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1')
      const commands = heard.split('\r')
      heard = commands.pop() ?? ''
      for (const command of commands) socket.write(answerTo(command.trim()))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    path: `tcp:127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What it says of its own accord, to the last line. */
export function linesOf(count: number): string {
  const lines = Array.from({ length: count }, (_, n) =>
    n % 2 === 0 ? `\r\n+CSQ: ${n % 31},99\r\n` : `\r\n+CREG: 1,"1A2B","0${100_000 + n}",7\r\n`,
  )
  return `${lines.join('')}\r\n${lastLine}\r\n`
}

function answerTo(command: string): string {
  const count = Number(/^AT\+FLOOD=(\d+)$/i.exec(command)?.[1] ?? 0)
  return `\r\nOK\r\n${count > 0 ? linesOf(count) : ''}`
}
