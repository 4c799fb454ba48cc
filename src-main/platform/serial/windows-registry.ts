import { execFile } from 'node:child_process'

/** A key as reg.exe prints it: its values by name, and the names of the keys in it. */
export interface RegistryKey {
  readonly path: string
  readonly values: ReadonlyMap<string, string>
  readonly subkeys: readonly string[]
}

/**
 * What `reg.exe query` prints. The keys are told apart by their line at the margin; a value is `    NAME    REG_SZ    TEXT`.
 * What reg says itself, in the language of its Windows, is neither.
 */
export function keysFromReg(output: string): RegistryKey[] {
  const keys: { path: string; values: Map<string, string>; subkeys: string[] }[] = []
  for (const line of output.split(/\r?\n/)) {
    if (/^HKEY_/i.test(line)) {
      const last = keys.at(-1)
      const path = line.trimEnd()
      // A query that goes no deeper lists the keys inside after the values of the one asked for.
      if (last && path.toLowerCase().startsWith(`${last.path.toLowerCase()}\\`))
        last.subkeys.push(path.slice(last.path.length + 1))
      else keys.push({ path, values: new Map(), subkeys: [] })
      if (keys.at(-1) === last) continue
    }
    const value = /^ {4}(\S.*?) {4}REG_\w+(?: {4}(.*))?$/.exec(line)
    if (value) keys.at(-1)?.values.set(value[1] ?? '', value[2] ?? '')
  }
  return keys
}

// A busy computer starts four of them at once slowly; the list of ports has its own limit, above this one.
const queryMs = 12_000

/** Runs reg.exe; empty when the key is not there or may not be read. It says so by its exit code and prints the rest all the same. */
export function queryRegistry(key: string, ...words: readonly string[]): Promise<RegistryKey[]> {
  const options = {
    timeout: queryMs,
    windowsHide: true,
    encoding: 'buffer',
    maxBuffer: 1 << 26,
  } as const
  return new Promise((resolve) => {
    execFile('reg.exe', ['query', key, ...words], options, (_error, out) =>
      resolve(keysFromReg(consoleText(out))),
    )
  })
}

/** A pipe gets the code page of the console: UTF-8, that of Japan, or one of the West. */
function consoleText(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'shift_jis'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  return new TextDecoder('windows-1252').decode(bytes)
}
