import type { Words } from '../words'

/** What the ends of a link are told by. */
export const closedHere: Words = { en: 'closed here', ja: 'こちらから切断' }
export const stoppedHere: Words = { en: 'stopped here', ja: 'こちらから停止' }

/** As pppd says it, when a person ends the link. */
export const userRequest: Words = { en: 'User request', ja: '利用者の操作' }
export const endedByNetwork: Words = { en: 'ended by the network', ja: 'ネットワーク側から終了' }

/** Whose password was not taken. */
export const userWords = (user: string): Words => ({
  en: `user “${user}”`,
  ja: `ユーザー「${user}」`,
})

export const noChallenge: Words = {
  en: 'no CHAP challenge came',
  ja: 'CHAP の Challenge が届きません',
}

export const chapResponseUnanswered: Words = {
  en: 'the CHAP response was not answered',
  ja: 'CHAP の応答に返事がありません',
}

export const challengeUnanswered: Words = {
  en: 'the challenge was not answered',
  ja: 'チャレンジに返事がありません',
}

export const nothingSpecial: Words = { en: 'nothing special', ja: '特になし' }

export const authenticationBy = (value: null | string | number): Words => ({
  en: `authentication by ${value}`,
  ja: `${value} 認証`,
})

export const mruOf = (value: null | string | number): Words => ({
  en: `packets of at most ${value} octets (MRU)`,
  ja: `最大受信長 ${value} オクテット（MRU）`,
})

export const magicOf = (value: null | string | number): Words => ({
  en: `magic number ${value}`,
  ja: `マジックナンバー ${value}`,
})

export const pfcOption: Words = { en: 'one-octet protocol (PFC)', ja: 'プロトコル欄の圧縮（PFC）' }

export const acfcOption: Words = {
  en: 'no address and control (ACFC)',
  ja: 'アドレス・制御欄の省略（ACFC）',
}

export const addressOf = (value: string): Words => ({
  en: `address ${value}`,
  ja: `アドレス ${value}`,
})

export const addressWanted: Words = { en: 'an address to be given', ja: 'アドレスの割り当て' }

export const noAddressYet: Words = { en: 'no address yet (0.0.0.0)', ja: 'アドレス未定（0.0.0.0）' }

export const interfaceIdentifierOf = (text: string): Words => ({
  en: `interface identifier ${text}`,
  ja: `インターフェース識別子 ${text}`,
})

export const interfaceIdentifierWanted: Words = {
  en: 'an interface identifier to be given',
  ja: 'インターフェース識別子の割り当て',
}

export const noInterfaceIdentifier: Words = {
  en: 'no interface identifier (zero)',
  ja: 'インターフェース識別子なし（0）',
}

export const nameServerWanted = (name: string): Words => ({
  en: `a name server to be given (${name})`,
  ja: `DNS サーバーの割り当て（${name}）`,
})

export const noNameServerYet = (name: string): Words => ({
  en: `no ${name} (0.0.0.0)`,
  ja: `${name} なし（0.0.0.0）`,
})

export const nothingEscaped: Words = {
  en: 'no control octet escaped (ACCM 0)',
  ja: '制御文字のエスケープなし（ACCM 0）',
}

export const allEscaped: Words = {
  en: 'every control octet escaped (ACCM ffffffff)',
  ja: '全制御文字をエスケープ（ACCM ffffffff）',
}

export const someEscaped = (value: string): Words => ({
  en: `some control octets escaped (ACCM ${value})`,
  ja: `一部の制御文字をエスケープ（ACCM ${value}）`,
})

export const otherProtocol = (protocolName: string, protocol: string): Words => ({
  en: `A packet of protocol ${protocolName} (${protocol}).`,
  ja: `プロトコル ${protocolName}（${protocol}）のパケットです。`,
})

export const malformedFrame = (name: string, error: Words): Words => ({
  en: `${name}: the frame arrived whole, but its content is malformed: ${error.en}.`,
  ja: `${name}：フレームは正常に届きましたが、内容が不正です（${error.ja}）。`,
})

export const asksFor = (head: string, list: Words): Words => ({
  en: `${head}: the sender asks for ${list.en}.`,
  ja: `${head}：次の設定を要求しています（${list.ja}）。`,
})

export const agreesTo = (head: string, list: Words): Words => ({
  en: `${head}: agreed: ${list.en}.`,
  ja: `${head}：要求された設定に同意しました（${list.ja}）。`,
})

export const proposes = (head: string, list: Words): Words => ({
  en: `${head}: not these values; the sender proposes ${list.en}.`,
  ja: `${head}：要求された値を受け入れず、代わりの値を提案しています（${list.ja}）。`,
})

export const refusesOptions = (head: string, list: Words): Words => ({
  en: `${head}: the sender refuses to negotiate ${list.en}.`,
  ja: `${head}：次の設定の交渉を拒否しました（${list.ja}）。`,
})

export const endsLink = (head: string): Words => ({
  en: `${head}: the sender ends the link.`,
  ja: `${head}：送信側がリンクを終了します。`,
})

export const confirmsEnd = (head: string): Words => ({
  en: `${head}: the end is confirmed.`,
  ja: `${head}：終了を確認しました。`,
})

export const knowsNoCode = (head: string): Words => ({
  en: `${head}: the sender does not know the code of a packet it got.`,
  ja: `${head}：受信したパケットのコードに対応していません。`,
})

export const speaksNoProtocol = (head: string, rejected: undefined | string): Words => ({
  en: `${head}: the sender does not speak protocol ${rejected}.`,
  ja: `${head}：プロトコル ${rejected} には対応していません。`,
})

export const asksIfThere = (head: string, magic: undefined | string): Words => ({
  en: `${head}: are you there (magic ${magic})?`,
  ja: `${head}：応答確認の要求です（magic ${magic}）。`,
})

export const saysHere = (head: string, magic: undefined | string): Words => ({
  en: `${head}: I am here (magic ${magic}).`,
  ja: `${head}：応答確認への返答です（magic ${magic}）。`,
})

export const toBeIgnored = (head: string): Words => ({
  en: `${head}: to be ignored; some modems send one before they authenticate.`,
  ja: `${head}：無視してよいパケットです（認証の直前に送るモデムがあります）。`,
})

export const headAlone = (head: string): Words => ({ en: `${head}.`, ja: `${head} です。` })

export const papRequest = (head: string, peerId: undefined | string): Words => ({
  en: `${head}: user “${peerId}” with a password.`,
  ja: `${head}：ユーザー「${peerId}」とパスワードを送っています。`,
})

export const papAccepted = (head: string, says: string, saysJa: string): Words => ({
  en: `${head}: user and password are accepted${says}.`,
  ja: `${head}：認証に成功しました${saysJa}。`,
})

export const papRefused = (head: string, says: string, saysJa: string): Words => ({
  en: `${head}: user or password is refused${says}.`,
  ja: `${head}：認証が拒否されました${saysJa}。`,
})

export const challengeOf = (head: string, name: undefined | string): Words => ({
  en: `${head}: “${name}” wants proof of the password.`,
  ja: `${head}：「${name}」がパスワードの証明を求めています。`,
})

export const responseOf = (head: string, name: undefined | string): Words => ({
  en: `${head}: user “${name}” answers the challenge with its password.`,
  ja: `${head}：ユーザー「${name}」がチャレンジに応答しました。`,
})

export const chapAccepted = (head: string, says: string, saysJa: string): Words => ({
  en: `${head}: user and password are accepted${says}.`,
  ja: `${head}：認証に成功しました${saysJa}。`,
})

export const chapRefused = (head: string, says: string, saysJa: string): Words => ({
  en: `${head}: user or password is refused${says}.`,
  ja: `${head}：認証が拒否されました${saysJa}。`,
})

export const ipPacket = (version: string): Words => ({
  en: `An ${version} packet.`,
  ja: `${version} パケットです。`,
})

export const ipPacketFromTo = (
  version: string,
  kind: string,
  src: string,
  dst: string,
  totalLength: number,
): Words => ({
  en: `${version} ${kind} from ${src} to ${dst}, ${totalLength} octets.`,
  ja: `${version} ${kind}：${src} から ${dst} へ、${totalLength} オクテット。`,
})

export const damagedWithin = (bad: number, all: number): Words => ({
  en: `${bad} of ${all} frames within 10 s were damaged`,
  ja: `10 秒間のフレーム ${all} 個のうち ${bad} 個が破損`,
})

export const authenticationTooLong: Words = {
  en: 'authentication did not end',
  ja: '認証が終わりません',
}

export const ipcpWithoutAddress: Words = {
  en: 'IPCP was agreed, but without an address for us',
  ja: 'IPCP は合意しましたが、アドレスが割り当てられません',
}

export const duringAuthentication = (seen: Words): Words => ({
  en: `${seen.en} during authentication`,
  ja: `認証中に ${seen.ja}`,
})

export const afterMinutesWithoutTraffic = (seen: Words, minutes: number): Words => ({
  en: `${seen.en} after ${minutes} min without traffic`,
  ja: `無通信 ${minutes} 分の後に ${seen.ja}`,
})

export const ipcpRejected: Words = {
  en: 'the modem rejected the protocol IPCP',
  ja: 'モデムが IPCP を拒否しました（Protocol-Reject）',
}

export const ipv4Rejected: Words = {
  en: 'the modem rejected IPv4 packets',
  ja: 'モデムが IPv4 パケットを拒否しました（Protocol-Reject）',
}

export const ipv6cpRejected: Words = {
  en: 'the modem rejected the protocol IPV6CP',
  ja: 'モデムが IPV6CP を拒否しました（Protocol-Reject）',
}

export const ipv6Rejected: Words = {
  en: 'the modem rejected IPv6 packets',
  ja: 'モデムが IPv6 パケットを拒否しました（Protocol-Reject）',
}

export const methodRejected: Words = {
  en: 'the modem rejected its own method',
  ja: 'モデムが自ら要求した認証方式を拒否しました',
}

export const echoesUnanswered = (count: number): Words => ({
  en: `${count} echoes were not answered`,
  ja: `エコー要求 ${count} 回に応答がありません`,
})

export const negotiatedAgain = (times: number): Words => ({
  en: `negotiated again ${times} times within a minute`,
  ja: `1 分間に ${times} 回の再ネゴシエーション`,
})

export const requestsCameBack = (loops: number): Words => ({
  en: `${loops} of our requests came back`,
  ja: `こちらの要求が ${loops} 回そのまま戻りました`,
})

export const modemInsistsOn = (unsupported: string): Words => ({
  en: `the modem insists on ${unsupported}`,
  ja: `モデムは ${unsupported} を要求し続けています`,
})

export const terminateRequests = (terminated: number): Words => ({
  en: `${terminated} Terminate-Requests`,
  ja: `Terminate-Request ${terminated} 回`,
})

export const damagedAndWhole = (badFcs: number, rxFrames: number): Words => ({
  en: `${badFcs} damaged frames, ${rxFrames} whole ones`,
  ja: `破損フレーム ${badFcs}、正常フレーム ${rxFrames}`,
})

export const lcpWithoutAgreement = (lcpFrames: number): Words => ({
  en: `${lcpFrames} LCP packets, but no agreement`,
  ja: `LCP パケット ${lcpFrames} 個を受信しましたが、合意に至りません`,
})

export const noWholeFrame = (rxBytes: number): Words => ({
  en: `${rxBytes} octets, not one whole frame`,
  ja: `${rxBytes} オクテットを受信しましたが、正常なフレームがありません`,
})

export const octetsCame = (octets: string): Words => ({
  en: `${octets} octets came`,
  ja: `受信 ${octets} オクテット`,
})

export const zeroAddressAnswered = (zeroNaks: number): Words => ({
  en: `the modem answered 0.0.0.0 ${zeroNaks} times`,
  ja: `モデムの応答は 0.0.0.0（${zeroNaks} 回）`,
})

export const ipcpWithoutAgreement = (answers: number): Words => ({
  en: `${answers} IPCP packets came, but no agreement`,
  ja: `IPCP パケット ${answers} 個を受信しましたが、合意に至りません`,
})

export const ipcpUnanswered = (asked: number): Words => ({
  en: `${asked} IPCP requests were not answered`,
  ja: `IPCP 要求 ${asked} 回に応答がありません`,
})

export const ipv6cpWithoutAgreement = (answers: number): Words => ({
  en: `${answers} IPV6CP packets came, but no agreement`,
  ja: `IPV6CP パケット ${answers} 個を受信しましたが、合意に至りません`,
})

export const ipv6cpUnanswered = (asked: number): Words => ({
  en: `${asked} IPV6CP requests were not answered`,
  ja: `IPV6CP 要求 ${asked} 回に応答がありません`,
})

export const neverSettledValues: Words = {
  en: 'the proposed values never settled',
  ja: '提案された値が定まりません',
}

/** The last lines of text between frames, quoted; undefined where there are none. */
export function wrote(lines: readonly string[]): Words | undefined {
  if (lines.length === 0) return undefined
  const quoted = lines.join(' / ')
  return { en: `the modem wrote: ${quoted}`, ja: `モデムの出力：${quoted}` }
}

export const papUnanswered = (tries: number): Words => ({
  en: `${tries} PAP requests were not answered`,
  ja: `PAP 要求 ${tries} 回に応答がありません`,
})

export const noPapRequest: Words = {
  en: 'the client sent no PAP request',
  ja: 'クライアントから PAP 要求がありません',
}

export const ownEchoCameBack: Words = {
  en: 'our own echo came back',
  ja: 'こちらのエコー要求がそのまま戻りました',
}
