import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'modem-bench-handover-'

/** In memory where the system has that. */
export const secretPlace = (): string => process.env['XDG_RUNTIME_DIR'] || tmpdir()
export const isSecretFolder = (name: string): boolean => /^modem-bench-handover-\w{6}$/.test(name)

/** A file that this user alone can read, for a program that takes a secret from one. */
export async function makeSecretFile(
  text: string,
  place = secretPlace(),
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(place, prefix))
  const path = join(folder, 'secret')
  await writeFile(path, text, { flag: 'wx', mode: 0o600 })
  return { path, remove: () => rm(folder, { recursive: true, force: true }) }
}
