import { callError } from '@contract'
import { memoryOf, type PackedReplay } from '@core/simulator/replay/packed-replay'
import { Masking } from '../masking'
import type { WholeFile } from '../export'
import type { Desk, DeskStart, FromDesk, ToDesk } from './desk-calls'
import { deskWork, type DeskParts } from './desk-work'
import { FollowedLog, type ReadParts } from './live-log'

const valuesAtOnce = 1_000

/** What is needed in a thread of its own. */
export interface ThreadParts extends DeskParts {
  readonly readParts: ReadParts
}

/** Answers what `LogDesk` asks, in the thread of the logs. Returns what takes its messages. */
export function deskThread(
  parts: ThreadParts,
  { names }: DeskStart,
  post: (message: FromDesk, transfer: readonly ArrayBufferLike[]) => void,
): (message: ToDesk) => Promise<void> {
  const masking = new Masking(() => names, parts.clock)
  const live = new FollowedLog(parts.readParts)
  const desk = deskWork(parts, masking, live)
  let told = 0
  /** The bench knows what was masked before it has the file in which it was. */
  const tell = () => {
    for (; told < masking.count; told = Math.min(masking.count, told + valuesAtOnce))
      post({ kind: 'known', values: masking.values(told, valuesAtOnce) }, [])
  }
  return async (message) => {
    if (message.kind === 'known') return masking.take(message.values)
    if (message.kind === 'live') return live.told(message.log)
    const { number, name, input } = message
    try {
      // Each call comes with the input of its row.
      const value = await (desk[name] as (input: unknown) => Promise<unknown>)(input)
      tell()
      post({ kind: 'answer', number, value }, given(name, value))
    } catch (error) {
      post({ kind: 'refused', number, error: callError(error) }, [])
    }
  }
}

/** The memory of an answer that this thread has no use for any more. */
function given(name: keyof Desk, value: unknown): readonly ArrayBufferLike[] {
  // What a call answers is what its row says.
  if (name === 'file') return (value as WholeFile).pieces.map(({ buffer }) => buffer)
  return name === 'replay' ? memoryOf(value as PackedReplay) : []
}
