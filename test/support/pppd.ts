import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findProgram } from './needs'
import { ptyPair } from './pty-pair'
import type { SlirpPeer } from './slirp'

const program = findProgram('pppd') ?? '/usr/sbin/pppd'

/** True where the kernel speaks PPP and this user may let it: with pppd, /dev/ppp and root. */
export const hasPppd =
  existsSync(program) &&
  existsSync('/dev/ppp') &&
  process.getuid?.() === 0 &&
  existsSync('/etc/ppp')

const ours = '10.64.64.64'
const theirs = '10.64.64.65'

/** A real pppd behind a pty, as the modem's end of a call; its address is 10.64.64.64. */
export async function pppdPeer(): Promise<SlirpPeer> {
  const pair = await ptyPair()
  const line = [pair.far, '115200', 'local', 'nocrtscts', 'nodetach', 'passive']
  const manners = ['noauth', 'nodefaultroute', 'noproxyarp', 'noipv6', 'ipcp-accept-remote']
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
