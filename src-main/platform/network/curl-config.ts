const escapes: { readonly [letter: string]: string } = {
  '\\': '\\\\',
  '"': '\\"',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\v': '\\v',
}

/** Options of curl as its `-K -` reads them: each on a line, its value in quotes (curl(1), --config). */
export function curlConfig(options: { readonly [name: string]: string }): string {
  const lines = Object.entries(options).map(([name, value]) => {
    const quoted = value.replace(/[\\"\t\n\r\v]/g, (letter) => escapes[letter] ?? letter)
    return `${name} = "${quoted}"\n`
  })
  return lines.join('')
}
