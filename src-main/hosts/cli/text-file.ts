import { readFile } from 'node:fs/promises'
import { Fault, textOfFile } from '@contract'
import { fileFault } from '../file-fault'

/** The text of a file that a person named. Throws `Fault('bad-input')` with the name, and why it cannot be read. */
export async function textOf(path: string): Promise<string> {
  const octets = await readFile(path).catch((error: unknown) => {
    throw fileFault(path, error)
  })
  try {
    return textOfFile(octets)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { en, ja } = error.said
    throw new Fault('bad-input', { en: `${path}: ${en}`, ja: `${path}：${ja}` }, { cause: error })
  }
}
