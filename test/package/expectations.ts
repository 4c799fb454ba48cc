import { expect } from 'vitest'
import { jsonLines } from '../support/cli'
import type { Machine } from '../support/machine'

/** A desk has the group of GPIO chips on a Raspberry Pi only; and people are not root. */
export async function settle(machine: Machine): Promise<void> {
  await machine.must('groupadd', '--system', 'gpio')
  await machine.must('useradd', '--create-home', 'person')
}

export async function install(machine: Machine, deb: string): Promise<void> {
  await machine.must('dpkg', '--install', await machine.bring(deb))
}

/** The command line works for an ordinary user, who is in no group. */
export async function expectCommand(machine: Machine): Promise<void> {
  const person = (...command: string[]) => machine.run('person', ...command)
  const ports = await person('modem-bench', 'ports', '--json')
  expect(ports.err).toBe('')
  expect(jsonLines(ports.out).map(({ path }) => path)).toContain('sim:sim7672')
  const login = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
  const call = await person('modem-bench', 'connect', 'sim:sim7672', ...login, '--json')
  expect(call.code, call.out + call.err).toBe(0)
  expect(jsonLines(call.out).at(-1)).toMatchObject({ verdict: 'connected' })
  const explain = await person('sh', '-c', 'echo "+CEREG: 0,5" | modem-bench explain --lang ja -')
  expect(explain.code, explain.err).toBe(0)
  expect(explain.out).toContain('ローミング')
}

/** Every library that the package's own programs and add-ons link is there. */
export async function expectLibraries(machine: Machine, folder: string): Promise<void> {
  const said = await machine.must(
    'sh',
    '-c',
    `find ${folder} -type f \\( -name '*.node' -o -name '*.so*' -o -perm -111 \\) ! -name '*musl*' -exec ldd {} + 2>&1 || true`,
  )
  expect(said).toContain('libc.so.6')
  expect(said.split('\n').filter((line) => line.includes('not found'))).toEqual([])
}

/** The service's user, the unit as it is written, and the rules for ports and adapters. */
export async function expectService(machine: Machine): Promise<void> {
  expect(await machine.must('id', '--name', '--groups', 'modem-bench')).toMatch(
    /^modem-bench(?=.* dialout)(?=.* gpio)(?=.* plugdev)/,
  )
  expect(await machine.must('getent', 'passwd', 'modem-bench')).toMatch(
    /:\/var\/lib\/modem-bench:\/usr\/sbin\/nologin$/m,
  )
  const unit = await machine.must('cat', '/usr/lib/systemd/system/modem-bench.service')
  const entry = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? ''
  const user = entry('User')
  // What systemd does for StateDirectory=.
  const data = `/var/lib/${entry('StateDirectory')}`
  await machine.must('install', '--directory', `--owner=${user}`, '--mode=0700', data)
  const command = entry('ExecStart').replace('8470', '0')
  const service = machine.start(user, ['sh', '-c', untilTold(`${entry('Environment')} ${command}`)])
  const [address = ''] = await service.said(/http:\S+/)
  expect((await fetch(address)).status).toBe(200)
  service.type('\n')
  const ended = await service.ended
  expect(ended.code, ended.err).toBe(0)
  const token = (await machine.must('cat', `${data}/token`)).trim()
  expect(await machine.must('stat', '--format=%a %U', `${data}/token`)).toBe(`600 ${user}\n`)
  expect(ended.out + ended.err).not.toContain(token)
  const rules = '/usr/lib/udev/rules.d/70-modem-bench.rules'
  expect(await machine.must('cat', rules)).toContain('GROUP="plugdev"')
}

/** A command that ends in order when a line is typed; `last` is done before, in the same table of processes. */
export const untilTold = (command: string, last = ':'): string =>
  `env ${command} & program=$!; read -r told; ${last}; kill -TERM $program; wait $program`

/** What is there of the package, in the file system and among the users. */
export async function leftOf(machine: Machine): Promise<string[]> {
  const traces = `find / -xdev \\( -path /proc -o -path /root -o -path /var/lib/rpm \\) -prune -o -iname '*modem-bench*' -print; grep -rl modem-bench /etc/passwd /etc/group /usr/share/mime /usr/share/applications /usr/share/icons || true`
  const found = (await machine.must('sh', '-c', traces)).split('\n').filter((path) => path !== '')
  // A person's own data is not a package's to take away.
  return found.filter((path) => !path.startsWith('/home/person/'))
}

/** Removing keeps the data; purging leaves nothing of the package. */
export async function expectPurged(machine: Machine, name: string): Promise<void> {
  await machine.must('dpkg', '--remove', name)
  expect(await machine.must('ls', '/var/lib/modem-bench')).toContain('token')
  await machine.must('dpkg', '--purge', name)
  expect(await leftOf(machine)).toEqual([])
}
