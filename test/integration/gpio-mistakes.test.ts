import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/command'

const hasLibusb = () =>
  spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout.includes('libusb-1.0.so.0')

// Programs with the names and the manners of libgpiod's tools. What goes wrong is written on the pin: 5 is not permitted, 6
// vanishes while it is held, 12 belongs to another program.
const programs = {
  gpiodetect: `echo 'gpiochip0 [pinctrl-bcm2711] (58 lines)'`,
  gpioinfo: `printf 'gpiochip0 - 58 lines:\\n\\tline   5:\\t"GPIO5"\\tinput\\n\\tline   6:\\t"GPIO6"\\tinput\\n\\tline  12:\\t"GPIO12"\\toutput consumer="3gpi-utils"\\n\\tline  13:\\t"GPIO13"\\tinput\\n\\tline  18:\\t"GPIO18"\\tinput\\n\\tline  17:\\t"GPIO17"\\tinput\\n\\tline  22:\\t"GPIO22"\\tinput\\n'`,
  gpioget: `case "$*" in *\\ 5) echo 'gpioget: unable to request lines: Permission denied' >&2; exit 1;; esac; echo 0`,
  gpioset: `[ "$1" = --version ] && echo 'gpioset (libgpiod) v2.2.1' && exit 0
case "$*" in
  *' 5=0') echo "gpioset: unable to open chip 'gpiochip0': Permission denied" >&2; exit 1;;
  *' 6=1') echo "gpioset: unable to open chip 'gpiochip0': No such device" >&2; exit 1;;
esac
exec 9>>"$0-has-gpio-line"
exec sleep 20`,
}
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gpio-mistakes-'))
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${text}\n`)
    await chmod(join(folder, name), 0o755)
  }
})
afterAll(() => rm(folder, { recursive: true }))

const run = (args: readonly string[]) =>
  runCli(args, { env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` } })

describe.runIf(process.platform === 'linux')(
  'gpio and power say what is wrong and what to do',
  () => {
    test.concurrent.each([
      [
        'a wrong chip',
        'gpio read gpiod:cp2112_gpio 1',
        3,
        ['there are pinctrl-bcm2711', 'Plug it in'],
      ],
      ['an unknown line', 'gpio read gpiod 77', 2, ['there is no such pin', 'gpio list']],
      [
        'a line in use',
        'gpio pulse gpiod 12 100',
        3,
        ['used by 3gpi-utils', 'Stop the other program'],
      ],
      [
        'a missing permission',
        'gpio pulse gpiod 5 100',
        3,
        ['Permission denied', 'usermod -aG gpio'],
      ],
      ['no permission to read', 'gpio read gpiod 5', 3, ['Permission denied', 'usermod -aG gpio']],
      ['an adapter that vanishes', 'gpio pulse gpiod 6 500', 3, ['vanished', 'read STATUS first']],
      [
        'an impossible pulse',
        'gpio pulse gpiod 17 0',
        2,
        ['expected milliseconds from 1 to 60000'],
      ],
      ['no level', 'gpio write gpiod 17', 2, ['expected pin=1 or pin=0']],
      ['no such adapter', 'gpio read lpt:1 2', 2, ['there are gpiod, cp2112']],
      [
        'no such relay board',
        'gpio pulse usbrelay:AAAAA 1 100',
        3,
        // A computer without libusb says that first, and what to install.
        hasLibusb() ? ['plugged in: none', 'udev rules'] : ['libusb-1.0.so.0 is missing'],
      ],
      ['a line in use by the board', 'power 3gpi-v2 on --pins alternative', 3, ['3gpi-utils']],
      ['an unknown line of a board', 'power 3gpi-v2 on --line led=4', 2, ['the names are power']],
      ['a line the board lacks', 'power 3gpi-v2 on --line cut=4', 2, ['3GPi Ver.2 has power']],
      ['pin sets a board lacks', 'power custom on --pins other', 2, ['--line power=1']],
      ['a port to probe that is not there', 'probe /dev/nothing', 1, []],
      [
        'a port to look at that is not there',
        'leftovers /dev/nothing',
        3,
        ['List the ports again'],
      ],
    ])('%s: %s', async (_what, line, code, said) => {
      const ended = await run(line.split(' '))
      for (const text of said) expect(ended.err).toContain(text)
      expect(ended.err).not.toMatch(/\bat \S+:\d+:\d+|undefined/)
      expect(ended.code).toBe(code)
    })
  },
)
