import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '^SYSSTART',
  pattern: /^\^SYSSTART.*$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'Cinterion AT manuals',
  group: 'power',
  explain: () => ({
    words: say('The modem has just started.', 'モデムが起動しました。'),
    severity: 'notice',
  }),
})
