import { decoder } from '@core/at/decoder'
import { int, offOn, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+COLP',
  title: say('number of the called side', '接続先番号'),
  spec: '3GPP TS 27.007, 7.8',
  group: 'call',
  parameters: [int('n', 'show', '表示', offOn), int('m', 'offered', '網側の提供')],
  urc: [
    secret('number', text('number', 'number', '番号')),
    int('type', 'type of number', '番号種別'),
  ],
  isUnsolicited: (row) => row.fields[0]?.quoted === true,
})
