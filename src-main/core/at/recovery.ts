/** What one question of the ladder brought: its own answer, some final, nothing, or the engine's end of interest. */
export type Asked = 'answered' | 'something' | 'nothing' | 'over'

export interface Ladder {
  /** Writes a question and waits. `answered` means this very question, so nothing older can be answered any more. */
  ask(command: string, waitMs: number): Promise<Asked>
  delay(ms: number): Promise<void>
  /** Questions whose answer names itself and that nobody waits for. */
  tagged(): string[]
}

const taggedWaitMs = 3000
/** A modem that has shown a sign of life but is behind is given more time. */
const patientWaitMs = 5000
const plainWaitMs = 1000

/** Questions with answers that carry their name, known to every modem of 27.007, 27.005 and V.250, and never unsolicited. */
export const taggedQuestions = [
  'AT+CMEE?',
  'AT+CCLK?',
  'AT+IFC?',
  'AT+CSCS?',
  'AT+CMGF?',
  'AT+IPR?',
  'AT+ICF?',
] as const

/**
 * Gets command and answer in step: questions whose answers name themselves, then bare AT. An OK alone is anonymous, so only
 * the answer of the newest question proves that nothing is behind; each question is another one, so that they do too.
 */
export async function climb(ladder: Ladder, attempts: 'full' | 'short'): Promise<boolean> {
  const asked: Asked[] = []
  if (attempts === 'short' && (await askTagged(ladder, 1, taggedWaitMs, asked))) return true
  if (attempts === 'short' && !asked.includes('something')) return false
  if (await askTagged(ladder, 3 - asked.length, taggedWaitMs, asked)) return true
  if (!asked.includes('something') && !(await anySign(ladder, 3))) return false
  return bringUp(ladder)
}

/** For a port just opened: what is under way passes, then AT until the speed is found (autobaud), then the questions. */
export async function wake(ladder: Ladder): Promise<boolean> {
  await ladder.delay(200)
  return (await anySign(ladder, 5)) && bringUp(ladder)
}

/** The modem answers, if late: ask on until it has caught up. */
async function bringUp(ladder: Ladder): Promise<boolean> {
  const asked: Asked[] = []
  if (await askTagged(ladder, 4, patientWaitMs, asked)) return true
  // One result to each question and quiet in between: it knows none of them, but it is not behind.
  return asked.length > 1 && asked.slice(-2).every((one) => one === 'something')
}

async function askTagged(
  ladder: Ladder,
  times: number,
  waitMs: number,
  asked: Asked[],
): Promise<boolean> {
  for (let i = 0; i < times; i++) {
    const [question] = ladder.tagged()
    if (question === undefined || asked.includes('over')) return false
    asked.push(await ladder.ask(question, waitMs))
    if (asked.at(-1) === 'answered') return true
  }
  return false
}

async function anySign(ladder: Ladder, times: number): Promise<boolean> {
  for (let i = 0; i < times; i++) {
    const asked = await ladder.ask('AT', plainWaitMs)
    if (asked === 'over') return false
    if (asked !== 'nothing') return true
  }
  return false
}
