import { dnsTypes, mustBeQuestion, publicResolvers } from '@contract'
import { argument, choice, option } from '../command'
import { netTakes, toolCommand } from '../tool'
import { numberOf } from '../values'

export const resolversCommand = toolCommand({
  name: 'resolvers',
  about: 'Connect and compare name servers: times, and answers that differ',
  takes: {
    ...netTakes,
    names: argument('<names...>', 'names to ask for'),
    type: choice('-t, --type <type>', 'record to ask for', dnsTypes, 'A'),
    servers: option(
      '--servers <addresses>',
      'beside those that came with the address, with commas between them',
      (text) => text.split(',').filter((one) => one.trim() !== ''),
      publicResolvers.join(','),
    ),
    rounds: option(
      '--rounds <number>',
      'how often each name is asked for',
      numberOf('net.resolvers', 'rounds'),
      '3',
    ),
  },
  after: 'Example: modem-bench resolvers /dev/ttyUSB2 example.com soracom.io --apn iot.example',
  ready: ({ names, type, servers }) => {
    for (const name of names)
      for (const server of [undefined, ...servers]) mustBeQuestion(name, { type, server })
  },
  ask: ({ call, slot }, _, { names, type, servers, rounds }) =>
    call('net.resolvers', { slot, names: [...names], type, servers: [...servers], rounds }),
})
