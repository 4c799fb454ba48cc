import { callFaults } from './call'
import { connectStartFaults } from './connect-start'
import { registrationFaults } from './registration'
import { simFaults } from './sim'

/** What can stop a connection, from the port to the proof that it carries data. */
export const connectFaults = {
  ...connectStartFaults,
  ...simFaults,
  ...registrationFaults,
  ...callFaults,
}
