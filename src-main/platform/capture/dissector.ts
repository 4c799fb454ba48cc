import { rm, writeFile } from 'node:fs/promises'
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

/** Puts the dissector into Wireshark's folder of personal Lua plugins. Gives its path; rejects with `dissector-write`. */
export async function installDissector(run: RunProgram = runProgram): Promise<string> {
  const path = await pathOf(run)
  return changing(path, async () => {
    await makeFolder(join(path, '..'))
    await writeFile(path, dissector)
  })
}

/** Takes it away again, where it is. */
export async function removeDissector(run: RunProgram = runProgram): Promise<string> {
  const path = await pathOf(run)
  return changing(path, () => rm(path, { force: true }))
}

async function changing(path: string, change: () => Promise<void>): Promise<string> {
  try {
    await change()
    return path
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
