import type { Span } from './span'
import { matches } from './matches'

/**
 * RFC 5322, 3.4.1, as people write them. Not what stands before the host in a URL (a login), an account of digits alone
 * (an identity), or a unit of systemd (`serial-getty@ttyS0.service`); before a path it is the prompt of a shell.
 */
const address =
  /(?<![\w.+%@/-])(?<!:\/\/[^\s/]{0,64}:)(?=[\d.+-]*[A-Za-z_])[\w.+%-]{1,64}@(?=[\w.-]{4,253})(?:[A-Za-z\d-]{1,63}\.){1,6}(?!(?:service|socket|target|timer|slice|mount|local)\b)[A-Za-z]{2,24}(?![\w@-]|\.[A-Za-z\d]|:[~/\d])/g

export function mayHoldMail(text: string): boolean {
  return text.includes('@')
}

/** Mail addresses, which name somebody. */
export function mails(text: string): Span[] {
  return matches(address, text).map(({ 0: { length }, index }) => ({
    kind: 'mail',
    start: index,
    end: index + length,
  }))
}
