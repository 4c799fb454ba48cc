import { expect, test } from 'vitest'
import { seededChance } from '@core/ports/chance'
import type { SoracomLogin } from '@core/soracom/soracom-access'
import { benchFixture } from '../../support/bench-fixture'
import { iccid } from '../../support/soracom-api'

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'
const odd = `${letters}"\\<>&%$ äé日`

/** What opens the account, of a shape like SORACOM's, or a person's idea of a password. */
function loginsOf(seed: number) {
  const chance = seededChance(seed)
  const some = (length: number, from = letters) =>
    Array.from({ length }, () => [...from][Math.floor(chance.next() * [...from].length)]).join('')
  const key: SoracomLogin = {
    way: 'key',
    coverage: 'jp',
    authKeyId: `keyId-${some(32)}`,
    authKey: `secret-${some(60)}`,
  }
  const user: SoracomLogin = {
    way: 'user',
    coverage: 'g',
    operatorId: 'OP0000000001',
    userName: 'bench',
    password: some(8 + Math.floor(chance.next() * 20), odd),
  }
  return [
    { login: key, own: [key.authKeyId, key.authKey], some },
    { login: user, own: [user.password], some },
  ]
}

test.each([1, 2, 3, 4])(
  'no key, password or token is told to a window, kept in a file, in a journal, an export or an error (%i)',
  async (seed) => {
    for (const { login, own, some } of loginsOf(seed)) {
      const token = `eyJ${some(40)}.${some(60)}.${some(30)}`
      const apiKey = `api-${some(40)}`
      const secrets = [...own, token, apiKey]
      const chance = seededChance(seed + 100)
      const given = [...own]
      // A platform that says in each refusal all that it was given and has given.
      const access = {
        run: () => Promise.reject(new Error('unused')),
        reach: () => Promise.reject(new Error('unused')),
        ask: async ({ url, body = '' }: { url: string; body?: string }) => {
          const [status = 200] = [401, 400, 403, 404, 500, 422].slice(Math.floor(chance.next() * 6))
          const signsIn = url.endsWith('/auth') && chance.next() > 0.2
          if (signsIn) given.push(token, apiKey)
          const message = `refused: ${given.join(' and ')} ${body}`
          const text = signsIn
            ? JSON.stringify({ apiKey, token })
            : JSON.stringify({ code: 'SEM0000', message })
          return { status: signsIn ? 200 : status, text, date: null, retryAfter: null }
        },
      }
      const files: Record<string, string> = {}
      const fixture = await benchFixture(seed, files, { soracom: access })
      const said: unknown[] = []
      const tried = (asked: Promise<unknown>) =>
        asked.then(
          (value) => said.push(value),
          (error: unknown) => said.push(error, String(error), JSON.stringify(error)),
        )
      const slot = 'a' as const
      await fixture.ask('port.open', { slot, path: 'sim:sim7672?speed=fast' })
      for (let round = 0; round < 6; round++) {
        await tried(fixture.ask('soracom.signIn', { ...login, keep: false }))
        await tried(fixture.ask('soracom.look', { slot }))
        await tried(fixture.ask('soracom.watch', { slot, on: true }))
        await tried(fixture.ask('soracom.deleteSession', { slot, sim: iccid }))
        await tried(fixture.ask('soracom.ping', { slot }))
        await tried(fixture.ask('soracom.captures', { slot }))
        await tried(fixture.ask('soracom.napter', { slot }))
      }
      await fixture.clock.advance(90_000)
      // Too long for a key: what was wrong is said, not what it was.
      const long = { ...login, ...(login.way === 'key' ? { authKey: own[1]?.repeat(9) } : {}) }
      await tried(fixture.ask('soracom.signIn', { ...long, keep: false } as never))
      for (const format of ['text', 'markdown', 'html', 'csv', 'jsonl'] as const)
        said.push(
          await fixture.ask('log.export', {
            slots: [slot],
            format,
            language: 'en',
            redact: false,
          }),
        )
      await fixture.end()
      const journal = fixture.entries.map(({ bytes }) => new TextDecoder().decode(bytes))
      const all = JSON.stringify([said, fixture.events, fixture.reports, files, journal])
      expect(said.length).toBeGreaterThan(36)
      expect(all).toContain('…')
      for (const secret of secrets) {
        expect(all.includes(secret)).toBe(false)
        expect(all.includes(JSON.stringify(secret).slice(1, -1))).toBe(false)
      }
    }
  },
)
