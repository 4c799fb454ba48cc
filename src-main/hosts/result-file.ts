import { statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import writeFileAtomic from 'write-file-atomic'
import { makeFolder } from '@platform/store/make-folder'
import { fileFault, unwritten } from './file-fault'

/**
 * The folder of an option, made where it is missing: what takes a result must be there before the hours that it is the result of.
 * Throws `Fault('bad-input')`.
 */
export async function resultFolder(option: string, path: string): Promise<void> {
  await makeFolder(path).catch((error: unknown) => {
    throw fileFault(`${option} ${path}`, error)
  })
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
