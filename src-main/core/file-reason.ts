import { fileReasons } from './file-reason-words'
import type { Words } from './words'

/** Why a file could not be used, in words where the system has only a code. */
export function fileReason(error: unknown): Words {
  const text = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return fileReasons[code] ?? { en: text, ja: text }
}
