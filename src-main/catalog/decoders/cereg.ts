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
  area: 'tac',
  name: say('LTE (EPS) registration', 'LTE（EPS）の登録状態'),
  after: [],
  timers: ['active_time', 'periodic_tau'],
}

export default decoder({
  id: '+CEREG',
  title: domain.name,
  spec: '3GPP TS 27.007, 10.1.22',
  group: 'network',
  parameters: registrationParameters(domain),
  set: [reportMode],
  urc: true,
  isUnsolicited: isRegistrationUrc,
  row: registrationRow(domain),
  explain: explainRegistration(domain),
  explainCommand: explainRegistrationCommand(domain),
})
