import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import type { PortPurpose } from '@core/ports/port-info'
import { seenIn, type Language } from '@core/words'
import { openPort } from '@platform/serial/open'
import { purposeOf } from '@platform/serial/purpose'
import { newSimulators } from '../simulators'

export interface PortArguments {
  readonly baud: string
  readonly rtscts?: boolean
  readonly lang?: Language
}

/** Opens what a person typed after a command: a path, `tcp:…`, `sim:…`. A simulated modem ends with its port. */
export async function openTyped(name: string, options: PortArguments): Promise<BytePort> {
  return (await openBoth(name, undefined, options)).port
}

/** The same with a second port of the same modem beside it, where one is named; it ends with the first. */
export async function openBoth(
  name: string,
  besideName: string | undefined,
  options: PortArguments,
): Promise<{ readonly port: BytePort; readonly beside?: BytePort }> {
  const simulated = newSimulators()
  const open = (typed: string) =>
    openPort(typed, {
      baudRate: baudOf(options.baud),
      rtscts: options.rtscts ?? false,
      openSimulated: (known) => simulated.open(known),
    })
  try {
    const port = await open(name)
    port.onEnd(() => simulated.dispose())
    tellNotes(port, options.lang)
    if (besideName === undefined) return { port }
    const beside = await open(besideName).catch(async (error: unknown) => {
      await port.close()
      throw error
    })
    tellNotes(beside, options.lang)
    return { port, beside }
  } catch (error) {
    simulated.dispose()
    throw error
  }
}

/** What the port of a name is for, where the system or its simulated modem says so. */
export async function purposeOfTyped(name: string): Promise<PortPurpose | undefined> {
  if (!/^sim:/i.test(name)) return purposeOf(name)
  const simulated = newSimulators()
  try {
    return simulated.purposeOf(name)
  } finally {
    simulated.dispose()
  }
}

/** What no octet tells (a bridge that was restarted, a line the driver refuses) goes to standard error. */
function tellNotes(port: BytePort, language: Language = 'en'): void {
  const tell = (text: string) => process.stderr.write(`modem-bench: ${text}\n`)
  port.onNote?.((words) => tell(words[language]))
  port.onEnd((end) => {
    if (port.onNote && end.detail !== undefined)
      tell(`${port.label}: ${seenIn(end.detail, language)}`)
  })
}

export function baudOf(text: string): number {
  const baud = Number(text)
  if (!Number.isInteger(baud) || baud < 300 || baud > 4_000_000)
    throw new Fault('bad-input', {
      en: `--baud ${text}: expected a speed from 300 to 4000000.`,
      ja: `--baud ${text}: 300～4000000 の通信速度を指定してください。`,
    })
  return baud
}
