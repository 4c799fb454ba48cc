/** One value of a command: `quoted` tells `""` from nothing at all. */
export interface Parameter {
  readonly text: string
  readonly quoted: boolean
}

/** Values of `AT+X=a,"b",,c`. Undefined when a quote is left open or something follows a closing quote. */
export function parametersOf(text: string): readonly Parameter[] | undefined {
  const values: Parameter[] = []
  let at = 0
  for (;;) {
    while (text[at] === ' ') at++
    const quoted = text[at] === '"'
    const end = quoted ? text.indexOf('"', at + 1) : endOfPlain(text, at)
    if (quoted && end < 0) return undefined
    values.push({ text: quoted ? text.slice(at + 1, end) : text.slice(at, end).trim(), quoted })
    at = quoted ? end + 1 : end
    while (text[at] === ' ') at++
    if (at >= text.length) return values
    if (text[at] !== ',') return undefined
    at++
  }
}

function endOfPlain(text: string, from: number): number {
  const comma = text.indexOf(',', from)
  return comma < 0 ? text.length : comma
}

/** A whole number in [low, high], or undefined. */
export function numberIn(
  parameter: Parameter | undefined,
  low: number,
  high: number,
): number | undefined {
  if (!parameter || parameter.quoted || !/^\d{1,10}$/.test(parameter.text)) return undefined
  const value = Number(parameter.text)
  return value >= low && value <= high ? value : undefined
}
