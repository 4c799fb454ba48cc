/** Octets as a hex listing: offset, hex, and what can be read of them. From hex digits, or from a line's text. */
export function hexLines(
  source: { readonly hex: string } | { readonly text: string },
  width = 8,
): string[] {
  const octets = 'hex' in source ? fromDigits(source.hex) : fromText(source.text)
  const lines: string[] = []
  for (let at = 0; at < octets.length; at += width) {
    const part = octets.slice(at, at + width)
    const digits = part.map((octet) => octet.toString(16).padStart(2, '0')).join(' ')
    const readable = part
      .map((octet) => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '·'))
      .join('')
    lines.push(`${at.toString(16).padStart(4, '0')}  ${digits.padEnd(width * 3 - 1)}  ${readable}`)
  }
  return lines
}

function fromDigits(hex: string): number[] {
  const digits = hex.replace(/[^0-9a-f]/gi, '')
  const octets: number[] = []
  for (let at = 0; at + 1 < digits.length; at += 2)
    octets.push(parseInt(digits.slice(at, at + 2), 16))
  return octets
}

/** A masked line holds dots in place of its secrets; they are no octets, and are shown as question marks. */
function fromText(text: string): number[] {
  return [...text].map((character) => {
    const code = character.charCodeAt(0)
    return code > 255 ? 0x3f : code
  })
}
