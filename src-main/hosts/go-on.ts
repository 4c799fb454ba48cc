import type { Bench } from '@bench/bench'
import { errorWords, faultCode } from '@core/fault'
import type { Words } from '@core/words'
import { doesNotGoOn, goesOn } from './words'

/**
 * Goes on with a soak run that the end of the program interrupted: a night is not lost to a power cut. One that another
 * program has is left to it. `say` gets what happened; nothing where there was no run.
 */
export async function goOn(bench: Bench, say: (words: Words) => void): Promise<void> {
  try {
    const run = await bench.soak.resume()
    if (run) say(goesOn(run.name))
  } catch (error) {
    const { en, ja } = errorWords(error)
    say(doesNotGoOn(en, ja))
    // What a person can put right is said; anything else is a defect of ours.
    if (faultCode(error) === undefined) bench.environment.report(error, 'resuming the soak run')
  }
}
