import { faultCode } from '../fault'
import type { TcpConnection } from '../ip/tcp'

/** Port 7 of the one host that echoes (RFC 862). */
export const ECHO_PORT = 7

/** Sends back what comes until the client is done; at any other host nobody is there. */
export async function serveEcho(
  connection: TcpConnection,
  echoes: (address: string) => boolean,
): Promise<void> {
  if (!echoes(connection.local.address)) return connection.abort()
  try {
    for (;;) {
      const octets = await connection.read()
      if (!octets) break
      await connection.write(octets)
    }
    connection.end()
  } catch (error) {
    if (faultCode(error) === undefined) throw error
    // A client that breaks off ends its own connection, nothing else.
    connection.abort()
  }
}
