import { faultCode } from '@core/fault'

/** For writes of a peer that may outlive its port: a port that is closed by then is no failure, anything else is. */
export async function unlessClosed(writing: Promise<void>): Promise<void> {
  try {
    await writing
  } catch (error) {
    const code = faultCode(error)
    if (code !== 'port-closed' && code !== 'port-gone') throw error
  }
}
