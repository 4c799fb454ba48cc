import { type AddressInfo, createServer, type Socket } from 'node:net'
import { listJournals } from '@platform/store/journal-files'
import { journalEntries } from '@platform/store/journal-scan'

/** A modem on a TCP port that answers nothing and counts aloud, without a pause, from its first command on. */
export interface CountingModem {
  readonly path: string
  /** The last number it said. */
  readonly said: () => number
  close(): Promise<void>
}

const everyMs = 5

export async function countingModem(): Promise<CountingModem> {
  let number = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let timer: NodeJS.Timeout | undefined
    socket.once('data', () => {
      timer = setInterval(() => socket.write(`\r\n+COUNT: ${++number}\r\n`), everyMs)
    })
    // Whoever is killed says no goodbye.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearInterval(timer)
      sockets.delete(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    path: `tcp:127.0.0.1:${port}`,
    said: () => number,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The numbers that the newest journal of a folder holds, whole lines alone. */
export async function countedIn(folder: string): Promise<readonly number[]> {
  const [journal] = await listJournals(folder)
  if (!journal) return []
  let text = ''
  for await (const { dir, bytes } of journalEntries(journal.path))
    if (dir === 'rx') text += Buffer.from(bytes).toString('latin1')
  return [...text.matchAll(/\+COUNT: (\d+)\r\n/g)].map(([, number]) => Number(number))
}
