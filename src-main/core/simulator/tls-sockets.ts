import type { ModemParts } from './modem-parts'

/** Numbers of the own stack from here on are sockets that go over TLS; below are those that do not. */
export const TLS_FROM = 100

/** What TLS carries is not ciphered here: behind its port is the server itself. */
const plainPorts: { readonly [port: number]: number } = { 443: 80, 8883: 1883 }
export const plainPort = (port: number): number => plainPorts[port] ?? port

/** The TLS socket of this number, where it is open. */
export const tlsSocket = ({ stack }: ModemParts, number: number) => stack.socket(TLS_FROM + number)
