import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/**
 * When a process began, as this system tells it: what makes a pid one process, since numbers are given out again. Linux
 * counts ticks from its boot, `<boot id>:<ticks>`; elsewhere it is a time, in ms since 1970.
 */
export type ProcessStart = string

// A loaded computer needs seconds from the start of a process to the first line of Node, which is the time we know of
// ourselves; systems round theirs to seconds.
const lateMs = 60_000
const roundedMs = 2_000

let own: Promise<ProcessStart> | undefined

/** The start of this process. Empty where a Linux has no /proc. */
export function ownStart(): Promise<ProcessStart> {
  own ??=
    process.platform === 'linux'
      ? linuxStart(process.pid).then((start) => start ?? '')
      : Promise.resolve(String(Math.round(performance.timeOrigin)))
  return own
}

/**
 * Whether the process that had this pid and start still runs. `unknown`: some process has the pid, and nobody says since
 * when.
 */
export async function runsStill(
  pid: number,
  start: ProcessStart,
): Promise<'yes' | 'no' | 'unknown'> {
  if (!Number.isInteger(pid) || pid <= 0 || !pidExists(pid)) return 'no'
  if (pid === process.pid && start !== '') return start === (await ownStart()) ? 'yes' : 'no'
  if (process.platform === 'linux') {
    const now = await linuxStart(pid)
    // A process can end between the two looks.
    if (now === undefined || start === '') return pidExists(pid) ? 'unknown' : 'no'
    return now === start ? 'yes' : 'no'
  }
  const now = await (process.platform === 'win32' ? windowsStart(pid) : psStart(pid))
  const known = start === '' ? Number.NaN : Number(start)
  if (now === undefined || Number.isNaN(known)) return pidExists(pid) ? 'unknown' : 'no'
  return isSameStart(known, now) ? 'yes' : 'no'
}

/** `known` by the clock of the process itself, `told` by the system: never later, but for its rounding. */
export function isSameStart(known: number, told: number): boolean {
  return told <= known + roundedMs && told >= known - lateMs
}

/** True while some process has this pid, whoever it is. */
export function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function linuxStart(pid: number): Promise<ProcessStart | undefined> {
  const [boot, stat] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
  ])
  const ticks = ticksFromStat(stat)
  return ticks === undefined ? undefined : `${boot.trim()}:${ticks}`
}

/** The 22nd field, proc(5). The name of the program is the second, in brackets, and may hold anything. */
export function ticksFromStat(stat: string): string | undefined {
  return /^\d+ \(.*\) (?:\S+ ){19}(\d+) /s.exec(stat)?.[1]
}

/** In UTC: where the clocks go back, an hour of local time comes twice. */
async function psStart(pid: number): Promise<number | undefined> {
  return timeFromPs(await said('ps', ['-o', 'lstart=', '-p', String(pid)], { TZ: 'UTC0' }))
}

/** A time as ps writes it for `lstart`, strftime's `%c` of the locale C: `Sun Feb  1 09:05:07 2026`, here in UTC. */
export function timeFromPs(text: string): number | undefined {
  const match = /^\w{3} (\w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4})$/.exec(text.trim())
  return match ? timeOf(`${match[1]} UTC`) : undefined
}

/** A time with its zone. */
function timeOf(text: string): number | undefined {
  const ms = Date.parse(text.trim())
  return Number.isNaN(ms) ? undefined : ms
}

/** PowerShell is on every Windows; where a policy forbids it, the older wmic may still be there. */
async function windowsStart(pid: number): Promise<number | undefined> {
  const script = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CreationDate.ToUniversalTime().ToString('o')`
  const told = await said('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script])
  const query = ['process', 'where', `ProcessId=${pid}`, 'get', 'CreationDate', '/value']
  return timeOf(told) ?? timeFromWmi(await said('wmic.exe', query))
}

/** A time as WMI writes it: `20260131090507.123456+540`, the zone in minutes. */
export function timeFromWmi(text: string): number | undefined {
  const match = /(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{3})\d*([+-]\d{3})/.exec(text)
  if (!match) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0, zone = 0] = match
    .slice(1)
    .map(Number)
  return Date.UTC(year, month - 1, day, hour, minute - zone, second, ms)
}

/** What a program printed; empty when it is not there, fails or takes too long. */
function said(
  program: string,
  words: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C', ...more }
  return new Promise((resolve) => {
    execFile(program, words, { timeout: 15_000, windowsHide: true, env }, (_error, out) =>
      resolve(out),
    )
  })
}
