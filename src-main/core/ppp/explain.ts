import type { Words } from '../words'
import type { DecodedFrame } from './decode'
import { optionList } from './explain-options'

/** One sentence about a PPP frame, for a person. Passwords are not repeated. */
export function explainFrame(frame: DecodedFrame): Words {
  if (frame.error !== undefined) return malformed(frame, frame.error)
  switch (frame.protocolName) {
    case 'LCP':
    case 'IPCP':
    case 'CCP':
    case 'IPV6CP':
      return control(frame)
    case 'PAP':
      return pap(frame)
    case 'CHAP':
      return chap(frame)
    case 'IP':
    case 'IPV6':
      return ip(frame)
    default:
      return {
        en: `A packet of protocol ${frame.protocolName} (${frame.protocol}).`,
        ja: `プロトコル ${frame.protocolName}（${frame.protocol}）のパケットです。`,
      }
  }
}

function malformed(frame: DecodedFrame, error: string): Words {
  const name = [frame.protocolName || 'PPP', frame.codeName].filter(Boolean).join(' ')
  return {
    en: `${name}: the frame arrived whole, but its content is malformed: ${error}.`,
    ja: `${name}：フレームは正常に届きましたが、中身が不正です（${error}）。`,
  }
}

function control(frame: DecodedFrame): Words {
  const head = `${frame.protocolName} ${frame.codeName} ${frame.id}`
  const list = optionList(frame.options ?? [], frame.codeName)
  switch (frame.codeName) {
    case 'ConfReq':
      return {
        en: `${head}: the sender asks for ${list.en}.`,
        ja: `${head}：次の設定を要求しています（${list.ja}）。`,
      }
    case 'ConfAck':
      return {
        en: `${head}: agreed: ${list.en}.`,
        ja: `${head}：要求された設定に同意しました（${list.ja}）。`,
      }
    case 'ConfNak':
      return {
        en: `${head}: not these values; the sender proposes ${list.en}.`,
        ja: `${head}：要求された値を受け入れず、代わりの値を提案しています（${list.ja}）。`,
      }
    case 'ConfRej':
      return {
        en: `${head}: the sender refuses to negotiate ${list.en}.`,
        ja: `${head}：次の設定の交渉を拒否しました（${list.ja}）。`,
      }
    default:
      return upkeep(frame, head)
  }
}

function upkeep(frame: DecodedFrame, head: string): Words {
  switch (frame.codeName) {
    case 'TermReq':
      return {
        en: `${head}: the sender ends the link.`,
        ja: `${head}：送信側がリンクを終了します。`,
      }
    case 'TermAck':
      return { en: `${head}: the end is confirmed.`, ja: `${head}：終了を確認しました。` }
    case 'CodeRej':
      return {
        en: `${head}: the sender does not know the code of a packet it got.`,
        ja: `${head}：受信したパケットのコードに対応していません。`,
      }
    case 'ProtRej':
      return {
        en: `${head}: the sender does not speak protocol ${frame.rejected}.`,
        ja: `${head}：プロトコル ${frame.rejected} には対応していません。`,
      }
    case 'EchoReq':
      return {
        en: `${head}: are you there (magic ${frame.magic})?`,
        ja: `${head}：応答確認の要求です（magic ${frame.magic}）。`,
      }
    case 'EchoRep':
      return {
        en: `${head}: I am here (magic ${frame.magic}).`,
        ja: `${head}：応答確認への返答です（magic ${frame.magic}）。`,
      }
    case 'DiscReq':
      return {
        en: `${head}: to be ignored; some modems send one before they authenticate.`,
        ja: `${head}：無視してよいパケットです（認証の直前に送るモデムがあります）。`,
      }
    default:
      return { en: `${head}.`, ja: `${head} です。` }
  }
}

function pap(frame: DecodedFrame): Words {
  const head = `PAP ${frame.codeName} ${frame.id}`
  const says = frame.message ? ` (“${frame.message}”)` : ''
  const saysJa = frame.message ? `（「${frame.message}」）` : ''
  switch (frame.codeName) {
    case 'AuthReq':
      return {
        en: `${head}: user “${frame.peerId}” with a password.`,
        ja: `${head}：ユーザー「${frame.peerId}」とパスワードを送っています。`,
      }
    case 'AuthAck':
      return {
        en: `${head}: user and password are accepted${says}.`,
        ja: `${head}：認証に成功しました${saysJa}。`,
      }
    default:
      return {
        en: `${head}: user or password is refused${says}.`,
        ja: `${head}：認証が拒否されました${saysJa}。`,
      }
  }
}

function chap(frame: DecodedFrame): Words {
  const head = `CHAP ${frame.codeName} ${frame.id}`
  const says = frame.message ? ` (“${frame.message}”)` : ''
  const saysJa = frame.message ? `（「${frame.message}」）` : ''
  switch (frame.codeName) {
    case 'Challenge':
      return {
        en: `${head}: “${frame.name}” wants proof of the password.`,
        ja: `${head}：「${frame.name}」がパスワードの証明を求めています。`,
      }
    case 'Response':
      return {
        en: `${head}: user “${frame.name}” answers the challenge with its password.`,
        ja: `${head}：ユーザー「${frame.name}」がチャレンジに応答しました。`,
      }
    case 'Success':
      return {
        en: `${head}: user and password are accepted${says}.`,
        ja: `${head}：認証に成功しました${saysJa}。`,
      }
    default:
      return {
        en: `${head}: user or password is refused${says}.`,
        ja: `${head}：認証が拒否されました${saysJa}。`,
      }
  }
}

const ipProtocols: Readonly<Record<number, string>> = {
  1: 'ICMP',
  6: 'TCP',
  17: 'UDP',
  58: 'ICMPv6',
}

function ip(frame: DecodedFrame): Words {
  const packet = frame.ip
  const version = frame.protocolName === 'IPV6' ? 'IPv6' : 'IPv4'
  if (!packet) return { en: `An ${version} packet.`, ja: `${version} パケットです。` }
  const kind = ipProtocols[packet.proto] ?? `protocol ${packet.proto}`
  return {
    en: `${version} ${kind} from ${packet.src} to ${packet.dst}, ${packet.totalLength} octets.`,
    ja: `${version} ${kind}：${packet.src} から ${packet.dst} へ、${packet.totalLength} オクテット。`,
  }
}
