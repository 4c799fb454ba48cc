// What a script hears of its own mistakes: as the messages of Node, in English.

export const tooManyCalls = (most: number): string =>
  `${most} calls are under way already. Wait for their answers: is an "await" missing in a loop?`

export const noSlot = (name: string): string =>
  `There is no slot ${JSON.stringify(name)}; a bench has the slots "a" and "b".`

export const noPreset = (asked: string, known: readonly string[]): string =>
  `There is no preset ${JSON.stringify(asked)}. There are: ${known.join(', ')}.`

export const waitedInVain = (ms: number): string =>
  `What "until" waits for did not come within ${ms} ms.`

export const noVerdict = 'The connection ended without a verdict.'

export const outside =
  'The module "modem-bench" is for scripts: start them by "modem-bench run SCRIPT". A program of its own uses the client that "modem-bench api npm" writes.'
