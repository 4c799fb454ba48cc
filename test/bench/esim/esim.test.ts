import { expect, test } from 'vitest'
import { openedBench, refusal } from '../../support/opened-bench'

const slot = 'a' as const
const soracom = '89423100000000001000'
const softbank = '8981200000000003000'
const stays = '8981100000000002000'
const path = 'sim:sim7672?card=esim'

test('an eUICC and its profiles are read, and the channel is closed again', async () => {
  const { done, at } = await openedBench(path)
  for (let time = 1; time <= 5; time++)
    expect(await done('esim.read', { slot })).toMatchObject({
      eid: '89049032000001000000012345678901',
      version: '2.3.0',
      freeBytes: 291_666,
      waiting: 0,
      profiles: [
        { iccid: soracom, state: 'enabled', provider: 'SORACOM', mayDelete: true },
        { iccid: softbank, state: 'disabled' },
        { iccid: stays, state: 'disabled', mayDelete: false },
      ],
    })
  expect((await at('AT+CCHC=1')).ok).toBe(false)
})

test('a profile is named, enabled and disabled; the modem reads its card anew, and registers with it', async () => {
  const { done, at, clock } = await openedBench(path)
  const named = await done('esim.rename', { slot, iccid: softbank, nickname: '予備' })
  expect(named.profiles[1]).toMatchObject({ nickname: '予備', state: 'disabled' })
  const switched = await done('esim.enable', { slot, iccid: softbank })
  expect(switched.profiles.map(({ state }) => state)).toEqual(['disabled', 'enabled', 'disabled'])
  expect(switched.waiting).toBe(1)
  expect((await at('AT+CIMI')).lines).toEqual(['440200000000300'])
  await clock.advance(60_000)
  expect((await at('AT+COPS?')).lines.join()).toContain('44020')
  await done('esim.disable', { slot, iccid: softbank })
  expect((await at('AT+CIMI')).final).toContain('SIM not inserted')
  // The eUICC is reached all the same.
  await done('esim.enable', { slot, iccid: soracom })
  expect((await at('AT+CIMI')).lines).toEqual(['901310000000100'])
})

test('a profile is deleted when it is disabled and its operator allows it', async () => {
  const { done } = await openedBench(path)
  const refused = (iccid: string) => done('esim.remove', { slot, iccid }).catch(refusal)
  expect(await refused(soracom)).toMatch(/^esim-enabled 8942/)
  expect(await refused(stays)).toMatch(/^esim-policy .*PPR2/)
  expect(await refused('8981100000000009999')).toMatch(/^esim-no-such 8981100000000009999/)
  const left = await done('esim.remove', { slot, iccid: softbank })
  expect(left.profiles.map(({ iccid }) => iccid)).toEqual([soracom, stays])
})

test.each([
  ['an ordinary SIM', 'sim:sim7672', /^esim-none AT\+CCHO: \+CME ERROR/],
  ['no card', 'sim:sim7672?nosim=1', /^card-absent/],
  ['a modem that has no such commands', 'sim:generic', /^esim-none AT\+CCHO: ERROR/],
] as const)('%s: told in words', async (_kind, name, words) => {
  const { done } = await openedBench(name)
  expect(await done('esim.read', { slot }).catch(refusal)).toMatch(words)
})

test('a name that does not fit is not sent', async () => {
  const { done, at } = await openedBench(path)
  const name = (nickname: string) =>
    done('esim.rename', { slot, iccid: softbank, nickname }).catch(refusal)
  expect(await name('あ'.repeat(22))).toMatch(/^esim-name .*66 octets/)
  expect(await name('a\nb')).toMatch(/^esim-name .*control/)
  expect((await at('AT+CCHC=1')).ok).toBe(false)
})

test('a profile that is so already is told so', async () => {
  const { done } = await openedBench(path)
  const again = (call: 'esim.enable' | 'esim.disable', iccid: string) =>
    done(call, { slot, iccid }).catch(refusal)
  expect(await again('esim.enable', soracom)).toMatch(/^esim-state .* is enabled/)
  expect(await again('esim.disable', softbank)).toMatch(/^esim-state .* is disabled/)
})
