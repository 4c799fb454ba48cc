/** A command without what makes no difference to a modem: case and spaces outside of quotes, a `;` at the end. */
export function commandKey(command: string): string {
  return command
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part.replace(/\s+/g, '').toUpperCase() : part))
    .join('"')
    .replace(/;$/, '')
}

const pseudonym = /[A-Z]{2,}-\d+|\*{3,}|•{3,}|x{3,}/g

/** Matches a command in whose recorded form values were masked; undefined where none was. */
export function pseudonymPattern(key: string): RegExp | undefined {
  const values = key.indexOf('=')
  if (values < 0) return undefined
  const parts = key.slice(values).split(pseudonym)
  if (parts.length === 1) return undefined
  parts[0] = key.slice(0, values) + (parts[0] ?? '')
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('[^",]*')}$`, 'i')
}
