import { Fault } from '@core/fault'
import { usualFraming, type Framing } from '@core/ports/framing'
import type { Words } from '@core/words'
import { actualSpeed, descriptorOf, isNear, type Binding } from './binding'
import type { PortDriver } from './driver'
import * as refused from './refusal-words'
import { framingSettings, stty as realStty } from './stty'

/** How a port is wanted to be once it is open. */
export interface Wanted {
  readonly path: string
  readonly baudRate: number
  readonly rtscts: boolean
  readonly framing: Framing
  readonly dtr: boolean
  readonly rts: boolean
}

/** What the driver let be done. A port without any of it still carries octets. */
export interface Prepared {
  /** CTS, DSR and DCD can be read. */
  readonly hasLines: boolean
  /** The outputs as far as they are known: a driver that takes no orders keeps both on, as the system raised them. */
  readonly dtr: boolean
  readonly rts: boolean
  /** Absent where there is no line with bits of its own: a pty, a modem on USB. */
  readonly framing?: Framing
  /** What it refused, for people. */
  readonly notes: readonly Words[]
}

/**
 * Sets what node-serialport leaves as it was, and looks at what it set without looking. Lines, flow control and HUPCL are
 * best effort: `option` of Linux 6.1 refuses the break with ENOTTY, gadgets and virtual ports know no lines at all. Never
 * rejects for a refusal but that of a framing: nothing could be read with another one.
 */
export async function prepare(
  binding: Binding,
  wanted: Wanted,
  driver: PortDriver,
  stty: typeof realStty = realStty,
): Promise<Prepared> {
  const notes: Words[] = []
  const hasLines = await binding.get().then(
    () => true,
    (error: unknown) => {
      if (!driver.pty) notes.push(refused.reading(wanted.path, error))
      return false
    },
  )
  // Without a look at what is set, node-serialport would write whatever stands in its memory.
  const outputs = hasLines ? await setOutputs(binding, wanted, notes) : { dtr: true, rts: true }
  notes.push(...(await settings(binding, wanted, stty)), ...(await speed(binding, wanted, driver)))
  const framed = await framingOf(binding, wanted, driver, stty)
  return { hasLines, ...outputs, ...(framed ? { framing: framed } : {}), notes }
}

/** node-serialport does not look at what the driver made of the framing; stty does. */
async function framingOf(
  binding: Binding,
  { path, framing }: Wanted,
  { pty, speedless }: PortDriver,
  stty: typeof realStty,
): Promise<Framing | undefined> {
  const descriptor = descriptorOf(binding)
  if (pty) return undefined
  if (framing === usualFraming || descriptor === undefined) return framing
  if ((await stty(descriptor, framingSettings(framing))) !== 'refused') return framing
  if (speedless) return undefined
  throw new Fault('port-failed', refused.framing(path, framing))
}

async function setOutputs(
  binding: Binding,
  { path, dtr, rts }: Wanted,
  notes: Words[],
): Promise<{ dtr: boolean; rts: boolean }> {
  try {
    await binding.set({ brk: false, dtr, rts })
    return { dtr, rts }
  } catch (error) {
    notes.push(refused.setting(path, error))
    return { dtr: true, rts: true }
  }
}

/**
 * node-serialport sets HUPCL when asked to but never clears it, and USB drivers start with it set; whether CRTSCTS was taken
 * it does not look at. stty says so. Where there is no stty the port works all the same; DTR then drops at close.
 */
async function settings(
  binding: Binding,
  { path, rtscts }: Wanted,
  stty: typeof realStty,
): Promise<Words[]> {
  const descriptor = descriptorOf(binding)
  if (descriptor === undefined) return []
  const asked = rtscts ? ['-hupcl', 'crtscts'] : ['-hupcl']
  if ((await stty(descriptor, asked)) !== 'refused') return []
  const keeps = (await stty(descriptor, ['-hupcl'])) === 'refused'
  return [
    ...(keeps ? [refused.keepingDtr(path)] : []),
    ...(rtscts && (!keeps || (await stty(descriptor, ['crtscts'])) === 'refused')
      ? [refused.flowControl(path)]
      : []),
  ]
}

async function speed(
  binding: Binding,
  { path, baudRate }: Wanted,
  driver: PortDriver,
): Promise<Words[]> {
  const actual = driver.speedless ? undefined : await actualSpeed(binding)
  return actual === undefined || isNear(actual, baudRate)
    ? []
    : [refused.speed(path, baudRate, actual)]
}
