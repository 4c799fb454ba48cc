import { readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import dissector from '@resources/wireshark/modem-bench-at.lua?raw'
import { Fault } from '@core/fault'
import { quoted } from '@core/words'
import { runProgram, type RunProgram } from '../network/run-program'
import { makeFolder } from '../store/make-folder'

/** The Lua by which Wireshark shows AT of our captures. */
export const dissectorText: string = dissector

const fileName = 'modem-bench-at.lua'

/** What was done to the file at `path`. */
export interface DissectorDone<What extends string> {
  readonly path: string
  readonly what: What
}

/** Puts the dissector into Wireshark's folder of personal Lua plugins. Rejects with `dissector-write`. */
export async function installDissector(
  run: RunProgram = runProgram,
): Promise<DissectorDone<'installed' | 'updated' | 'current'>> {
  const path = await pathOf(run)
  return changing(path, async () => {
    const there = await textAt(path)
    if (there === dissector) return 'current'
    await makeFolder(join(path, '..'))
    await writeFile(path, dissector)
    return there === undefined ? 'installed' : 'updated'
  })
}

/** Takes it away again, where it is. Rejects with `dissector-write`. */
export async function removeDissector(
  run: RunProgram = runProgram,
): Promise<DissectorDone<'removed' | 'missing'>> {
  const path = await pathOf(run)
  return changing(path, async () => {
    if ((await textAt(path)) === undefined) return 'missing'
    await rm(path)
    return 'removed'
  })
}

/** Undefined where there is no such file. */
async function textAt(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
}

async function changing<What extends string>(
  path: string,
  change: () => Promise<What>,
): Promise<DissectorDone<What>> {
  try {
    return { path, what: await change() }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Fault('dissector-write', quoted(`${path}: ${reason}`), { cause: error })
  }
}

async function pathOf(run: RunProgram): Promise<string> {
  return join((await toldFolder(run)) ?? usualFolder(), fileName)
}

/** What tshark itself says; undefined where there is none, or it says nothing of it. */
async function toldFolder(run: RunProgram): Promise<string | undefined> {
  try {
    const folders = await run('tshark', ['-G', 'folders'], { timeoutMs: 10_000 })
    return /^Personal Lua Plugins:\s*(\S.*?)\s*$/m.exec(folders)?.[1]
  } catch (error) {
    // No tshark, or an old one: Wireshark's folder has a fixed place.
    if (error instanceof Fault) return undefined
    throw error
  }
}

/** https://www.wireshark.org/docs/wsug_html_chunked/ChPluginFolders.html */
function usualFolder(): string {
  const roaming = process.env['APPDATA']
  return process.platform === 'win32' && roaming !== undefined
    ? join(roaming, 'Wireshark', 'plugins')
    : join(homedir(), '.local', 'lib', 'wireshark', 'plugins')
}
