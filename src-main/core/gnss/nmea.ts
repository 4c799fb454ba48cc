/** A sentence of NMEA 0183 whose check sum is right. */
export interface NmeaSentence {
  /** `GP`, `GL`, `GA`, `GB`, `GQ`: one system; `GN`: several. */
  readonly talker: string
  /** `GGA`, `RMC`, … */
  readonly type: string
  /** Behind the address, empty ones included. */
  readonly fields: readonly string[]
}

/** The exclusive or of what stands between `$` and `*`, as two hex digits. */
export function nmeaSum(body: string): string {
  let sum = 0
  for (let i = 0; i < body.length; i++) sum ^= body.charCodeAt(i)
  return sum.toString(16).toUpperCase().padStart(2, '0')
}

/**
 * The sentence in a line; null where its check sum is wrong, undefined where there is none. What stands before the `$` is left away:
 * modems that are asked for one put the name of their command there.
 */
export function nmeaIn(line: string): NmeaSentence | null | undefined {
  const [, body = '', sum = ''] =
    /\$((?:G[A-Z]|BD)[A-Z]{3},[\x20-\x7e]*?)\*([\dA-Fa-f]{2})\s*"?\s*$/.exec(line) ?? []
  if (body === '') return undefined
  if (nmeaSum(body) !== sum.toUpperCase()) return null
  const [address = '', ...fields] = body.split(',')
  return { talker: address.slice(0, 2), type: address.slice(2), fields }
}

/** Octets of a port, cut anywhere, as lines. A line that is longer than any sentence may be is dropped (82 by the standard). */
export class NmeaLines {
  #rest = ''

  take(text: string): readonly string[] {
    const lines = (this.#rest + text).split(/[\r\n]+/)
    this.#rest = lines.pop() ?? ''
    if (this.#rest.length > 512) this.#rest = ''
    return lines.filter((line) => line !== '')
  }
}
