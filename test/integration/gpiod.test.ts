import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LineConfig } from '@core/ports/gpio-adapter'
import { nodeClock } from '@platform/clock/node-clock'
import { openAdapter } from '@platform/gpio/open-adapter'
import { nodeTools } from '@platform/gpio/tools'
import { startGroup } from '../support/group-command'
import { cli } from '../support/needs'
import { until } from '../support/pty-pair'

// Programs with the names and the manners of libgpiod's tools: they note what they were asked, and gpioset stays until it is ended,
// with the line among its descriptors.
let folder: string
const path = process.env['PATH']
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gpiod-'))
  process.env['PATH'] = `${folder}:${path ?? ''}`
})
afterEach(async () => {
  process.env['PATH'] = path
  await rm(folder, { recursive: true })
})

async function install(version: string, info: string): Promise<void> {
  const note = `echo "$(basename $0) $*" >> ${folder}/notes`
  const programs = {
    gpioset: `if [ "$1" = --version ]; then echo "gpioset (libgpiod) v${version}"; exit 0; fi\n${note}\ncase "$*" in *--mode=exit*|*'-t 0 '*) exit 0;; esac\necho $$ >> ${folder}/pids\nexec 9>> ${folder}/gpio-line\nexec sleep 30`,
    gpioget: `${note}\necho 1`,
    gpiodetect: 'echo "gpiochip4 [pinctrl-rp1] (54 lines)"',
    gpioinfo: `cat <<'EOF'\n${info}\nEOF`,
  }
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${text}\n`)
    await chmod(join(folder, name), 0o755)
  }
}
const notes = () => {
  const path = join(folder, 'notes')
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
}
const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // No such process, or one that only waits to be collected.
    return !(error instanceof Error)
  }
}

const power: LineConfig = {
  name: 'power',
  pin: 17,
  dir: 'out',
  activeLow: false,
  drive: 'push-pull',
  maxActiveMs: 5000,
  onOpen: 'inactive',
}
const status: LineConfig = { ...power, name: 'status', pin: 22, dir: 'in' }

test.each([
  [
    '1.6.3',
    'gpiochip4 - 54 lines:\n\tline  17:     "GPIO17"       unused   input  active-high \n\tline  22:     "GPIO22"       unused   input  active-high ',
    [
      'gpioget gpiochip4 22',
      'gpioset --mode=signal gpiochip4 17=0',
      'gpioset --mode=time --sec=5 gpiochip4 17=1',
      'gpioset --mode=signal gpiochip4 17=0',
      'gpioset --mode=exit gpiochip4 17=0',
    ],
  ],
  [
    '2.2.1',
    'gpiochip4 - 54 lines:\n\tline  17:\t"GPIO17"        \tinput\n\tline  22:\t"GPIO22"        \tinput',
    [
      'gpioget --numeric -c gpiochip4 22',
      'gpioset -c gpiochip4 17=0',
      'gpioset -c gpiochip4 -t 5000ms,0 17=1',
      'gpioset -c gpiochip4 17=0',
      'gpioset -c gpiochip4 -t 0 17=0',
    ],
  ],
])('libgpiod %s: a pulse is three children, and none is left', async (version, info, expected) => {
  await install(version, info)
  const adapter = await openAdapter('gpiod', { clock: nodeClock })
  expect(adapter.id).toBe('gpiod:pinctrl-rp1')
  await adapter.open([power, status])
  const { actualMs } = await adapter.pulse('power', 500)
  expect(actualMs).toBeGreaterThanOrEqual(499)
  await adapter.close()
  expect(notes()).toEqual(expected)
  const pids = (await readFile(join(folder, 'pids'), 'utf8')).trim().split('\n').map(Number)
  expect(pids).toHaveLength(3)
  expect(pids.filter(alive)).toEqual([])
})

const info1 = 'gpiochip4 - 54 lines:\n\tline  17:     "GPIO17"       unused   input  active-high '
const info2 = 'gpiochip4 - 54 lines:\n\tline  17:\t"GPIO17"        \tinput'
const holders = () => readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n').map(Number)

describe('what is held is let go', () => {
  const on = ['--mode=signal', 'gpiochip4', '17=1']
  const off = ['--mode=exit', 'gpiochip4', '17=0']
  test.each([
    ['end', ['gpioset --mode=signal gpiochip4 17=1', 'gpioset --mode=exit gpiochip4 17=0']],
    ['leave', ['gpioset --mode=signal gpiochip4 17=1']],
  ] as const)('%s', async (word, expected) => {
    await install('1.6.3', info1)
    const held = await nodeTools.hold('gpioset', on, off)
    await until(() => existsSync(join(folder, 'pids')))
    await held[word]()
    expect(notes()).toEqual(expected)
    expect(holders().filter(alive)).toEqual([])
  })
})

describe.skipIf(!existsSync(cli))('a pin does not stay active after its command', () => {
  const active = /17=1$/
  const released = /17=0$/
  const versions = [
    ['1.6.3', info1],
    ['2.2.1', info2],
  ] as const
  const ways = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL', 'SIGQUIT'] as const
  test.each(versions.flatMap(([version, info]) => ways.map((way) => ({ version, info, way }))))(
    'libgpiod $version, $way',
    async ({ version, info, way }) => {
      await install(version, info)
      const { pid, ended, said } = startGroup(
        process.execPath,
        [cli, 'gpio', 'write', 'gpiod', '17=1'],
        {},
      )
      await until(() => said().includes('is active'))
      await until(() => notes().some((note) => active.test(note)))
      process.kill(-pid, way)
      await ended
      await until(() => released.test(notes().at(-1) ?? ''))
      await until(() => holders().filter(alive).length === 0)
      expect(notes().filter((note) => active.test(note))).toHaveLength(1)
    },
  )
})
