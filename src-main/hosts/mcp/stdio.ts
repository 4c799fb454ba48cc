import { Socket } from 'node:net'
import { BoundedTransport } from './bounded-transport'
import { benchServer, type BenchServerOptions } from './server'

/** Speaks the protocol on standard input and output until the client or a signal ends it. */
export async function speakOnStdio(
  options: BenchServerOptions,
  signal: AbortSignal,
): Promise<void> {
  const server = benchServer(options)
  const transport = new BoundedTransport(process.stdin, process.stdout)
  await new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
    // The transport does not tell the end of its input.
    process.stdin.once('end', () => resolve())
    process.stdin.once('error', () => resolve())
    server.connect(transport).catch(reject)
  })
  await server.close()
  // Only a pipe or a terminal would hold the program; what stands before it from a file (/dev/null) has nothing to let go.
  if (process.stdin instanceof Socket) process.stdin.unref()
}
