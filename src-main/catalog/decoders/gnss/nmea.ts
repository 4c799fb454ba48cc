import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import { nmeaShape, readNmea } from '../shared/nmea-row'
import { nmeaNote } from '../shared/nmea-words'

export default decoder({
  id: 'NMEA',
  title: say('NMEA sentence', 'NMEA センテンス'),
  spec: 'NMEA 0183 4.11, 6.3',
  group: 'others',
  pattern: nmeaShape,
  row: readNmea,
  explain: nmeaNote,
})
