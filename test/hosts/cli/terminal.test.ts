import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { printBeside } from '@hosts/cli/beside'
import { complain } from '@hosts/cli/complain'
import { exitCode } from '@hosts/cli/exit'
import { Fault } from '@core/fault'
import { quoted } from '@core/words'

const hostile = 'x\u001b]0;owned\u0007\u009b31m\u202egnp\u2066\u061c\u007f'
const acting = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

afterEach(() => vi.restoreAllMocks())

test.each([
  ['a line', () => printBeside(hostile)],
  ['a complaint', () => complain(hostile)],
  ['an error', () => exitCode(new Fault('bad-input', quoted(hostile)))],
  ['an error of nobody', () => exitCode(new Error(hostile))],
])('%s on standard error does not act on the terminal', (_what, say) => {
  let said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  say()
  expect(said).toContain('owned')
  expect(said.match(acting)).toBe(null)
})

/** Who writes to the terminal, and why it may. */
const writers: { readonly [file: string]: string } = {
  'beside.ts': 'harmless',
  'output.ts': 'harmless; write is for those below',
  'exit.ts': 'JSON, harmless',
  'hidden-line.ts': 'a prompt of ours',
  'macro.ts': 'a bell of ours',
  'help/japanese.ts': 'the help, and what the person typed',
  'run/script-run.ts': 'what a script of the person says, as it says it',
  'filters/pcap.ts': 'octets of a capture',
  'filters/pcap-file.ts': 'octets of a capture',
}
/** Whose longer output takes care by itself (test/core/log/harmless.test.ts), or is octets. */
const writing: { readonly [file: string]: string } = {
  'run/script-run.ts': 'as above',
  'filters/api.ts': 'descriptions of ours',
  'filters/diff.ts': 'comparisons are harmless',
  'filters/explain.ts': 'exports and stories are harmless',
  'filters/explain-raw.ts': 'octets, on demand',
  'filters/filter.ts': 'JSON, harmless',
}

test('nobody else writes to the terminal past what makes it harmless', () => {
  const root = `${import.meta.dirname}/../../../src-main/hosts/cli/`
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replaceAll('\\', '/'))
  const texts = files.map((file) => [file, readFileSync(root + file, 'utf8')] as const)
  const having = (pattern: RegExp) =>
    texts.flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).toSorted()
  expect(having(/\bstd(?:out|err)\b[^\n]*\.write\(|\bstderr\.write\(/)).toEqual(
    Object.keys(writers).toSorted(),
  )
  expect(having(/import \{[^}]*\bwrite\b[^}]*\} from '[./]+\/output'/)).toEqual(
    Object.keys(writing).toSorted(),
  )
})
