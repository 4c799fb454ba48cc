import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCli } from '../support/cli'

const data = mkdtempSync(join(tmpdir(), 'modem-bench-esim-'))
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))

test('enabling a profile by the command line prints how the eUICC stands then', async () => {
  const port = 'sim:sim7672?card=esim&speed=fast'
  const enable = ['esim', 'enable', port, '8981200000000003000', '--data', data]
  const { out, code } = await runCli(enable)
  expect(out).toMatch(/^EID {2}\d{32}$/m)
  expect(out).toMatch(/^ {2}89423100000000001000 {2}SORACOM/m)
  expect(out).toMatch(/^\* 8981200000000003000 {3}SoftBank/m)
  expect(code).toBe(0)
})
