import { expect, test } from 'vitest'
import { faultCode, Fault } from '@core/fault'
import { CliWay } from '@bench/soracom/cli-way'
import { operations } from '@bench/soracom/operations'
import { iccid, SoracomApi } from '../../support/soracom-api'

/** SORACOM's command in the place of which this stands: it prints what the platform answers, or its error. */
function command(answers: { code: number; out?: string; err?: string }[]) {
  const calls: string[] = []
  const api = new SoracomApi(() => 0)
  const access = {
    ...api.access,
    run: async (args: readonly string[]) => {
      calls.push(args.join(' '))
      const { code, out = '', err = '' } = answers.shift() ?? { code: 0, out: '{}' }
      return { code, out, err }
    },
  }
  const login = { way: 'cli', coverage: 'g', profile: 'bench' } as const
  return { calls, way: new CliWay({ access, login, nowMs: () => 0 }) }
}
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  )

test('the command is given its profile and coverage, and nothing secret', async () => {
  const { calls, way } = command([])
  expect(await way.signIn()).toBe('bench')
  await way.ask(operations.listSimSessionEvents(iccid, 1000, 50))
  expect(calls).toEqual([
    'sims list --limit 1 --profile bench --coverage-type g',
    `sims session-events --sim-id ${iccid} --from 1000 --limit 50 --profile bench --coverage-type g`,
  ])
})

test.each([
  [
    'Error: {"code":"SEM0016","message":"The specified subscriber is offline"}\n',
    'soracom-offline',
  ],
  ['Error: {"code":"SEM0049","message":"not allowed: Sim:getSim"}\n', 'soracom-forbidden'],
  ['Error: {"code":"AUM0001","message":"Token is required"}\n', 'soracom-sign-in'],
  ['Error: {"code":"SEM0001","message":"resource not found"}\n', 'soracom-refused'],
  ['Error: open /home/me/.soracom/bench.json: no such file or directory\n', 'soracom-cli-failed'],
  ['', 'soracom-cli-failed'],
])('what it prints (%s) is told as %s', async (err, code) => {
  const { way } = command([{ code: 1, err }])
  expect(faultCode(await failure(way.ask(operations.getSim(iccid))))).toBe(code)
})

test('what it cannot be asked is said, and it is not started for that', async () => {
  const { calls, way } = command([])
  const error = await failure(way.ask(operations.listSimPacketCaptureSessions(iccid)))
  expect(error).toBeInstanceOf(Fault)
  expect(faultCode(error)).toBe('soracom-cli-lacks')
  expect(calls).toEqual([])
})
