import { promptOfEarlierProgram } from '../../at/words'
import { reachAt } from '../../modem/reach-at'
import { ok, type Step, type StepContext } from '../step'
import { Heard } from './port-heard'
import {
  atAnsweredAt,
  closeAnswered,
  closeUnanswered,
  closing,
  noAnswerYet,
  outOfMultiplexer,
  outOfPrompt,
  portInCommandMode,
  speaksNoCommands,
  stepTitles,
} from './words'

const listenMs = 300

/** The port answers: AT once a second while the modem may still boot, as AT sent before its boot banner is dropped. */
export const portAnswers: Step = {
  id: 'port',
  title: stepTitles.port,
  // The longest boot a board may ask for, and the silence before it.
  limitMs: 70_000,
  async run(context) {
    const { session, clock, signal } = context
    if (session.mode === 'command') return ok(portInCommandMode)
    if (session.mode === 'data' || session.mode === 'cmux') return ok(speaksNoCommands)
    const first = await session.listenFirst(listenMs, signal)
    if (first === 'ppp' || first === 'cmux') return notInCommandMode(first)
    const bootMs = Math.max(context.profile().bootMs, context.power?.bootMs ?? 0)
    return answersWithin(context, clock.monotonicUs() + bootMs * 1000)
  },
}

const notInCommandMode = (first: string) => ok(speaksNoCommands, { first })

async function answersWithin(context: StepContext, deadlineUs: number) {
  const { session, clock, signal, seen, progress } = context
  const heard = new Heard(session)
  let tries = 0
  let left = false
  try {
    const reached = await reachAt({
      clock,
      signal,
      ask: () => context.ask('AT', { timeoutMs: 1000, force: true }),
      escape: () => session.escape(),
      leavePrompt: () => {
        left = true
        seen.push(promptOfEarlierProgram)
        return session.leavePromptAnswered(signal)
      },
      askInPpp: (ms) => session.askInPpp(ms, signal),
      closeDownUnheard: (force) => session.closeDownUnheard(force, signal),
      goesOn: (asked) => {
        tries = asked
        return clock.monotonicUs() < deadlineUs
      },
      tell: (news) => {
        if (news === 'closing') progress(closing)
        else if (news === 'silent') progress(noAnswerYet(tries))
        else seen.push(news === 'close-down answered' ? closeAnswered : closeUnanswered)
      },
    })
    if (reached.found === 'nothing') throw heard.failure(seen)
    if (reached.found !== 'command') return notInCommandMode(reached.found)
    session.confirmCommandMode()
    return atAnswered({ ...reached, left })
  } finally {
    heard.stop()
  }
}

interface Answered {
  readonly tries: number
  /** Out of a multiplexer that was closed. */
  readonly closed: boolean
  /** Out of a prompt that was left. */
  readonly left: boolean
}

function atAnswered({ tries, closed, left }: Answered) {
  if (closed) return ok(outOfMultiplexer, { tries })
  if (left) return ok(outOfPrompt, { tries })
  return ok(atAnsweredAt(tries), { tries })
}
