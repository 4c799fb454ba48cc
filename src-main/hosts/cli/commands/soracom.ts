import { Fault, soracomChecks, soracomWays } from '@contract'
import { choice, oneOf, option } from '../command'
import { inEitherLanguage } from '../language'
import { netTakes, toolCommand } from '../tool'
import { numberOf } from '../values'
import { platformCommand } from './soracom-platform'
import { signIn, signInTakes } from './soracom-sign-in'

const checkCommand = toolCommand({
  name: 'soracom',
  about: 'Connect and try one of SORACOM’s endpoints',
  takes: {
    ...netTakes,
    what: oneOf('<what>', 'the endpoint, or Napter', [...soracomChecks, 'napter'] as const),
    by: choice(
      '--by <way>',
      'for harvest, unified, beam and funnel: how it is sent',
      soracomWays,
      'http',
    ),
    body: option('-d, --body <text>', 'for harvest, unified, beam and funnel: what to send'),
    devicePort: option(
      '--device-port <number>',
      'for napter: the port behind the modem that is mapped; one of its own choice without it',
      numberOf('soracom.napter', 'devicePort'),
    ),
    ...signInTakes,
  },
  after:
    'Examples: modem-bench soracom sim:sim7672 harvest --preset soracom\n          modem-bench soracom /dev/ttyUSB2 unified --by udp --preset soracom\n          modem-bench soracom /dev/ttyUSB2 napter --preset soracom --profile bench',
  ready: () => undefined,
  before: async (bench, values) => {
    if (values.what !== 'napter') return
    await signIn(bench, values)
    const { ready } = await bench.call('soracom.state', undefined)
    if (!ready) throw new Fault('soracom-signed-out')
  },
  ask: ({ call, slot }, _, { what, by, body, devicePort }) =>
    what === 'napter'
      ? call('soracom.napter', { slot, devicePort })
      : call('net.soracom', { slot, what, by, body }),
})

export const soracomCommand = () =>
  checkCommand()
    // Both have --json: behind `platform` it is that one's.
    .enablePositionalOptions()
    .addCommand(inEitherLanguage(platformCommand()))
