import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOf } from '@core/bytes'
import { planted } from '../core/log/redact/planted-secrets'
import { shapes } from '../core/log/redact/planted-shapes'

const logs = join(import.meta.dirname, '..', 'core', 'log', 'shapes', 'wild')
const longest = 2048

/** The beginnings of logs as people recorded them, and every shape in which ours are written. */
export const recordedLogs: readonly Uint8Array[] = [
  ...readdirSync(logs)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => new Uint8Array(readFileSync(join(logs, name)).subarray(0, longest))),
  ...shapes.map(({ write }, i) => octets(write(planted[i % planted.length]?.lines ?? []))),
]

/** Exchanges in short: a command, and what came back. */
export const exchanges: readonly Uint8Array[] = planted.map(({ lines }) =>
  octets(lines.join('\r\n')),
)

export function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export const latin = (...texts: readonly string[]): readonly Uint8Array[] =>
  texts.map((text) => bytesOf(text))
