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
  name: say('voice (CS) registration', '音声系（CS）の登録状態'),
  after: [],
  timers: [],
}

export default decoder({
  id: '+CREG',
  title: domain.name,
  spec: '3GPP TS 27.007, 7.2',
  group: 'network',
  parameters: registrationParameters(domain),
  set: [reportMode],
  urc: true,
  isUnsolicited: isRegistrationUrc,
  row: registrationRow(domain),
  explain: explainRegistration(domain),
  explainCommand: explainRegistrationCommand(domain),
})
