import { bytesOf, visible } from '../bytes'

/** What no modem says where a result is waited for: octets that are no text, and OK of which one letter was another. */
const unreadable = /[\x00-\x08\x0e-\x1f\x7f-\xff]/
const brokenResult = /^(?:O[^A-Za-z]|[^A-Za-z]K|[^A-Za-z]OK|OK[^A-Za-z])$/
/** What of a line that cannot be read is enough to see that. */
const shownOctets = 60
/** Frames of PPP (RFC 1662) and of the multiplexer (27.010) begin with these: another protocol, not a broken line. */
const flags = /[~\xf9]/

/** Whether letters of the line were broken on the way: the speed is wrong, or the line is disturbed. */
export const isBrokenLine = (text: string): boolean =>
  unreadable.test(text) || brokenResult.test(text)

/** Whether it may be a frame of another protocol that the modem speaks. */
export const mayBeFrame = (text: string): boolean => flags.test(text)

/** The line as a sentence quotes it: octets that are no text as `\x9a`, a long one cut. */
export const brokenShown = (text: string): string =>
  visible(bytesOf(text.slice(0, shownOctets))) + (text.length > shownOctets ? '…' : '')
