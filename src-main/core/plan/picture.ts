import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf } from '../bytes'

/** What a question may show: kinds that every window draws, and none that can hold a program (SVG). */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'

/** A picture that a question of a plan shows. */
export interface Picture {
  readonly type: PictureType
  readonly octets: Uint8Array
  /** What it is known by, and what a record says was seen. */
  readonly sha256: string
}

/** By the first octets, whatever its file is called. */
const signatures: readonly (readonly [PictureType, (text: string) => boolean])[] = [
  ['image/png', (text) => text.startsWith('89504e470d0a1a0a')],
  ['image/jpeg', (text) => text.startsWith('ffd8ff')],
  ['image/gif', (text) => text.startsWith('474946383761') || text.startsWith('474946383961')],
  ['image/webp', (text) => text.startsWith('52494646') && text.slice(16, 24) === '57454250'],
]

/** Undefined for octets that are none of these pictures. */
export function pictureOf(octets: Uint8Array): Picture | undefined {
  const begin = hexOf(octets.subarray(0, 12))
  const type = signatures.find(([, fits]) => fits(begin))?.[0]
  return type && { type, octets, sha256: hexOf(sha256(octets)) }
}
