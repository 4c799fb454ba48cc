import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProgram } from '../support/cli'
import { cli } from '../support/needs'
import { lacksOtherSystems } from '../support/wine'

describe.skipIf(lacksOtherSystems())('modem-bench on Linux for arm64', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-arm64-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (args: readonly string[]) => {
    const { qemu, libraries, node } = JSON.parse(process.env['MODEM_BENCH_ARM64'] ?? '{}')
    return startProgram(qemu, ['-L', libraries, node, cli, ...args], {
      input: '',
      env: { MODEM_BENCH_DATA: folder },
    }).ended
  }

  test('lists ports, by the add-on for that processor', async () => {
    expect(await run(['ports'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('sim:sim7672'),
      err: '',
    })
  })

  test('connects the simulated modem', async () => {
    const words = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
    const { code, out } = await run(['connect', 'sim:sim7672?speed=fast', ...words])
    expect(out).toContain('Connected')
    expect(code).toBe(0)
  })
})
