import { soracomChecks, soracomWays } from '@contract'
import { choice, oneOf, option } from '../command'
import { inEitherLanguage } from '../language'
import { netTakes, toolCommand } from '../tool'
import { platformCommand } from './soracom-platform'

const checkCommand = toolCommand({
  name: 'soracom',
  about: 'Connect and try one of SORACOM’s endpoints',
  takes: {
    ...netTakes,
    what: oneOf('<what>', 'the endpoint', soracomChecks),
    by: choice(
      '--by <way>',
      'for harvest, unified, beam and funnel: how it is sent',
      soracomWays,
      'http',
    ),
    body: option('-d, --body <text>', 'for harvest, unified, beam and funnel: what to send'),
  },
  after:
    'Examples: modem-bench soracom sim:sim7672 harvest --preset soracom\n          modem-bench soracom /dev/ttyUSB2 unified --by udp --preset soracom',
  ready: () => undefined,
  ask: ({ call, slot }, _, { what, by, body }) => call('net.soracom', { slot, what, by, body }),
})

export const soracomCommand = () =>
  checkCommand()
    // Both have --json: behind `platform` it is that one's.
    .enablePositionalOptions()
    .addCommand(inEitherLanguage(platformCommand()))
