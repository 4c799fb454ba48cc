/** What was kept on this computer under a name; undefined when nothing is, or what is there cannot be read. */
export function keptJson(key: string): unknown {
  const text = localStorage.getItem(key)
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    // Another program's, or half written.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

export function keepJson(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value))
}
