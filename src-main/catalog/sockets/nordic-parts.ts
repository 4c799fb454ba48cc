import type { FamilyCommand } from '@core/modem/family-command'
import type { SocketFamily } from '@core/sockets/family'
import { fieldsIn, plain, refusal } from '../family-readers'

export const isNordic = (identity: string): boolean => /nordic|nrf91|mfw_nrf/i.test(identity)

/** The sockets use the bearer of the attach (cid 0): where it is not active, it comes with the registration. */
export const attach: SocketFamily['context'] = {
  is: {
    command: 'AT+CGACT?',
    read: ({ ok, lines }) =>
      (ok && lines.some((line) => /^\+CGACT: *0, *1/.test(line))) || undefined,
  },
  open: plain('AT+CGATT=1', { timeoutMs: 180_000 }),
  close: plain('AT+CGATT=0', { timeoutMs: 60_000 }),
}

/** `#XGETADDRINFO: "104.20.251.111"`, several parted by blanks. */
export const lookUp = (name: string): FamilyCommand<string> => ({
  command: `AT#XGETADDRINFO="${name}"`,
  timeoutMs: 60_000,
  read: (answer) => {
    const [ip] = fieldsIn(answer.lines, '#XGETADDRINFO:')?.[0]?.split(' ') ?? []
    if (answer.ok) return ip !== undefined && /^[\d.:a-f]+$/i.test(ip) ? ip : undefined
    return { ...refusal(answer), trouble: 'dns' }
  },
})
