/** No message, setting or file of ours nests deeper than a dozen. */
const deepest = 64

/**
 * Whether a JSON text nests deeper than anything of ours, seen before it is read: reading deep nesting is no trouble, but
 * whoever walks it later (checks, writes it as JSON again) runs out of stack, in a place where nobody expects it.
 */
export function nestsTooDeep(json: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (quoted) {
      if (sign === '\\') at++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '[' || sign === '{') {
      if (++depth > deepest) return true
    } else if (sign === ']' || sign === '}') depth--
  }
  return false
}
