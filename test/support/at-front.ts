import { bytesOf, latin1 } from '@core/bytes'
import type { BytePort } from '@core/ports/byte-port'
import { HdlcDecoder } from '@core/ppp/hdlc'
import { openPort } from '@platform/serial/open'
import { type PtyPair, ptyPair } from './pty-pair'
import { type LetIn, type SlirpPeer, slirpPeer } from './slirp'
import { unlessClosed } from './still-open'

/** The answers of a SIM7672JP that is registered and set up for SORACOM, as its logs have them. */
const answers: { readonly [command: string]: string } = {
  AT: 'OK',
  ATE1: 'OK',
  'AT+CMEE=2': 'OK',
  'AT+IFC?': '+IFC: 0,0\r\n\r\nOK',
  ATI: 'Manufacturer: SIMCOM INCORPORATED\r\nModel: SIM7672JP-MNGV\r\nRevision: V1.9.05\r\nIMEI: 869850000000007\r\n\r\nOK',
  'AT+CGMM': 'SIM7672JP-MNGV\r\n\r\nOK',
  'AT+CGSN': '869850000000007\r\n\r\nOK',
  'AT+CPIN?': '+CPIN: READY\r\n\r\nOK',
  'AT+CIMI': '901310000000007\r\n\r\nOK',
  'AT+CICCID': '+ICCID: 89423100000000000007\r\n\r\nOK',
  'AT+CGDCONT?': '+CGDCONT: 1,"IP","soracom.io","10.164.98.251"\r\n\r\nOK',
  'AT+CGAUTH?': '+CGAUTH: 1,2,"sora","sora"\r\n\r\nOK',
  'AT+CFUN?': '+CFUN: 1\r\n\r\nOK',
  'AT+CEREG?': '+CEREG: 0,5\r\n\r\nOK',
  'AT+COPS?': '+COPS: 0,2,"44010",7\r\n\r\nOK',
  'AT+CSQ': '+CSQ: 22,99\r\n\r\nOK',
  'AT+CESQ': '+CESQ: 99,99,255,255,20,62\r\n\r\nOK',
}

export interface AtFront {
  /** The pty to open. */
  readonly path: string
  /** The commands that came, in order. */
  readonly commands: readonly string[]
  remove(): Promise<void>
}

/**
 * A pty that answers AT like a SIM7672 and, after CONNECT, is Debian's slirp: a PPP peer that is not ours behind a dialogue
 * that is the modem's. The call over, it says NO CARRIER and answers AT again.
 */
export async function atFront(letIn?: LetIn): Promise<AtFront> {
  const pair: PtyPair = await ptyPair()
  const port = await openPort(pair.far)
  const commands: string[] = []
  let line = ''
  const frames = new HdlcDecoder()
  let call: { peer: SlirpPeer; port: BytePort } | undefined

  const say = (text: string) => port.write(bytesOf(text))
  const hangUp = async () => {
    const ended = call
    call = undefined
    if (!ended) return
    await ended.port.close()
    await ended.peer.remove()
  }
  const dial = async () => {
    const peer = await slirpPeer(letIn)
    const far = await openPort(peer.path)
    call = { peer, port: far }
    await say('\r\nCONNECT\r\n')
    far.onBytes((bytes) => void unlessClosed(port.write(bytes)))
    far.onEnd(() => {
      if (call?.port !== far) return
      void hangUp().then(() => say('\r\nNO CARRIER\r\n'))
    })
  }
  // The modem's end of PPP is the modem: a Terminate-Request (RFC 1661, 5.5) ends the call once it is answered.
  const onFrame = (frame: Uint8Array) => {
    const isLcp = latin1(frame).includes('\xc0\x21\x05')
    if (isLcp) setTimeout(() => void hangUp().then(() => say('\r\nNO CARRIER\r\n')), 100)
  }
  const answer = async (command: string) => {
    commands.push(command)
    if (/^ATD\*99/.test(command)) return dial()
    const text = answers[command] ?? '+CME ERROR: unknown'
    await say(`\r\n${text}\r\n`)
  }
  port.onBytes((bytes) => {
    if (call) {
      void unlessClosed(call.port.write(bytes))
      for (const item of frames.feed(bytes)) if (item.kind === 'frame') onFrame(item.bytes)
      return
    }
    for (const octet of bytes) {
      const character = String.fromCharCode(octet)
      void say(character)
      if (character !== '\r') line += character
      else {
        void answer(line.trim())
        line = ''
      }
    }
  })
  return {
    path: pair.near,
    commands,
    async remove() {
      await hangUp()
      await port.close()
      await pair.remove()
    },
  }
}
