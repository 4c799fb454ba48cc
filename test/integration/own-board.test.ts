import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../support/cli'

const rig = `name: My rig
lines:
  power: { active: low, drive: open-drain, pin: power }
  status: { active: high, pin: status }
pulse: { on: 1s, off: 3s }
wait: { on: 20s, off: 20s, poll: 100ms }
adapters: ['sim:sim7672?boot=off']
`
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-board-'))
  await writeFile(join(folder, 'rig.yaml'), rig)
  await writeFile(join(folder, 'bad.yaml'), rig.replace('on: 1s', 'on: 1ms').replace('low,', 'on,'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a board of your own is switched on from its file, by the adapter it names', async () => {
  const { code, out, err } = await runCli(['power', './rig.yaml', 'on', '--lang', 'ja'], {
    cwd: folder,
  })
  expect(err).toBe('')
  expect(out).toContain('STATUS')
  expect(code).toBe(0)
})

test('every mistake of the file is named with its line, and nothing is touched', async () => {
  const { code, err } = await runCli(['power', './bad.yaml', 'on'], { cwd: folder })
  expect(code).toBe(2)
  expect(err).toContain('line 3, lines.power.active: expected low or high.')
  expect(err).toContain('line 5, pulse.on: 1 is not possible; expected 10 to 20000 ms.')
})
