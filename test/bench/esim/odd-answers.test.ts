import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { SlotEsim } from '@bench/esim/esim'
import type { ModemSession } from '@core/modem/session'
import { Fault } from '@core/fault'
import { ManualClock } from '../../support/manual-clock'

/** A modem that answers channels and exchanges as it likes. */
function esimOf(answers: { readonly ccho: string; readonly cgla?: string }) {
  const sent: string[] = []
  const session = {
    ask: async (command: string) => {
      sent.push(command)
      const said = command.startsWith('AT+CCHO') ? answers.ccho : answers.cgla
      if (said === 'gone')
        throw new Fault(command.startsWith('AT+CCHC') ? 'port-closed' : 'port-gone')
      return { ok: true, lines: said === undefined ? [] : [said], final: { kind: 'ok' } }
    },
  }
  const clock = new ManualClock()
  // Only what is asked of it here.
  const esim = new SlotEsim({
    ...{ startLpac: undefined, onDownload: () => undefined, note: () => undefined },
    clock,
    knowledge,
    session: () => session as unknown as ModemSession,
  })
  return { sent, read: () => esim.read().then(String, (error: unknown) => error as Fault) }
}
const told = async (answers: Parameters<typeof esimOf>[0]) => {
  const { code, detail } = (await esimOf(answers).read()) as Fault
  return `${code} ${detail}`
}

test.each([
  [{ ccho: '+CCHO: abc' }, /^esim-unclear Expected \+CCHO: and a number .*"\+CCHO: abc"/],
  [
    { ccho: '+CCHO: 1', cgla: '+CGLA: 200,"BF3E0412"' },
    /^esim-unclear \+CGLA announced 200 digits; 8 came/,
  ],
  [{ ccho: '+CCHO: 1', cgla: '+CGLA: 7,"HELLO W"' }, /^esim-unclear/],
  [
    { ccho: '+CCHO: 1', cgla: '+CGLA: 8,"BF3E9000"' },
    /^esim-unclear Expected the EID; 2 octets came, beginning with BF3E/,
  ],
  [{ ccho: '+CCHO: 1', cgla: '+CGLA: 4,"6A88"' }, /^esim-refused/],
  [{ ccho: '1', cgla: '+CGLA: 2,"6A88"' }, /^esim-refused/],
] as const)('%j is told as what it is', async (answers, words) => {
  expect(await told(answers)).toMatch(words)
})

test('a port that vanishes in the middle is the reason, not the channel that is left', async () => {
  expect(await told({ ccho: '+CCHO: 1', cgla: 'gone' })).toMatch(/^port-gone/)
})

test('more that never ends is left', async () => {
  const { sent, read } = esimOf({ ccho: '+CCHO: 1', cgla: '+CGLA: 6,"006101"' })
  expect(((await read()) as Fault).code).toBe('esim-unclear')
  expect(sent.length).toBeLessThan(100)
})
