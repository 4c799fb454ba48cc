import type { Words } from '../words'

/** Why the octets of a frame or packet are not what they should be. */

export const noProtocolField: Words = {
  en: 'the frame has no protocol field',
  ja: 'プロトコル欄がありません',
}
export const protocolCutShort: Words = {
  en: 'the protocol field is cut short',
  ja: 'プロトコル欄が途中で切れています',
}
export const protocolEven: Words = {
  en: 'the protocol number is even, which no protocol is',
  ja: 'プロトコル番号が偶数です（偶数の番号はありません）',
}
export const escapeLost: Words = {
  en: 'it is one octet longer than its length field says: an escape was lost',
  ja: '長さ欄の値より 1 オクテット長く、エスケープが失われています',
}

const octets = (count: number) => (count === 1 ? '1 octet is' : `${count} octets are`)

export const tooShortForHead = (came: number): Words => ({
  en: `${octets(came)} too few for code, id and length`,
  ja: `${came} オクテットでは、コード、識別子、長さが揃いません`,
})
export const lengthBelowHead = (length: number): Words => ({
  en: `the length field says ${length}, less than the header`,
  ja: `長さ欄の値 ${length} がヘッダーより短くなっています`,
})
export const lengthBeyond = (length: number, came: number): Words => ({
  en: `the length field says ${length}, but only ${came} octet${came === 1 ? '' : 's'} came`,
  ja: `長さ欄の値は ${length} ですが、${came} オクテットしか届いていません`,
})

export const optionWithoutLength = (type: number): Words => ({
  en: `option ${type} has no length`,
  ja: `オプション ${type} に長さがありません`,
})
export const optionBelowHead = (type: number, length: number): Words => ({
  en: `option ${type} says length ${length}, less than its header`,
  ja: `オプション ${type} の長さ ${length} がヘッダーより短くなっています`,
})
export const optionBeyond = (type: number, length: number): Words => ({
  en: `option ${type} says length ${length}, past the end of the packet`,
  ja: `オプション ${type} の長さ ${length} がパケットの終わりを越えています`,
})
export const optionLengthWrong = (name: string): Words => ({
  en: `option ${name} has the wrong length`,
  ja: `オプション ${name} の長さが正しくありません`,
})

export const namesNoProtocol: Words = {
  en: 'it names no protocol',
  ja: '拒否するプロトコルの番号がありません',
}
export const noMagicNumber: Words = {
  en: 'it has no magic number',
  ja: 'マジックナンバーがありません',
}
export const noSuchCode = (protocol: 'PAP' | 'CHAP', code: number): Words => ({
  en: `${protocol} has no code ${code}`,
  ja: `${protocol} にコード ${code} はありません`,
})

export const requestEmpty: Words = { en: 'the request is empty', ja: '要求が空です' }
export const userBeyond: Words = {
  en: 'the user name runs past the end',
  ja: 'ユーザー名がパケットの終わりを越えています',
}
export const passwordBeyond: Words = {
  en: 'the password runs past the end',
  ja: 'パスワードがパケットの終わりを越えています',
}
export const valueEmpty: Words = { en: 'the value is empty', ja: '値が空です' }
export const valueBeyond: Words = {
  en: 'the value runs past the end',
  ja: '値がパケットの終わりを越えています',
}

export const tooShortForIp = (came: number, version: 4 | 6): Words => ({
  en: `${octets(came)} too few for an IPv${version} header`,
  ja: `${came} オクテットでは IPv${version} ヘッダーに足りません`,
})
export const otherIpVersion = (said: number, expected: 4 | 6): Words => ({
  en: `the packet says IP version ${said}, not ${expected}`,
  ja: `パケットの IP バージョンは ${expected} ではなく ${said} です`,
})
export const ipBeyond = (said: number, came: number): Words => ({
  en: `the header says ${said} octets, but only ${came} came`,
  ja: `ヘッダーの値は ${said} オクテットですが、${came} オクテットしか届いていません`,
})
