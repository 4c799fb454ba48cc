import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CommanderError } from 'commander'
import { Fault } from '@contract'
import { exitCode, usageExit } from '@hosts/cli/exit'

const argv = process.argv
let out = ''
let err = ''
beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
})
afterEach(() => {
  process.argv = argv
  vi.restoreAllMocks()
})
const typed = (...words: string[]) => {
  process.argv = ['node', 'modem-bench', 'at', 'sim:sim7672', '--lang', 'en', ...words]
}

test.each([
  ['bad-input', 2],
  ['not-confirmed', 2],
  ['port-not-found', 3],
  ['micropython-silent', 3],
  ['host-refused', 3],
  ['at-timeout', 1],
  ['command-cancelled', 130],
] as const)('%s ends with exit code %i', (code, exit) => {
  typed()
  expect(exitCode(new Fault(code))).toBe(exit)
  expect(err).toMatch(/^modem-bench: /)
  expect(out).toBe('')
})

test('who waits for JSON is told what failed in JSON, with what to try', () => {
  typed('--json')
  exitCode(new Fault('port-busy', { en: 'tio (pid 7)', ja: 'tio（pid 7）' }))
  const { error } = JSON.parse(out) as {
    error: { code: string; message: string; tries: string[] }
  }
  expect(error.code).toBe('port-busy')
  expect(error.message).toContain('tio (pid 7)')
  expect(error.tries.length).toBeGreaterThan(0)
  expect(err).toContain(error.message)
})

test('a call that commander refuses is told in JSON as well, its help is not', () => {
  typed('--json', '--nonsense')
  expect(usageExit(new CommanderError(1, 'commander.unknownOption', "error: unknown '--n'"))).toBe(
    2,
  )
  expect(JSON.parse(out)).toEqual({
    error: { code: 'usage', message: "unknown '--n'", tries: [] },
  })
  out = ''
  expect(usageExit(new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)'))).toBe(0)
  expect(out).toBe('')
})
