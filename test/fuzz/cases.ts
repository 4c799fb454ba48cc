import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOf, fromHex, hexOf, latin1 } from '@core/bytes'
import type { Failure } from './fuzz'

const folder = join(import.meta.dirname, 'cases')

/** An input that once failed, as small as it went: the target's name, what it was, the octets in hex. */
export interface Case {
  readonly file: string
  readonly target: string
  readonly bytes: Uint8Array
}

export function keepCase({ target, bytes, error }: Failure): void {
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  const name = `${target.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}-${id}.txt`
  const what = error.split('\n')[0] ?? ''
  const shown = JSON.stringify(latin1(bytes))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), `${target}\n${what}\n${shown}\n${hexOf(bytes)}\n`)
}

export function keptCases(): readonly Case[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const [target = '', , , hex = ''] = readFileSync(join(folder, file), 'utf8').split('\n')
      return { file, target, bytes: fromHex(hex) ?? bytesOf('') }
    })
}
