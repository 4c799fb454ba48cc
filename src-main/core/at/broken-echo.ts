/** Of four letters one may be another, or be missing. */
const mostBroken = 0.25

/**
 * Whether a line is the echo of a command of which some letters were broken or lost on the way: the speed is wrong, the line is
 * disturbed, or octets were dropped. A line that differs in more may be anything.
 */
export function isBrokenEcho(line: string, command: string): boolean {
  const came = line.trimEnd().toUpperCase()
  const sent = command.trimEnd().toUpperCase()
  const allowed = Math.floor(sent.length * mostBroken)
  if (came === sent || allowed === 0) return false
  if (came.length === sent.length) return differences(came, sent) <= allowed
  return sent.length > came.length && sent.length - came.length <= allowed && isPart(came, sent)
}

/** Another digit is no broken one: `AT+CFUN=1` is another command than `AT+CFUN=0`. */
function differences(one: string, other: string): number {
  let count = 0
  for (let at = 0; at < one.length; at++) {
    if (one[at] === other[at]) continue
    if (isDigit(one[at]) && isDigit(other[at])) return Infinity
    count++
  }
  return count
}
const isDigit = (letter: string | undefined) => letter !== undefined && /\d/.test(letter)

/** All letters of it stand in the whole, in this order; one that was cut at an end has no gap. */
function isPart(part: string, whole: string): boolean {
  if (whole.startsWith(part) || whole.endsWith(part)) return false
  let at = 0
  for (const letter of whole) if (letter === part[at]) at++
  return at === part.length
}
