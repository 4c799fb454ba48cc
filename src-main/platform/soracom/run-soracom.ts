import { execFile } from 'node:child_process'
import { Fault } from '@core/fault'
import type { RunSoracom } from '@core/soracom/soracom-access'
import { noAnswerWithin } from './words'

/** SORACOM's own command, without a shell in between: an argument is an argument, and none is a secret. */
export const runSoracom: RunSoracom = (args, timeoutMs) =>
  new Promise((resolve, reject) => {
    execFile(
      'soracom',
      [...args],
      { timeout: timeoutMs, maxBuffer: 4 * 1024 * 1024, windowsHide: true },
      (error, out, err) => {
        if (!error) return resolve({ code: 0, out, err })
        if (error.code === 'ENOENT') return reject(new Fault('soracom-cli-missing'))
        if (error.killed)
          return reject(new Fault('soracom-cli-silent', noAnswerWithin('soracom', timeoutMs)))
        resolve({ code: typeof error.code === 'number' ? error.code : 1, out, err })
      },
    ).stdin?.end()
  })
