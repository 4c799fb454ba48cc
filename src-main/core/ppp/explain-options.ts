import type { Words } from '../words'
import type { DecodedOption } from './option-names'

/** The options of a packet as a list within a sentence; `code` says whether they are asked for or proposed. */
export function optionList(options: readonly DecodedOption[], code?: string): Words {
  if (options.length === 0) return { en: 'nothing special', ja: '特になし' }
  const named = options.map((option) => optionWords(option, code))
  return {
    en: named.map((words) => words.en).join(', '),
    ja: named.map((words) => words.ja).join('、'),
  }
}

function optionWords({ name, value }: DecodedOption, code: string | undefined): Words {
  switch (name) {
    case 'ip':
      return addressWords(String(value), code)
    case 'dns1':
    case 'dns2':
      return serverWords(name.toUpperCase(), String(value), code)
    case 'auth':
      return { en: `authentication by ${value}`, ja: `${value} 認証` }
    case 'mru':
      return {
        en: `packets of at most ${value} octets (MRU)`,
        ja: `最大受信長 ${value} オクテット（MRU）`,
      }
    case 'interface':
      return identifierWords(String(value), code)
    case 'accm':
      return mapWords(String(value))
    case 'magic':
      return { en: `magic number ${value}`, ja: `マジックナンバー ${value}` }
    case 'pfc':
      return { en: 'one-octet protocol (PFC)', ja: 'プロトコル欄の圧縮（PFC）' }
    case 'acfc':
      return { en: 'no address and control (ACFC)', ja: 'アドレス・制御欄の省略（ACFC）' }
    default: {
      const plain = value === null ? name : `${name} ${value}`
      return { en: plain, ja: plain }
    }
  }
}

const none = '0.0.0.0'

function addressWords(value: string, code: string | undefined): Words {
  if (value !== none) return { en: `address ${value}`, ja: `アドレス ${value}` }
  if (code === 'ConfReq') return { en: 'an address to be given', ja: 'アドレスの割り当て' }
  return { en: 'no address yet (0.0.0.0)', ja: 'アドレス未定（0.0.0.0）' }
}

function identifierWords(value: string, code: string | undefined): Words {
  const text = value.match(/.{4}/g)?.join(':') ?? value
  if (!/^0*$/.test(value))
    return { en: `interface identifier ${text}`, ja: `インターフェース識別子 ${text}` }
  if (code === 'ConfReq')
    return {
      en: 'an interface identifier to be given',
      ja: 'インターフェース識別子の割り当て',
    }
  return { en: 'no interface identifier (zero)', ja: 'インターフェース識別子なし（0）' }
}

function serverWords(name: string, value: string, code: string | undefined): Words {
  if (value !== none) return { en: `${name} ${value}`, ja: `${name} ${value}` }
  if (code === 'ConfReq')
    return { en: `a name server to be given (${name})`, ja: `DNS サーバーの割り当て（${name}）` }
  return { en: `no ${name} (0.0.0.0)`, ja: `${name} なし（0.0.0.0）` }
}

/** Which of the 32 control octets the sender wants escaped (RFC 1662 7.1). */
function mapWords(value: string): Words {
  if (value === '00000000')
    return { en: 'no control octet escaped (ACCM 0)', ja: '制御文字のエスケープなし（ACCM 0）' }
  if (value === 'ffffffff')
    return {
      en: 'every control octet escaped (ACCM ffffffff)',
      ja: '全制御文字をエスケープ（ACCM ffffffff）',
    }
  return {
    en: `some control octets escaped (ACCM ${value})`,
    ja: `一部の制御文字をエスケープ（ACCM ${value}）`,
  }
}
