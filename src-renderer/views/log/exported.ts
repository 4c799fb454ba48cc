import type { Client, ExportedFile, FilePiece } from '@contract'
import { hexLines } from '../../components/hex'
import { t, type TextKey } from '../../text'

const words: { readonly [kind: string]: TextKey | undefined } = {
  number: 'secret.number',
  password: 'secret.password',
  address: 'secret.address',
  cell: 'secret.cell',
  pin: 'secret.pin',
  proof: 'secret.proof',
}

/** What was masked, as people call it. */
export function maskedWord(kind: string): string {
  const key = words[kind]
  return key ? t(key) : kind.toUpperCase()
}

/** What is behind the first piece of a file, in order. Rejects where the file is no longer kept. */
export async function piecesBehind(
  client: Client,
  { rest }: ExportedFile,
): Promise<readonly FilePiece[]> {
  const pieces: FilePiece[] = []
  for (let piece = 1; rest && piece < rest.pieces; piece++)
    pieces.push(await client.call('log.piece', { id: rest.id, piece }))
  return pieces
}

/** The size of a file before it is saved, in octets. */
export function sizeOf(file: ExportedFile): number {
  if (file.rest) return file.rest.bytes
  if (file.base64 !== undefined) return Math.floor((file.base64.length * 3) / 4)
  return new TextEncoder().encode(file.text ?? '').length
}

/** The beginning of an octet file as a hex listing. */
export function rawHead(base64: string): string {
  return hexLines({ text: atob(base64.slice(0, 2000)) }, 16).join('\n')
}
