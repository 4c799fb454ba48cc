import { spawn } from 'node:child_process'

/** A command in a process group of its own, as a terminal starts it; `said` is all it has printed. */
export function startGroup(program: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TERM: 'xterm', ...env },
  })
  let said = ''
  child.stdout.on('data', (text) => (said += String(text)))
  child.stderr.on('data', (text) => (said += String(text)))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const { pid } = child
  if (pid === undefined) throw new Error(`${program} did not start`)
  return { pid, ended, said: () => said }
}
