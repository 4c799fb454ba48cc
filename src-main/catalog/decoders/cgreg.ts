import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import {
  explainRegistration,
  explainRegistrationCommand,
  isRegistrationUrc,
  registrationParameters,
  registrationRow,
  reportMode,
  type Domain,
} from './shared/registration'

const domain: Domain = {
  area: 'lac',
  name: say('packet (GPRS) registration', 'パケット網（GPRS）の登録状態'),
  after: ['rac'],
  timers: ['active_time', 'periodic_rau', 'gprs_ready_timer'],
}

export default decoder({
  id: '+CGREG',
  title: domain.name,
  spec: '3GPP TS 27.007, 10.1.20',
  group: 'network',
  parameters: registrationParameters(domain),
  set: [reportMode],
  urc: true,
  isUnsolicited: isRegistrationUrc,
  row: registrationRow(domain),
  explain: explainRegistration(domain),
  explainCommand: explainRegistrationCommand(domain),
})
