import { z } from 'zod'
import { jsonLines, runCli } from './cli'

const answer = z.object({ command: z.string(), lines: z.array(z.string()), ok: z.boolean() })

/** What is asked before and after, and what of an answer is a setting and not the weather. */
const settings: readonly (readonly [command: string, setting: (lines: string[]) => string[]])[] = [
  ['AT+CMEE?', (lines) => lines],
  ['AT+CFUN?', (lines) => lines],
  // The first number is how it reports, the rest what it reports.
  ['AT+CREG?', (lines) => lines.map((line) => line.split(',')[0] ?? '')],
  ['AT+CGREG?', (lines) => lines.map((line) => line.split(',')[0] ?? '')],
  ['AT+CEREG?', (lines) => lines.map((line) => line.split(',')[0] ?? '')],
  ['AT+COPS?', (lines) => lines.map((line) => line.split(',').slice(0, 2).join(','))],
  // Context, type and APN; the address comes from the network.
  ['AT+CGDCONT?', (lines) => lines.map((line) => line.split(',').slice(0, 3).join(','))],
  ['AT+CGAUTH?', (lines) => lines],
]

export type ModemSettings = Readonly<Record<string, readonly string[]>>

/** The settings of a modem that a session may touch; one it does not know is an empty list. */
export async function settingsOf(port: string): Promise<ModemSettings> {
  const ended = await runCli(['at', port, '--json', ...settings.map(([command]) => command)])
  const answers = jsonLines(ended.out).map((line) => answer.parse(line))
  if (answers.length !== settings.length)
    throw new Error(`The settings of the modem could not be read:\n${ended.out}${ended.err}`)
  return Object.fromEntries(
    settings.map(([command, setting], index) => {
      const { ok, lines } = answers[index] ?? { ok: false, lines: [] }
      return [command, ok ? setting(lines) : []]
    }),
  )
}

/** The commands that put these settings back: only contexts and their logins are ever written by the console. */
export function commandsBack(before: ModemSettings, after: ModemSettings): string[] {
  const changed = (command: string) =>
    (before[command] ?? []).filter((line) => !(after[command] ?? []).includes(line))
  const asSet = (line: string) => `AT${line.replace(': ', '=')}`
  const newIds = (after['AT+CGDCONT?'] ?? [])
    .map((line) => /: (\d+)/.exec(line)?.[1] ?? '')
    .filter((cid) => !(before['AT+CGDCONT?'] ?? []).some((line) => line.includes(`: ${cid},`)))
  return [
    ...changed('AT+CGDCONT?').map(asSet),
    ...newIds.map((cid) => `AT+CGDCONT=${cid}`),
    ...changed('AT+CGAUTH?').map(asSet),
    ...['AT+CMEE?', 'AT+CREG?', 'AT+CGREG?', 'AT+CEREG?', 'AT+COPS?'].flatMap((command) =>
      changed(command).map(asSet),
    ),
  ]
}
