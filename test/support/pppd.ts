import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { test } from 'vitest'
import { startProgram, type Running } from './cli'
import { because, findProgram, installedHere } from './needs'
import { ptyPair } from './pty-pair'
import type { SlirpPeer } from './slirp'

const program = findProgram('pppd') ?? '/usr/sbin/pppd'

/** What pppd needs and set-up cannot bring: PPP in the kernel, and root. */
function kernelLacks(): string | undefined {
  if (!existsSync('/dev/ppp')) return 'no /dev/ppp: this kernel speaks no PPP (modprobe ppp_async)'
  if (process.getuid?.() !== 0) return 'pppd needs root'
  return existsSync(program) ? undefined : 'not on this computer: pppd'
}

/**
 * `test` where the kernel speaks PPP and this user may let it. Elsewhere the test is skipped, and why is told; under CI, where a
 * skip is a hole that set-up left, it is not there at all, since no set-up can bring a kernel.
 */
export function pppdTest(name: string, run: () => Promise<void>): void {
  const lacking = kernelLacks()
  if (lacking !== undefined && installedHere) return
  test.skipIf(because(lacking !== undefined, lacking ?? ''))(name, run)
}

const ours = '10.64.64.64'
const theirs = '10.64.64.65'

/** A real pppd behind a pty, as the modem's end of a call; its address is 10.64.64.64. `ipv6`: its interface identifier and ours. */
export async function pppdPeer(ipv6?: readonly [string, string]): Promise<SlirpPeer> {
  const pair = await ptyPair()
  const line = [pair.far, '115200', 'local', 'nocrtscts', 'nodetach', 'passive', 'nolock']
  const six = ipv6 ? ['+ipv6', 'ipv6', ipv6.join(',')] : ['noipv6']
  const manners = ['noauth', 'nodefaultroute', 'noproxyarp', ...six, 'ipcp-accept-remote']
  const child = spawn(program, [...line, ...manners, `${ours}:${theirs}`], { stdio: 'ignore' })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  return {
    path: pair.near,
    async remove() {
      if (child.exitCode === null) child.kill()
      await gone
      await pair.remove()
    },
  }
}

/** A real pppd that dials a modem by chat, as a system's own connection does. It tells its addresses on standard output. */
export const dialWithPppd = (port: string, script: string): Running =>
  startProgram(program, [
    ...[
      port,
      '115200',
      'local',
      'nocrtscts',
      'nodetach',
      'noauth',
      'nodefaultroute',
      'noipv6',
      'nolock',
    ],
    ...['noipdefault', 'user', 'sora', 'password', 'sora', 'connect', `chat -v -f ${script}`],
  ])
