/** What can be tried, over the modem's own stack and over the console's. */
export const socketTries = ['dns', 'ping', 'tcp', 'udp', 'tls', 'http', 'mqtt'] as const
export type SocketTry = (typeof socketTries)[number]
