/** One line on standard output; resolves when it is written, so that a filter neither grows nor loses lines. */
export function print(line: string): Promise<void> {
  return write(`${line}\n`)
}

/** A piece of a longer output, as it is. */
export function write(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      // A reader that went away (| head) ends the command like any other filter.
      if (error && 'code' in error && error.code === 'EPIPE') process.exit(0)
      if (error) reject(error)
      else resolve()
    })
  })
}

/** One JSON object on a line. */
export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value))
}
