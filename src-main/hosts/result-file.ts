import { constants, statSync } from 'node:fs'
import { access, lstat, open, readdir, stat, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { Fault } from '@core/fault'
import { quoted } from '@core/words'
import { makeFolder } from '@platform/store/make-folder'
import { fileFault, unwritten } from './file-fault'
import { emptyName } from './words'

/**
 * The folder of an option, made where it is missing: what takes a result must be there before the hours that it is the result of.
 * Throws `Fault('bad-input')`.
 */
export async function resultFolder(option: string, path: string): Promise<void> {
  await makeFolder(path).catch((error: unknown) => {
    throw fileFault(`${option} ${path}`, error)
  })
}

/** Rejects with `Fault('bad-input')` where there is no folder of this name. */
export async function mustBeFolder(option: string, path: string): Promise<void> {
  await readdir(path).catch((error: unknown) => {
    throw fileFault(`${option} ${path}`, error)
  })
}

/**
 * Looks before the work whether a file can be made at its end, and that there is none of this name: what a person has is not
 * written over. Rejects with `Fault('output-exists')`, or `Fault('bad-input')` where it cannot be made.
 */
export async function mustBeNew(label: string, path: string): Promise<void> {
  try {
    if (await lstat(path).catch(missing)) throw new Fault('output-exists', quoted(label))
    const folder = dirname(path)
    await access(folder, constants.W_OK | constants.X_OK)
    if (!(await stat(folder)).isDirectory())
      throw Object.assign(new Error(folder), { code: 'ENOTDIR' })
  } catch (error) {
    throw error instanceof Fault ? error : fileFault(label, error)
  }
}

/**
 * Opens what octets are written to as they come: a new file, or a pipe or a device that is there. Rejects with
 * `Fault('output-exists')` where it would write over a file, or `Fault('bad-input')` where it cannot be made.
 */
export async function openNew(label: string, path: string): Promise<FileHandle> {
  if (path === '') throw new Fault('bad-input', emptyName(label.trim()))
  try {
    const there = await stat(path).catch(missing)
    if (there?.isFile()) throw new Fault('output-exists', quoted(label))
    return await open(path, there ? 'w' : 'wx')
  } catch (error) {
    if (error instanceof Fault) throw error
    throw isSystemError(error, 'EEXIST')
      ? new Fault('output-exists', quoted(label), { cause: error })
      : fileFault(label, error)
  }
}

/** Writes a file that there was none of. Rejects with `Fault('output-exists')` or `Fault('output-failed')`. */
export async function writeNew(
  label: string,
  path: string,
  data: string | Uint8Array,
): Promise<void> {
  await writeFile(path, data, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    throw isSystemError(error, 'EEXIST')
      ? new Fault('output-exists', quoted(label), { cause: error })
      : unwritten(label, error)
  })
}

const isSystemError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

function missing(error: unknown): undefined {
  if (!isSystemError(error, 'ENOENT')) throw error
}

/** Throws `Fault('output-failed')`: the work is done by now, whatever the disk does. */
export async function writeResult(option: string, path: string, text: string): Promise<void> {
  try {
    const there = statSync(path, { throwIfNoEntry: false })
    // Half a file would be read as a whole one; a terminal or a pipe is nothing to be put in the place of.
    await (there && !there.isFile() ? writeFile(path, text) : writeFileAtomic(path, text))
  } catch (error) {
    throw unwritten(`${option} ${path}`, error)
  }
}
