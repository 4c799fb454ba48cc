import { portEnded } from '@bench/slot/words'
import { knowledge } from '@catalog/decoders'
import type { ConnectTarget, StepId } from '@core/connect/connect-state'
import { noteBytes } from '@core/log/note'
import { LogReader } from '@core/log/reader'
import { applyFault, faultKnobs } from '@core/simulator/fault-rows'
import { StoryReader } from '@core/story/story-reader'
import { expect, test } from 'vitest'
import { connectBench } from '../../support/connect-bench'

const target: Partial<ConnectTarget> = { httpUrl: 'http://pong.soracom.io/' }
const usual = 'sim:sim7672?card=soracom'
/** When a knob is turned: before anything is asked, or when this step begins. */
const moments: readonly (StepId | undefined)[] = [
  undefined,
  'sim',
  'registration',
  'dial',
  'ppp',
  'dns',
  'ping',
  'http',
]

/** The verdict of the connection, and what the story makes of its octets alone. */
async function both(
  name: string,
  wanted: Partial<ConnectTarget>,
  turn?: {
    readonly id: string
    readonly value: string | undefined
    readonly at: StepId | undefined
  },
) {
  const bench = await connectBench(name)
  if (turn) {
    const act = () => applyFault(bench.modem, turn.id, turn.value)
    if (turn.at) bench.whenBegins(turn.at, act)
    else act()
  }
  const { verdict } = await bench.connect(wanted)
  if (!verdict) throw new Error('no verdict')
  const reader = new LogReader({ slot: 'a', knowledge })
  const story = new StoryReader()
  const rows = bench.wire.flatMap(({ dir, atMs, bytes }) =>
    reader.push({ slot: 'a', dir, atMs, monoUs: atMs * 1000, bytes }),
  )
  const atMs = bench.clock.nowMs()
  // As the bench writes it.
  if (verdict.mode === 'closed') {
    const bytes = noteBytes(portEnded(name, true, { en: '', ja: '' }), true)
    rows.push(...reader.push({ slot: 'a', dir: 'note', atMs, monoUs: atMs * 1000, bytes }))
  }
  rows.push(...reader.end(atMs, atMs * 1000))
  for (const row of rows) story.take(row)
  const [told] = story.stories
  if (!told) throw new Error('no story')
  const { stopped, connected } = told.summary
  const says = stopped ? told.causes[0]?.code : connected ? 'connected' : undefined
  return { verdict: verdict.reason ?? verdict.result, step: verdict.step, says }
}

/** The log knows the same by other names: whether the modem had answered before is told in the words. */
const same: { readonly [code: string]: readonly string[] } = {
  'connect-silent': ['at-unresponsive'],
  'at-timeout': ['at-unresponsive'],
}

interface Difference {
  readonly verdict: string
  readonly says: string | undefined
  readonly why: string
}

/** Where the two differ, and why both are right. */
const differences: readonly Difference[] = [
  {
    verdict: 'connect-no-http',
    says: 'connect-no-dns',
    why: 'the request ended at the name of its server, which the log shows',
  },
  {
    verdict: 'connect-no-ping',
    says: 'connect-no-dns',
    why: 'the ping ended at the name of its host',
  },
  { verdict: 'connect-no-http', says: 'tcp-refused', why: 'the log shows the RST' },
  { verdict: 'connect-no-http', says: 'tcp-timeout', why: 'the log shows what TCP sent in vain' },
  ...['connect-no-dns', 'connect-no-ping', 'link-looped'].map((verdict) => ({
    verdict,
    says: 'at-reset',
    why: 'the log shows the restart from which it followed',
  })),
  ...['connect-no-dns', 'connect-no-ping'].map((verdict) => ({
    verdict,
    says: 'link-looped',
    why: 'the log shows that our own packets came back',
  })),
  ...['at-reset', 'at-timeout'].map((verdict) => ({
    verdict,
    says: 'supply-low',
    why: 'the modem told of its supply before it fell silent',
  })),
  ...['dial-refused', 'link-terminated-by-peer', 'registration-idle'].map((verdict) => ({
    verdict,
    says: 'sim-missing',
    why: 'the modem told that the SIM was gone, from which the rest followed',
  })),
  {
    verdict: 'cmux-not-supported',
    says: undefined,
    why: 'no line says that the offer of the modem was not taken',
  },
  {
    verdict: 'connect-no-ping',
    says: 'connected',
    why: 'without an address to ping nothing is sent',
  },
  { verdict: 'radio-refused', says: 'at-unresponsive', why: 'noise ate the last answer' },
  {
    verdict: 'at-garbled',
    says: 'dial-no-carrier',
    why: 'in noise, NO CARRIER may end a call that nobody dialled so',
  },
  { verdict: 'connect-no-modem', says: undefined, why: 'in noise nothing is known' },
  {
    verdict: 'at-timeout',
    says: undefined,
    why: 'the log ends within three seconds of the question',
  },
]

function agree({ verdict, says }: { verdict: string; says: string | undefined }): boolean {
  if (verdict === says || same[verdict]?.includes(says ?? '')) return true
  return differences.some((one) => one.verdict === verdict && one.says === says)
}

// It opens the ports of this computer, and nothing goes wrong.
const knobs = faultKnobs.filter(({ id }) => id !== 'this-computer')

test.each(knobs.map((knob) => [knob.id, knob] as const))(
  'the story says of %s what connect said of it, whenever it comes',
  async (id, knob) => {
    const { modem } = await connectBench()
    const choices = knob.kind === 'choice' ? knob.choices?.(modem).map(({ value }) => value) : []
    const first = knob.kind === 'act' ? undefined : 'on'
    const values = choices && choices.length > 0 ? choices.slice(0, 4) : [first]
    const wrong: unknown[] = []
    for (const value of values)
      for (const at of moments) {
        const ended = await both(usual, target, { id, value, at })
        if (!agree(ended)) wrong.push({ value, at, ...ended })
      }
    expect(wrong).toEqual([])
  },
)

test.each([
  ...[2, 3, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 25].map(
    (cause) => [`${usual}&reject=${cause}`, {}, 'registration-denied'] as const,
  ),
  [usual, { apn: 'no.such.apn' }, 'dial-no-carrier'],
  ['sim:sim7672?nosim=1', {}, 'sim-missing'],
  ['sim:sim7672?pin=1234', {}, 'sim-pin-needed'],
  ['sim:sim7672?pin=1234', { pin: '9999' }, 'sim-pin-wrong'],
  ['sim:sim7672?pin=1234', { pin: '1234' }, 'connected'],
  ['sim:sim7672?boot=off', {}, 'connect-silent'],
  ['sim:sim7672?fplmn=44010,44020,44051,44011', {}, 'registration-searching'],
  ['sim:sim7672?card=softbank', {}, 'dial-no-carrier'],
  [`${usual}&auth=chap`, { password: 'wrong', auth: 'chap' }, 'link-auth-refused'],
  [`${usual}&auth=pap`, { password: 'wrong', auth: 'pap' }, 'link-auth-refused'],
  [`${usual}&auth=pap`, { auth: 'chap' }, 'link-auth-unsupported'],
  [usual, { pingHost: 'no-such-host.example' }, 'connect-no-dns'],
  [usual, { httpUrl: 'http://pong.soracom.io:81/' }, 'connect-no-http'],
  ['sim:nrf91?card=soracom', {}, 'dial-refused'],
  [`${usual}&mux-silent=on`, { cmux: true }, 'cmux-no-answer'],
  [`${usual}&mux=error-recovery`, { cmux: true }, 'cmux-not-supported'],
  [`${usual}&pdp-type=ipv6`, { pdpType: 'IPV6' }, 'connect-no-ping'],
  [`${usual}&pdp-type=ipv4`, { pdpType: 'IPV6' }, 'dial-no-carrier'],
] as const)('of %s with %j both say %s', async (name, wanted, verdict) => {
  const ended = await both(name, { ...target, ...wanted })
  expect(ended.verdict).toBe(verdict)
  expect(agree(ended), JSON.stringify(ended)).toBe(true)
})
