import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BenchPage } from '../support/bench-page'
import { type Display, startDisplay } from '../support/display'
import { lacksPackages, type Machine, newMachine, packages } from '../support/machine'
import { lacksDisplay } from '../support/needs'
import {
  expectCommand,
  expectLibraries,
  expectPurged,
  expectService,
  install,
  settle,
  untilTold,
} from './expectations'

/**
 * Says for each process of a page whether the kernel filters its calls: 2 does, as only the sandbox asks for. `[=]` keeps
 * the shell that asks out of the answer.
 */
const tellFilters =
  'for one in /proc/[0-9]*; do if tr "\\0" " " <$one/cmdline | grep -q -- "--type[=]renderer"; then grep ^Seccomp: $one/status; fi; done'

describe.skipIf(lacksPackages() || lacksDisplay())('the package of the window', () => {
  let machine: Machine
  let display: Display
  beforeAll(async () => {
    display = await startDisplay({ forAnyUser: true })
    machine = await newMachine()
    await settle(machine)
    await install(machine, packages.window)
  })
  afterAll(async () => {
    await machine.remove()
    await display.close()
  })

  test('finds every library, and brings the command line without node', async () => {
    await expectLibraries(machine, '/opt/modem-bench')
    expect((await machine.run('root', 'which', 'node')).code).not.toBe(0)
    await expectCommand(machine)
  })

  test('opens for an ordinary user, in the sandbox', async () => {
    const command = 'modem-bench-desktop --remote-debugging-port=0 --disable-gpu 2>&1'
    const env = { DISPLAY: display.name }
    const window = machine.start('person', ['sh', '-c', untilTold(command, tellFilters)], { env })
    const [, inspector = ''] = await window.said(/DevTools listening on ws:\/\/([^/]+)\//)
    const browser = await chromium.connectOverCDP(`http://${inspector}`)
    const [context] = browser.contexts()
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (page === undefined) throw new Error('no page in the window')
    await new BenchPage(page).at('slot-a-port').waitFor()
    expect(await page.title()).toBe('Modem Bench')
    await browser.close()
    window.type('\n')
    const { out } = await window.ended
    expect(out.match(/^Seccomp:.*$/gm)).toEqual([expect.stringMatching(/^Seccomp:\s*2$/)])
  })

  test('stands in the menu with icon and file association', async () => {
    const entry = await machine.must('cat', '/usr/share/applications/modem-bench.desktop')
    const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(entry)?.[1] ?? ''
    await machine.must('desktop-file-validate', '/usr/share/applications/modem-bench.desktop')
    await machine.must('test', '-x', value('Exec').split(' ')[0] ?? '')
    const icons = '/usr/share/icons/hicolor'
    for (const size of ['16x16', '48x48', '256x256', '512x512'])
      await machine.must('test', '-s', `${icons}/${size}/apps/${value('Icon')}.png`)
    const type = 'application/x-modem-bench-journal'
    expect(value('MimeType')).toBe(`${type};`)
    expect(await machine.must('cat', '/usr/share/mime/globs2')).toContain(`:${type}:*.journal`)
    const opens = await machine.run('person', 'xdg-mime', 'query', 'default', type)
    expect(opens.out).toBe('modem-bench.desktop\n')
  })

  test('brings a service with a user, groups and rules', () => expectService(machine))

  test('leaves nothing when it is purged', () => expectPurged(machine, 'modem-bench'))
})
