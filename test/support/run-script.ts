import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

export interface Spent {
  /** Of the processor, user and system: what else the computer does hardly changes it. */
  readonly ms: number
  /** The most memory that the program had. */
  readonly maxRssMb: number
}

const tell =
  "process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write(`\\nmaxrss ${u.maxRSS} us ${u.userCPUTime+u.systemCPUTime}`)})"
const preload = `data:text/javascript,${encodeURIComponent(tell)}`

/** Runs a script of Node to its end, with files as its input (none: nothing) and output. */
export function runScript(
  script: string,
  args: readonly string[],
  files: { readonly in?: string; readonly out: string },
): Promise<Spent> {
  const input = files.in === undefined ? undefined : openSync(files.in, 'r')
  const output = openSync(files.out, 'w')
  const child = spawn(process.execPath, ['--import', preload, script, ...args], {
    stdio: [input ?? 'ignore', output, 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      for (const file of [input, output]) if (file !== undefined) closeSync(file)
      const [, kib, us] = /maxrss (\d+) us (\d+)/.exec(said) ?? []
      if (code === 0) resolve({ ms: Number(us) / 1000, maxRssMb: Number(kib) / 1024 })
      else reject(new Error(`${script} ended with ${code}: ${said}`))
    })
  })
}
