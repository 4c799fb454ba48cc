import { Fault } from '@core/fault'
import type { SoracomAccess, SoracomLogin } from '@core/soracom/soracom-access'
import { coverages } from '@core/soracom/platform'
import { askHttp } from './ask-http'
import { reachOut } from './reach-out'
import { runSoracom } from './run-soracom'
import { coverageIs, endpointIs } from './words'

type Variables = { readonly [name: string]: string | undefined }

/** The way to SORACOM's platform, as the environment of this program wants it. Rejects nothing by itself: who asks first is told. */
export function soracomAccess(variables: Variables): SoracomAccess {
  return {
    ask: askHttp,
    run: runSoracom,
    reach: reachOut,
    get endpoint() {
      return endpointOf(variables['MODEM_BENCH_SORACOM_API'])
    },
    get login() {
      return loginOf(variables)
    },
  }
}

/** In clear to this very computer alone. */
function endpointOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const here =
    url?.protocol === 'http:' && /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname)
  if (url?.protocol === 'https:' || here) return text.replace(/\/+$/, '')
  throw new Fault('bad-input', endpointIs(text))
}

function loginOf(variables: Variables): SoracomLogin | undefined {
  const given = (name: string) => variables[`MODEM_BENCH_SORACOM_${name}`] ?? ''
  const authKeyId = given('AUTH_KEY_ID')
  const authKey = given('AUTH_KEY')
  const profile = given('PROFILE')
  const named = given('COVERAGE') || 'jp'
  const coverage = coverages.find((one) => one === named)
  if (authKeyId === '' && profile === '') return undefined
  if (!coverage) throw new Fault('bad-input', coverageIs(named))
  if (authKeyId !== '' && authKey !== '') return { way: 'key', coverage, authKeyId, authKey }
  return profile === '' ? undefined : { way: 'cli', coverage, profile }
}
