import { fromHex } from '@core/bytes'

/** Frames a modem sends by itself on ports that are not for AT. */
export const linkFrames = {
  /** LCP Configure-Request with magic number. */
  lcp: hex(
    '7eff7d23c0217d217d217d207d327d227d267d207d207d207d207d257d26a1b2c3d47d277d227d287d22d5ac7e',
  ),
  /** A log packet of Qualcomm's DIAG, made up, with its closing flag. */
  diag: hex('100042004200c0b0d1a30fe19ddf0100010203f0e0d0c0b0a0908070ffeeddccbbaa99b14b7e'),
}

function hex(text: string): Uint8Array {
  return fromHex(text) ?? new Uint8Array(0)
}
