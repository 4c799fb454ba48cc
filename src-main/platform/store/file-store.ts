import { open, readFile, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { Fault } from '@core/fault'
import type { Store } from '@core/ports/store'
import { makeFolder } from './make-folder'
import { patiently } from './patiently'
import { storeFault } from './store-fault'
import { noNameStoredText } from './words'

/**
 * Named texts as files in a folder. A write is whole or not at all, also through a power cut, and readable by this user
 * alone. Names are letters, digits, dots, dashes and underscores; others reject with `Fault('bad-input')`.
 */
export function fileStore(folder: string): Store {
  // Of two writes of one name the later one must win, whatever the disk does; and Windows replaces no file that is being read.
  const turns = new Map<string, Promise<unknown>>()
  const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(name) ?? Promise.resolve()).then(work)
    turns.set(
      name,
      turn.catch(() => undefined),
    )
    return turn
  }
  return {
    read: (name) => inTurn(name, () => readText(folder, name)),
    write: (name, text) => inTurn(name, () => writeText(folder, name, text)),
    append: (name, line) => inTurn(name, () => appendLine(folder, name, line)),
    writtenMs: (name) => inTurn(name, () => changedAt(folder, name)),
  }
}

async function readText(folder: string, name: string): Promise<string | undefined> {
  const path = pathOf(folder, name)
  try {
    return await patiently(() => readFile(path, 'utf8'))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw storeFault(error, name)
  }
}

async function changedAt(folder: string, name: string): Promise<number | undefined> {
  try {
    return (await stat(pathOf(folder, name))).mtimeMs
  } catch (error) {
    if (isMissing(error)) return undefined
    throw storeFault(error, name)
  }
}

async function writeText(folder: string, name: string, text: string): Promise<void> {
  const path = pathOf(folder, name)
  try {
    await makeFolder(folder, 0o700)
    await patiently(() => writeFileAtomic(path, text, { mode: 0o600 }))
  } catch (error) {
    throw storeFault(error, name)
  }
}

async function appendLine(folder: string, name: string, line: string): Promise<void> {
  const path = pathOf(folder, name)
  try {
    await makeFolder(folder, 0o700)
    const file = await open(path, 'a+', 0o600)
    try {
      // In one piece: the system puts each behind what is there. A line that was cut off stays one of its own.
      const octets = Buffer.from(`${(await isWhole(file)) ? '' : '\n'}${line}\n`)
      const { bytesWritten } = await file.write(octets)
      if (bytesWritten < octets.length) throw new Error(`only ${bytesWritten} octets of a line fit`)
      await file.datasync()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw storeFault(error, name)
  }
}

async function isWhole(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat()
  if (size === 0) return true
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer[0] === 0x0a
}

function pathOf(folder: string, name: string): string {
  if (!/^[a-z0-9_][a-z0-9._-]{0,99}$/i.test(name))
    throw new Fault('bad-input', noNameStoredText(name))
  return join(folder, name)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
