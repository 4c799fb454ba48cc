/** What one question of the ladder brought: its own answer, some final, nothing, or the engine's end of interest. */
export type Asked = 'answered' | 'something' | 'nothing' | 'over'

export interface Ladder {
  ask(command: string, waitMs: number): Promise<Asked>
  delay(ms: number): Promise<void>
  /** Questions whose answer names itself and that nobody else waits for. */
  tagged(): string[]
}

const taggedWaitMs = 3000
const plainWaitMs = 1000

/** Questions with answers that carry their name, known to every modem of 27.007 and V.250. */
export const taggedQuestions = ['AT+CMEE?', 'AT+CCLK?', 'AT+IFC?', 'AT+CSCS?', 'AT+CMGF?'] as const

/**
 * Gets command and answer in step: a question whose answer names itself, three times, then three bare AT. An OK alone is
 * anonymous, so after one the question is asked once more.
 */
export async function climb(ladder: Ladder, attempts: 'full' | 'short'): Promise<boolean> {
  const asked = await askTagged(ladder, attempts === 'full' ? 3 : 1)
  if (asked !== 'nothing' || attempts === 'short') return asked === 'answered'
  return (await anySign(ladder, 3)) && (await askTagged(ladder, 3)) === 'answered'
}

/** For a port just opened: what is under way passes, then AT until the speed is found (autobaud), then the ladder. */
export async function wake(ladder: Ladder): Promise<boolean> {
  await ladder.delay(200)
  if (!(await anySign(ladder, 5))) return false
  return (await askTagged(ladder, 3)) === 'answered'
}

async function askTagged(ladder: Ladder, times: number): Promise<Asked> {
  for (const question of ladder.tagged().slice(0, times)) {
    const asked = await ladder.ask(question, taggedWaitMs)
    if (asked === 'answered' || asked === 'over') return asked
  }
  return 'nothing'
}

async function anySign(ladder: Ladder, times: number): Promise<boolean> {
  for (let i = 0; i < times; i++) {
    const asked = await ladder.ask('AT', plainWaitMs)
    if (asked === 'over') return false
    if (asked !== 'nothing') return true
  }
  return false
}
