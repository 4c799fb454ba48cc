import { ok, wrong } from '../../answer'
import type { Behaviour, Run } from '../../behaviour'
import { withCard } from '../../behaviour'
import { numberIn } from '../../parameters'
import type { QuectelCommands } from '../../persona'

const powerDown: Run = ({ modem }) => ({
  after: () => {
    modem.say('POWERED DOWN')
    modem.power.shutDown()
  },
})

/** EC25 AT Commands Manual V1.3: +QCCID, +QINISTAT, +QPOWD; +QTEMP as EC25 and EC200T answered in public. */
export const quectelIdentity = (own: QuectelCommands): Behaviour => [
  {
    name: '+QCCID',
    test: () => ok(),
    execute: withCard(({ modem }) => ok(`+QCCID: ${modem.card.data?.iccid ?? ''}`)),
  },
  {
    name: '+QINISTAT',
    test: () => ok('+QINISTAT: (0-7)'),
    // The card, its messages and its phone book are read together here.
    execute: ({ modem }) => ok(`+QINISTAT: ${modem.cardBusy ? 0 : 7}`),
  },
  {
    name: '+QPOWD',
    test: () => ok('+QPOWD: (0,1)'),
    execute: powerDown,
    set: (asked) => (numberIn(asked.values[0], 0, 1) === undefined ? wrong : powerDown(asked)),
  },
  ...(own.build === undefined
    ? []
    : [{ name: '+QGMR', test: () => ok(), execute: () => ok(own.build ?? '') }]),
  ...(own.temperatures
    ? [
        {
          name: '+QTEMP',
          test: () => ok(),
          execute: (({ modem }) => {
            const { celsius } = modem.supply
            return ok(`+QTEMP: ${celsius + 3},${celsius},${celsius}`)
          }) satisfies Run,
        },
      ]
    : []),
]
