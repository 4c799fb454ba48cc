/** A value of a row and the name it goes by. `login`: a user as a message names it, who may be any word. */
export type Alias = readonly [value: string, name: string, kind?: string]

/** The same words with the names of a row in the place of its values. */
export function withNames(text: string, aliases: readonly Alias[]): string {
  let named = text
  for (const [value, name, kind] of aliases) {
    if (value.length < 3 || !named.includes(value)) continue
    // Words of our own may hold a short password as a word; only as a quoted value it is one.
    const pattern = /^[\d+ -]{7,}$/.test(value)
      ? new RegExp(`(?<!\\d)${quoted(value)}(?!\\d)`, 'g')
      : kind === 'position' || kind === 'ussd' || kind === 'login' || unlikeWords(value)
        ? new RegExp(`(?<!\\w)${quoted(value)}(?!\\w)`, 'g')
        : new RegExp(`(?<=["'“「])${quoted(value)}(?=["'”」])`, 'g')
    named = value.length > 24 ? named.replaceAll(value, name) : named.replace(pattern, name)
  }
  return named
}

/** Area codes and cells are numbers in facts, decimal or hex on the line. */
export function numberAlias(value: number, aliases: readonly Alias[]): string | undefined {
  return aliases.find(([written]) => {
    const digits = written.replace(/^0x/i, '')
    return digits.length > 2 && (Number(written) === value || parseInt(digits, 16) === value)
  })?.[1]
}

/** Letters and digits or signs together, or long: no word of a sentence of ours. */
function unlikeWords(value: string): boolean {
  return (
    value.length >= 14 ||
    (value.length >= 4 && /[A-Za-z]/.test(value) && /[\d_@!?#$%&*]/.test(value))
  )
}

export function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
