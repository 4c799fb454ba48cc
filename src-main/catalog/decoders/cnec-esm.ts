import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { esmCause } from './shared/causes'
import { display, sentences } from './shared/join'

export default decoder({
  id: '+CNEC_ESM',
  title: say('ESM cause from the network', '網からの ESM 理由'),
  spec: '3GPP TS 27.007, 9.1b',
  group: 'network',
  forms: [],
  parameters: [int('cause', 'cause', '理由'), int('cid', 'context', 'cid')],
  urc: true,
  explain(facts) {
    const code = facts['cause']
    const cause = typeof code === 'number' ? esmCause(code) : undefined
    const head = say(
      `Network cause ${display(code)}${cause ? `: ${cause.meaning.en}` : ''}`,
      `網の理由 ${display(code)}${cause ? `：${cause.meaning.ja}` : ''}`,
    )
    return { words: sentences(head, cause?.fix), severity: 'failure' }
  },
})
