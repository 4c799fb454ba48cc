/** 3GPP TS 27.005, 3.2.5: the codes the simulated modems answer with, worded as SIMCom does. */
const texts = {
  302: 'Operation not allowed',
  303: 'Operation not supported',
  304: 'Invalid PDU mode parameter',
  305: 'Invalid text mode parameter',
  310: 'SIM not inserted',
  311: 'SIM PIN required',
  313: 'SIM failure',
  314: 'SIM busy',
  316: 'SIM PUK required',
  321: 'Invalid memory index',
  322: 'Memory full',
  330: 'SMSC address unknown',
  331: 'No network service',
  340: 'No +CNMA acknowledgement expected',
} as const

export type CmsCode = keyof typeof texts

export function cmsText(code: CmsCode): string {
  return texts[code]
}
