import { soracomChecks } from '@contract'
import { oneOf, option } from '../command'
import { inEitherLanguage } from '../language'
import { netTakes, toolCommand } from '../tool'
import { platformCommand } from './soracom-platform'

const checkCommand = toolCommand({
  name: 'soracom',
  about: 'Connect and try one of SORACOM’s endpoints',
  takes: {
    ...netTakes,
    what: oneOf('<what>', 'which', soracomChecks),
    body: option('-d, --body <text>', 'for harvest, unified, beam and funnel: what to send'),
  },
  after: 'Example: modem-bench soracom sim:sim7672 harvest --preset soracom',
  ready: () => undefined,
  ask: ({ call, slot }, _, { what, body }) => call('net.soracom', { slot, what, body }),
})

export const soracomCommand = () =>
  checkCommand()
    // Both have --json: behind `platform` it is that one's.
    .enablePositionalOptions()
    .addCommand(inEitherLanguage(platformCommand()))
