import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from './support/needs'

function readAudit(said: string): unknown {
  const script = `import { readAudit } from './scripts/lib/audit-report.js'
process.stdout.write(JSON.stringify(readAudit(process.argv[1])))`
  const words = ['--input-type=module', '-e', script, said]
  return JSON.parse(execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' }))
}

test('known holes are told, the worst first, and silence of the registry is no all-clear', () => {
  const hole = (name: string, severity: string, via: readonly unknown[]) => ({
    name,
    severity,
    range: '<2',
    via,
  })
  const said = JSON.stringify({
    vulnerabilities: {
      a: hole('a', 'low', ['b']),
      b: hole('b', 'critical', [{ title: 'Runs anything', url: 'https://example.org/1' }]),
    },
  })
  expect(readAudit(said)).toEqual({
    known: ['critical: b <2: Runs anything https://example.org/1', 'low: a <2'],
  })
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ known: [] })
  expect(readAudit('{"message":"405 Method Not Allowed"}')).toEqual({
    why: '405 Method Not Allowed',
  })
  expect(readAudit('<html>')).toEqual({ why: '<html>' })
  expect(readAudit('')).toEqual({ why: 'no answer' })
})
