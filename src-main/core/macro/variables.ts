const reference = /\{([a-z][a-z0-9_]*)\}/g

/** What `{name}` refers to, in order of appearance. Other braces are text. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(reference)].map((found) => found[1] ?? '')
}

/** The text with each `{name}` replaced; names without a value stay as they are. */
export function filled(text: string, values: { readonly [name: string]: string }): string {
  return text.replace(reference, (whole, name: string) => values[name] ?? whole)
}
