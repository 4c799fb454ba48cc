import { recoverCmux, type RecoveryStep } from '../cmux/recovery'
import { powerCycleWords } from '../cmux/recovery-words'
import type { BytePort } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import type { PppLink } from '../ppp/link'
import { sleep } from '../wait'
import { type Words } from '../words'
import type { ModemLine } from './line'
import type { Mode } from './mode'
import {
  answersAt,
  dropDtr,
  escape,
  hangUp,
  leavePrompt,
  terminate,
  type Walk,
  type WayBack,
} from './way-back'
import { userRequest } from '../ppp/words'
import { cmuxRecoveryStep, muxClosed, muxUnanswered } from './words'

/**
 * What is wanted: `pause` the call for ATO; `hang-up`, the multiplexer staying as it is; `close-mux`: our multiplexer ended
 * in order, in a few seconds at most; `command`: AT on the bare port, whatever it takes.
 */
export type WayBackGoal = 'pause' | 'hang-up' | 'close-mux' | 'command'

/** The port that is to be brought back, as its session knows it. */
export interface Climber {
  readonly port: BytePort
  readonly mode: Mode
  readonly baudRate: number
  readonly cmuxOn: boolean
  /** A call waits for ATO: AT is answered, and the call has to be ended all the same. */
  readonly held: boolean
  /** The line a call is on; another one once the multiplexer is closed. */
  dataLine(): ModemLine
  stopCmux(): Promise<void>
  speedFound(baudRate: number): void
  keep(link: PppLink | undefined): void
}

const pauseTries = 3
// A modem answers Terminate at once, and its channel is closed right after.
const terminateMs = 1000
const allTries = 4

/**
 * The ladder back, gentlest first: LCP Terminate, the guarded escape and ATH, DTR, the recovery of a multiplexer. Stops at
 * the first rung after which AT is answered; at its top only the power is left.
 */
export async function climbOut(
  goal: WayBackGoal,
  port: Climber,
  walk: Walk,
): Promise<WayBack['result']> {
  if (goal === 'pause') return (await pause(port, walk)) ?? 'none'
  if (goal === 'hang-up') return (await hungUp(port, walk)) ? 'command' : 'none'
  if (goal === 'close-mux') return (await endedMux(port, walk)) ? 'command' : 'none'
  if (await everyWay(port, walk)) return 'command'
  walk.note('power', powerCycleWords, false)
  return 'none'
}

function pause({ dataLine, keep }: Climber, walk: Walk) {
  return escape(dataLine(), walk, { tries: pauseTries, keep })
}

async function hungUp({ dataLine, held }: Climber, walk: Walk): Promise<boolean> {
  const line = dataLine()
  if (held && (await hangUp(line, walk))) return true
  if (await terminate(line, walk)) return true
  if (await escape(line, walk, { tries: 2 })) return true
  return dropDtr(line, walk)
}

async function everyWay(port: Climber, walk: Walk): Promise<boolean> {
  if (port.cmuxOn) return (await closedMux(port, walk)) || recovered(port, walk)
  if (port.mode === 'cmux') return recovered(port, walk)
  const line = port.dataLine()
  if (port.held && (await hangUp(line, walk))) return true
  if (port.mode !== 'data') {
    const asked = line.engine.prompt !== undefined
    if (!asked && (await answersAt(line, walk, 2))) return true
    // Before anything that is no text: a message must not be made of PPP frames.
    if (await leavePrompt(line, walk)) return true
  }
  if (await terminate(line, walk)) return true
  if (await escape(line, walk, { tries: allTries })) return true
  if (await dropDtr(line, walk)) return true
  return recovered(port, walk)
}

/** Our own multiplexer: the call on its channel first, as a pending call keeps close-down from working on some (1.10). */
async function closedMux(port: Climber, walk: Walk): Promise<boolean> {
  const line = port.dataLine()
  if (port.held) await hangUp(line, walk)
  else if (line.mode === 'data' && !(await terminate(line, walk)))
    await escape(line, walk, { tries: 1 })
  await port.stopCmux()
  walk.note('close-mux', muxClosed, true)
  return answersAt(port.dataLine(), walk, 5)
}

/** The same for a port that is about to be closed: some 3 s at most, where nobody is there any more. */
async function endedMux(port: Climber, walk: Walk): Promise<boolean> {
  const line = port.dataLine()
  const { link } = line
  let heard = false
  const stop = port.port.onBytes(() => (heard = true))
  try {
    if (link && link.phase !== 'dead') await terminated(link, walk.clock)
    line.leaveData()
    await port.stopCmux()
  } finally {
    stop()
  }
  if (!heard) return walk.note('close-mux', muxUnanswered, false)
  walk.note('close-mux', muxClosed, true)
  return answersAt(port.dataLine(), walk, 2)
}

async function terminated(link: PppLink, clock: Clock): Promise<void> {
  const answered = new AbortController()
  const late = sleep(clock, terminateMs, answered.signal).catch(() => undefined)
  await Promise.race([link.close(userRequest), late])
  answered.abort()
}

/** The ten steps for a modem that was left in the multiplexer; each is a rung of its own in the log. */
async function recovered(port: Climber, walk: Walk): Promise<boolean> {
  const line = port.dataLine()
  line.assumeData()
  const { result, baudRate } = await recoverCmux(port.port, {
    clock: walk.clock,
    baudRate: port.baudRate,
    insist: true,
    ...(walk.signal ? { signal: walk.signal } : {}),
    onStep: (step) => {
      if (step.step < 10) walk.note('recovery', recoveryWords(step), step.worked)
    },
  })
  if (baudRate !== undefined) port.speedFound(baudRate)
  if (result !== 'command') return false
  line.toCommand()
  return true
}

function recoveryWords({ step, did, seen }: RecoveryStep): Words {
  return cmuxRecoveryStep(step, did, seen)
}
