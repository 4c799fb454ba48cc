/** 3GPP TS 27.007, 9.2: the codes the simulated modems answer with. */
const texts = {
  0: 'phone failure',
  3: 'operation not allowed',
  4: 'operation not supported',
  10: 'SIM not inserted',
  11: 'SIM PIN required',
  12: 'SIM PUK required',
  13: 'SIM failure',
  14: 'SIM busy',
  16: 'incorrect password',
  17: 'SIM PIN2 required',
  21: 'invalid index',
  22: 'not found',
  24: 'text string too long',
  25: 'invalid characters in text string',
  26: 'dial string too long',
  30: 'no network service',
  31: 'network timeout',
  32: 'network not allowed - emergency calls only',
  50: 'incorrect parameters',
  100: 'unknown',
  103: 'illegal MS/UE',
  107: 'GPRS/EPS services not allowed',
  111: 'PLMN not allowed',
  127: 'missing or unknown APN',
  128: 'unknown PDP address or type',
  129: 'user authentication failed',
  133: 'requested service option not subscribed',
  148: 'unspecified GPRS error',
  149: 'PDP authentication failure',
  151: 'last PDN disconnection not allowed',
  192: 'IPv4 only allowed',
  193: 'IPv6 only allowed',
  // Quectel FILE Application Notes, summary of error codes.
  400: 'Invalid input value',
  403: 'Drive full',
  405: 'File not found',
  406: 'Invalid file name',
  407: 'File already existed',
  // Quectel GNSS Application Notes, summary of error codes.
  504: 'Session is ongoing',
  505: 'Session not active',
  507: 'Function not enabled',
  516: 'Not fixed now',
  // u-blox AT Commands Manuals, appendix of error codes: GNSS.
  1700: 'GPS GPIO not configured',
  1702: 'Invalid operation with GPS ON',
  1703: 'Invalid operation with GPS OFF',
} as const

export type CmeCode = keyof typeof texts

export function cmeText(code: CmeCode): string {
  return texts[code]
}
