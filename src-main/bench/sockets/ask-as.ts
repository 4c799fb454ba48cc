import type { FamilyCommand } from '@core/modem/family-command'
import type { Clock } from '@core/ports/clock'
import type { SocketFamily } from '@core/sockets/family'
import type { SocketStepId } from '@core/sockets/outcome'
import { noAnswerInTime } from '@core/sockets/words'
import type { FamilyLine } from '@bench/slot/family-line'
import type { Arrivals } from './arrivals'
import { refusedBy, TrialEnd, trouble, type Steps } from './steps'

/** What a try over the modem's own stack goes by. */
export interface ModemTrialOptions {
  readonly clock: Clock
  readonly line: FamilyLine
  readonly family: SocketFamily
  readonly arrivals: Arrivals
  readonly signal: AbortSignal
}

/** A command as a step of the try, which a refusal ends. `seen`: what stands in the list; the command unless said. */
export function askAs<T>(
  { line, signal }: Pick<ModemTrialOptions, 'line' | 'signal'>,
  steps: Steps,
  id: SocketStepId,
  ask: FamilyCommand<T>,
  seen?: (value: T) => string,
): Promise<T> {
  return steps.run(
    id,
    async () => {
      const told = await line.ask(ask, signal)
      if (told.trouble) throw refusedBy(ask.command, told.trouble)
      if (told.value === undefined)
        throw new TrialEnd({ ...trouble('timeout', told.seen), meaning: noAnswerInTime })
      return told.value
    },
    seen ?? (() => ask.command),
  )
}
