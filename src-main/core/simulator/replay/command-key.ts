import { literal, ownRegExp, type Pattern } from '../../regexp'

/** A command without what makes no difference to a modem: case and spaces outside of quotes, a `;` at the end. */
export function commandKey(command: string): string {
  return command
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part.replace(/\s+/g, '').toUpperCase() : part))
    .join('"')
    .replace(/;$/, '')
}

const pseudonym = /[A-Z]{2,}-\d+|\*{3,}|•{3,}|x{3,}/g

/** A recorded command in which values were masked: what it matches, and the names in the order of its groups. */
export interface Masked {
  readonly pattern: Pattern
  readonly names: readonly string[]
}

/** Undefined where no value was masked. */
export function maskedCommand(key: string): Masked | undefined {
  const values = key.indexOf('=')
  if (values < 0) return undefined
  const names = key.slice(values).match(pseudonym)
  if (!names) return undefined
  const parts = key.slice(values).split(pseudonym)
  parts[0] = key.slice(0, values) + (parts[0] ?? '')
  return { names, pattern: ownRegExp(`^${parts.map(literal).join('([^",]*)')}$`, 'i') }
}
