/**
 * Who speaks on the port: nobody (closed), not found out yet (unknown), a modem that is starting (booting),
 * AT (command), PPP (data), the multiplexer (cmux).
 */
export type Mode = 'closed' | 'unknown' | 'booting' | 'command' | 'data' | 'cmux'
