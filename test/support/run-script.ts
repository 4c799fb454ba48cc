import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

export interface Spent {
  readonly ms: number
  /** The most memory that the program had. */
  readonly maxRssMb: number
}

const tell =
  "process.on('exit',()=>process.stderr.write('\\nmaxrss '+process.resourceUsage().maxRSS))"
const preload = `data:text/javascript,${encodeURIComponent(tell)}`

/** Runs a script of Node to its end, with files as its input (none: nothing) and output. */
export function runScript(
  script: string,
  args: readonly string[],
  files: { readonly in?: string; readonly out: string },
): Promise<Spent> {
  const input = files.in === undefined ? undefined : openSync(files.in, 'r')
  const output = openSync(files.out, 'w')
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', preload, script, ...args], {
    stdio: [input ?? 'ignore', output, 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      for (const file of [input, output]) if (file !== undefined) closeSync(file)
      const maxRssMb = Number(/maxrss (\d+)/.exec(said)?.[1]) / 1024
      if (code === 0) resolve({ ms: performance.now() - started, maxRssMb })
      else reject(new Error(`${script} ended with ${code}: ${said}`))
    })
  })
}
