import { randomBytes } from 'node:crypto'
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises'
import writeFileAtomic from 'write-file-atomic'
import { isToken } from '@contract'
import { Fault } from '@core/fault'
import { fileReason } from '@core/file-reason'
import type { Words } from '@core/words'
import { noToken, openToAll, readTokenFileTaken, reasons } from './words'

export const newToken = (): string => randomBytes(24).toString('base64url')

// Whoever can reach the port may try as often as they like.
const shortest = 16

/**
 * The token that a file holds, the same at every start; a file that is missing is made, readable by its owner alone.
 * Rejects with `Fault('bad-input')` for a file that others may read, and for one without a token of a safe length; with
 * `Fault('store-failed')` where the disk does not take or give it.
 */
export async function tokenOf(path: string, option = '--token-file'): Promise<string> {
  const unusable = (why: Words, cause?: unknown) => unusableFile(option, path, why, cause)
  await makeTokenFile(path).catch((error: unknown) => {
    throw unusable(reasonOf(error), error)
  })
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unusable(reasonOf(error), error)
  })
  const token = text.trim()
  if (token.length < shortest || !isToken(token)) throw unusable(noToken(shortest))
  // Windows keeps rights elsewhere: there the mode says nothing.
  const { mode } = await stat(path).catch((error: unknown) => {
    throw unusable(reasonOf(error), error)
  })
  if (process.platform !== 'win32' && (mode & 0o007) !== 0) throw unusable(openToAll)
  return token
}

/** Whoever may look and nothing else must not hold what opens everything. Throws `Fault('bad-input')`. */
export function mustDiffer(use: string, read: string | undefined): void {
  if (use !== read) return
  throw new Fault('bad-input', readTokenFileTaken)
}

/** Puts another token into the file of the one there is, whole or not at all. Rejects as `tokenOf` does. */
export async function renewToken(path: string, option = '--token-file'): Promise<string> {
  // What is no token of ours is not written over.
  await tokenOf(path, option)
  const token = newToken()
  await writeFileAtomic(path, `${token}\n`, { mode: 0o600 }).catch((error: unknown) => {
    throw unusableFile(option, path, reasonOf(error), error)
  })
  return token
}

const isSystemError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** Written elsewhere and then given its name: of two that start at once neither reads an empty file. */
export async function makeTokenFile(path: string, write = writeNew): Promise<void> {
  if (await stat(path).catch(() => undefined)) return
  const written = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await write(written)
    await link(written, path)
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return
    // A file system without links (FAT, some shares): the file is made where it belongs.
    if (!noLinks.some((code) => isSystemError(error, code))) throw error
    await write(path).catch((again: unknown) => {
      if (!isSystemError(again, 'EEXIST')) throw again
    })
  } finally {
    await rm(written, { force: true })
  }
}

const noLinks = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP']

function writeNew(path: string): Promise<void> {
  return writeFile(path, `${newToken()}\n`, { flag: 'wx', mode: 0o600 })
}

function reasonOf(error: unknown): Words {
  const known = reasons.find(([code]) => isSystemError(error, code))?.[1]
  if (known) return known
  const { en, ja } = fileReason(error)
  return { en: `${en}.`, ja: `${ja}。` }
}

/** What the disk does is no mistake of who typed the name. */
const ofTheDisk = ['ENOSPC', 'EROFS', 'EIO', 'EDQUOT', 'EMFILE', 'ENFILE']

const unusableFile = (option: string, path: string, why: Words, cause?: unknown): Fault =>
  new Fault(
    ofTheDisk.some((code) => isSystemError(cause, code)) ? 'store-failed' : 'bad-input',
    { en: `${option} ${path}: ${why.en}`, ja: `${option} ${path}：${why.ja}` },
    { cause },
  )
