import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { because, findProgram, installedHere } from './needs'
import { until } from './pty-pair'

const program = findProgram('slirp-fullbolt', 'slirp')

/** True when a PPP peer that is not ours is there. Without it its tests are left out, except in CI on Linux, where they then fail. */
export const hasSlirp =
  installedHere ||
  !because(program === undefined || findProgram('socat') === undefined, 'no slirp or no socat here')

export interface SlirpPeer {
  /** The pty to open. */
  readonly path: string
  remove(): Promise<void>
}

/** A TCP port of this computer that leads to one of the host behind PPP, as a gate of the platform does. */
export interface LetIn {
  readonly outside: number
  readonly inside: number
}

/** Debian's slirp in PPP mode behind a pty: it routes to this computer's own sockets; 10.0.2.2 is this computer. */
export async function slirpPeer(letIn?: LetIn): Promise<SlirpPeer> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-slirp-'))
  const path = join(folder, 'modem')
  const gate = letIn ? `redir tcp ${letIn.outside} ${letIn.inside}\n` : ''
  writeFileSync(join(folder, '.slirprc'), gate)
  const peer = `EXEC:${program} ppp,pty,raw,echo=0`
  // The peer first: what socat opens before it starts slirp, slirp inherits, and our port would be busy.
  const socat: ChildProcess = spawn('socat', [peer, `pty,raw,echo=0,link=${path}`], {
    stdio: 'ignore',
    // slirp reads ~/.slirprc, which elsewhere belongs to somebody else.
    env: { ...process.env, HOME: folder },
  })
  await until(() => existsSync(path))
  return {
    path,
    async remove() {
      if (socat.exitCode === null && socat.signalCode === null) {
        const gone = new Promise((resolve) => socat.once('exit', resolve))
        socat.kill()
        await gone
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
