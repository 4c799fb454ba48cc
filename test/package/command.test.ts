import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProgram } from '../support/cli'
import { lacksPackages, type Machine, newMachine, packages } from '../support/machine'
import {
  expectCommand,
  expectLibraries,
  expectPurged,
  expectService,
  install,
  leftOf,
  settle,
} from './expectations'

describe.skipIf(lacksPackages())('the small package of the command line', () => {
  let machine: Machine
  beforeAll(async () => {
    machine = await newMachine()
    await settle(machine)
    await install(machine, packages.node)
    await install(machine, packages.command)
  })
  afterAll(() => machine.remove())

  test('finds every library and is called by an ordinary user', async () => {
    await expectLibraries(machine, '/usr/lib/modem-bench')
    await expectCommand(machine)
  })

  test('brings a service with a user, groups and rules', () => expectService(machine))

  test('leaves nothing when it is purged', () => expectPurged(machine, 'modem-bench-cli'))

  test('is the same as rpm', async () => {
    const ask = async (...words: string[]) => {
      const ended = await startProgram('rpm', ['--query', ...words, '--package', packages.rpm], {
        input: '',
      }).ended
      expect(ended.code, ended.err).toBe(0)
      return ended.out.split('\n').filter((line) => line !== '')
    }
    const listed = await startProgram('dpkg-deb', ['--contents', packages.command], { input: '' })
      .ended
    const inDeb = listed.out.split('\n').flatMap((line) => {
      const path = /^[-l].* \.(\/\S+)(?: -> .*)?$/.exec(line)?.[1]
      return path === undefined ? [] : [path]
    })
    const inRpm = await ask('--list')
    expect(inDeb.length).toBeGreaterThan(100)
    expect(inDeb.filter((path) => !inRpm.includes(path))).toEqual([])
    expect(await ask('--requires')).toContain('nodejs >= 20.19')
    const scripts = (await ask('--scripts')).join('\n')
    for (const words of ['useradd --system', 'systemctl disable', 'postuninstall'])
      expect(scripts).toContain(words)
  })

  // Debian's rpm knows no packages of Debian, so that what the rpm requires is not looked for here.
  test('is installed, called and erased as an rpm, too', async () => {
    await machine.outside('rpm', '--nodeps', '--install', packages.rpm)
    await expectCommand(machine)
    await machine.outside('rpm', '--verify', '--nodeps', 'modem-bench-cli')
    await machine.outside('rpm', '--erase', 'modem-bench-cli')
    // An rpm has no purge, and a user whose files may still be there is never taken away.
    expect(await leftOf(machine)).toEqual(['/etc/passwd', '/etc/group'])
  })
})
