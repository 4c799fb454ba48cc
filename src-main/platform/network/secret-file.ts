import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file that this user alone can read, for a program that takes a secret from one. In memory where the system has that. */
export async function makeSecretFile(
  text: string,
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(process.env['XDG_RUNTIME_DIR'] || tmpdir(), 'modem-bench-'))
  const path = join(folder, 'secret')
  await writeFile(path, text, { flag: 'wx', mode: 0o600 })
  return { path, remove: () => rm(folder, { recursive: true, force: true }) }
}
