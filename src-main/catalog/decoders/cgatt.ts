import { decoder } from '@core/at/decoder'
import { int, ranged, say } from '@core/at/parameter'

export default decoder({
  id: '+CGATT',
  title: say('attach to the packet network', 'パケット網へのアタッチ'),
  spec: '3GPP TS 27.007, 10.1.9',
  group: 'packet',
  parameters: [
    ranged(
      0,
      1,
      int('state', 'state', '状態', {
        0: say('detached', 'デタッチ'),
        1: say('attached', 'アタッチ済み'),
      }),
    ),
  ],
  explainCommand(facts, command) {
    if (command.form !== 'set') return undefined
    return facts['state'] === 0
      ? {
          words: say('Detaches from the packet network.', 'パケット網からデタッチします。'),
          severity: 'notice',
        }
      : { words: say('Attaches to the packet network.', 'パケット網にアタッチします。') }
  },
})
