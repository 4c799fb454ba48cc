import { describe, expect, test } from 'vitest'
import type { Preset, Verdict } from '@contract'
import { faultRows } from '@core/fault'
import { firstActOf } from '@renderer/views/connect/first-act'

const failed = (reason: string): Verdict => ({
  result: 'failed',
  reason,
  seen: [],
  meaning: { en: '', ja: '' },
  tries: [],
  dns: [],
  ms: 1,
  mode: 'command',
})

describe('the first thing to try', () => {
  test.for([
    ['sim-pin-needed', 'connect-pin'],
    ['context-not-activated', 'connect-apn'],
    ['link-auth-refused', 'connect-user'],
    ['link-auth-unsupported', 'connect-auth'],
    ['registration-denied', undefined],
  ] as const)('after %s is about %s', ([reason, field]) => {
    expect(Object.keys(faultRows)).toContain(reason)
    expect(firstActOf(failed(reason))?.to).toEqual(field === undefined ? 'scan' : { field })
  })
  test('after a registration that failed is the SIM, where its list forbids networks', () => {
    const verdict = { ...failed('registration-searching'), forbidden: ['44020'] }
    expect(firstActOf(verdict)?.to).toBe('card')
  })
  test('after one that failed is the radio, where a setting of it limits the modem', () => {
    const words = { en: '', ja: '' }
    const limits = [{ item: 'operator', title: words, value: words }] as const
    const verdict = { ...failed('registration-denied'), forbidden: ['44020'], limits }
    expect(firstActOf(verdict)?.to).toBe('radio')
  })
  test('after an APN or a login that was refused is what fits the SIM, where something else was tried', () => {
    const preset = { id: 'soracom', name: 'SORACOM' } as Preset
    const named = { named: { preset: 'SORACOM' }, to: { preset } }
    expect(firstActOf(failed('dial-no-carrier'), preset)).toMatchObject(named)
    expect(firstActOf(failed('link-auth-refused'), preset)).toMatchObject(named)
    expect(firstActOf(failed('sim-pin-needed'), preset)?.to).toEqual({ field: 'connect-pin' })
  })
  test.each([
    ['emm', 11, 'scan'],
    ['emm', 15, 'radio'],
    ['emm', 2, undefined],
    ['esm', 27, { field: 'connect-apn' }],
    ['esm', 29, { field: 'connect-user' }],
    ['esm', 50, { field: 'connect-pdp' }],
    ['esm', 31, undefined],
  ] as const)('after the cause %s %i that the network told is %j', (kind, code, to) => {
    const verdict = {
      ...failed('registration-denied'),
      cause: { kind, code, meaning: { en: '', ja: '' } },
    }
    expect(firstActOf(verdict)?.to).toEqual(to)
  })
  test('is the preset of the SIM where its APN is unknown, and not where its plan is', () => {
    const preset = { id: 'soracom', name: 'SORACOM' } as Preset
    const refused = (kind: 'emm' | 'esm', code: number) =>
      firstActOf(
        { ...failed('dial-no-carrier'), cause: { kind, code, meaning: { en: '', ja: '' } } },
        preset,
      )?.to
    expect([refused('esm', 27), refused('esm', 8)]).toEqual([{ preset }, undefined])
  })
  test('after no answer is the search for the AT port and its speed', () => {
    expect(firstActOf(failed('connect-silent'))?.to).toBe('care')
  })
  test('is not offered where the window can do nothing, or nothing failed', () => {
    expect(firstActOf(failed('sim-missing'))).toBeUndefined()
    expect(firstActOf({ ...failed('sim-pin-needed'), result: 'cancelled' })).toBeUndefined()
  })
})
