import { levelAfter } from './words'
import { errorWords, faultCode, type Language } from '@contract'
import { complain } from './complain'
import type { CommandBench } from './on-bench'
import { printJson } from './output'
import { printBeside } from './beside'

const everyMs = 10_000

interface Options {
  readonly language: Language
  readonly json: boolean
  readonly started: number
}

/**
 * Tells the signal at once and then now and again while data flows, where AT is to be had beside it: on standard error in words,
 * with `json` as objects between the steps and the end. Returns the way to stop.
 */
export function watchSignal(bench: CommandBench, options: Options): () => void {
  let stopped = false
  let timer: NodeJS.Timeout
  const round = async () => {
    try {
      await tell(bench, options, () => stopped)
    } catch (error) {
      // The port has just ended; that is told by whoever waits for it.
      if (faultCode(error) !== 'port-closed') complain(errorWords(error))
    }
    if (!stopped) timer = setTimeout(() => void round(), everyMs)
  }
  timer = setTimeout(() => void round(), 0)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

async function tell(
  { call, slot }: CommandBench,
  { language, json, started }: Options,
  stopped: () => boolean,
): Promise<void> {
  const reading = await call('signal.read', { slot })
  if (!reading || stopped()) return
  const seconds = Math.round((performance.now() - started) / 1000)
  const { facts, level } = reading
  if (json) await printJson({ held: seconds, facts })
  else if (level !== null) printBeside(`modem-bench: ${levelAfter(seconds, level)[language]}`)
}
