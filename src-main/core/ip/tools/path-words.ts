import type { Words } from '../../words'

export const probeOutcomes = {
  passed: { en: 'passed', ja: '通過' },
  'too-big': { en: 'too long', ja: '長すぎる' },
  lost: { en: 'no answer', ja: '応答なし' },
} satisfies { readonly [key: string]: Words }

export const norTcp: Words = { en: ' nor TCP', ja: '、TCP にも' }

export const norNothing: Words = { en: '', ja: 'に' }

export const noSizeProved = (host: string, tcp: Words): Words => ({
  en: `${host} answers neither echoes${tcp.en}, so that no size could be proved. Name another host, or a name server and probes by UDP.`,
  ja: `${host} が ping${tcp.ja}応答しないため、サイズを確認できません。別のホストを指定するか、DNS サーバーを指定して UDP で測定してください。`,
})

export const theRouter = (router: string): Words => ({
  en: `the router ${router}`,
  ja: `ルーター ${router} `,
})

export const wholeMtuPasses = (octets: number): Words => ({
  en: `Packets of ${octets} octets pass: the whole MTU of the link.`,
  ja: `${octets} オクテットのパケットが通過します（リンクの MTU と同じ）。`,
})

export const aRouter: Words = { en: 'a router', ja: 'ルーター' }

export const pathMtuSaid = (octets: number, router: Words, linkMtu: number): Words => ({
  en: `The path MTU is ${octets}, as ${router.en} says; the link itself has ${linkMtu}.`,
  ja: `パス MTU は ${octets} です（${router.ja}が通知、リンクの MTU は ${linkMtu}）。`,
})

export const longerUntried = (octets: number): Words => ({
  en: `Packets of ${octets} octets pass; longer ones cannot be tried by TCP, since the other side takes no longer segment.`,
  ja: `${octets} オクテットのパケットが通過します。相手の MSS の制限により、TCP ではこれより長いパケットを試せません。`,
})

export const longerVanish = (octets: number, linkMtu: number): Words => ({
  en: `The path MTU is ${octets}. Longer packets vanish, and no router says so (the link itself has ${linkMtu}).`,
  ja: `パス MTU は ${octets} です。これより長いパケットは通知なしに破棄されます（リンクの MTU は ${linkMtu}）。`,
})

export const mssShortened = (theirs: number, ours: number): Words => ({
  en: ` The MSS in the SYN-ACK is ${theirs}, not ${ours}: the network (MSS clamping) or the server keeps TCP shorter.`,
  ja: `SYN-ACK の MSS は ${ours} ではなく ${theirs} です。ネットワーク（MSS クランプ）またはサーバーが TCP セグメントを短く制限しています。`,
})

export const mssKept = (theirs: number): Words => ({
  en: ` The MSS in the SYN-ACK is ${theirs}: nobody on the way shortens it.`,
  ja: `SYN-ACK の MSS は ${theirs} で、途中での書き換え（MSS クランプ）はありません。`,
})

export const stallsAt = (octets: number, fitting: number): Words => ({
  en: ` TCP would send longer segments than pass, and stall: set the MTU of the device to ${octets} (MSS ${fitting}).`,
  ja: `通過できない長さの TCP セグメントが送られ、通信が止まる恐れがあります。機器の MTU を ${octets}（MSS ${fitting}）に設定してください。`,
})

export const learnsOf = (octets: number): Words => ({
  en: ` TCP learns of ${octets} from the router’s message: a firewall must let it through.`,
  ja: `TCP はルーターの通知から ${octets} を知ります。ファイアウォールでこの通知（ICMP）を遮断しないでください。`,
})

export const natTimeoutTakes = (seconds: number): Words => ({
  en: `Takes up to ${seconds} s and a few kB; the link must not carry anything else meanwhile.`,
  ja: `最長 ${seconds} 秒かかり、数 kB を使います。実行中はほかの通信を行わないでください。`,
})

export const silenceOutcomes = {
  kept: { en: 'passes as before', ja: '通信を継続' },
  lost: { en: 'forgotten', ja: 'マッピング消失' },
  ended: { en: 'the server ended it', ja: 'サーバーが切断' },
  unseen: { en: 'no answer', ja: '応答なし' },
} satisfies { readonly [key: string]: Words }

export const noNat = (name: string): Words => ({
  en: `${name}: no NAT, the server sees the address of the link; a firewall may still forget silent flows.`,
  ja: `${name}：NAT はありません（サーバーから見えるアドレスが回線のアドレスと同じ）。ただしファイアウォールが無通信のフローを破棄することはあります。`,
})

export const portsKept = (name: string): Words => ({
  en: `${name}: the NAT keeps port numbers, so that a forgotten flow looks like a kept one; STUN cannot tell.`,
  ja: `${name}：NAT がポート番号を保持するため、STUN では判定できません。`,
})

export const nothingToSay = (name: string): Words => ({
  en: `${name}: nothing can be said; the server did not answer, or ended the connections itself. Name another.`,
  ja: `${name}：判定できません。サーバーが応答しないか、サーバー側から切断されました。別のサーバーを指定してください。`,
})

export const outlived = (name: string, keptSeconds: number): Words => ({
  en: `${name}: ${keptSeconds} s of silence are outlived, the longest that was tried.`,
  ja: `${name}：試した最長の無通信時間 ${keptSeconds} 秒でも維持されます。`,
})

export const tooLongAlready = (name: string, lostSeconds: number): Words => ({
  en: `${name}: ${lostSeconds} s of silence are too long already.`,
  ja: `${name}：${lostSeconds} 秒の無通信で失われます。`,
})

export const forgottenBetween = (
  name: string,
  keptSeconds: number,
  lostSeconds: number,
  every: number,
): Words => ({
  en: `${name}: silent flows are forgotten between ${keptSeconds} and ${lostSeconds} s: send something every ${every} s.`,
  ja: `${name}：無通信 ${keptSeconds}～${lostSeconds} 秒で失われます。${every} 秒ごとに何か送信してください。`,
})

export const noAnswer: Words = { en: 'no answer', ja: '応答なし' }

export const ofTheNetwork = (server: string): Words => ({
  en: `${server} (of the network)`,
  ja: `${server}（ネットワーク提供）`,
})

export const resolverRow = (
  server: Words,
  first: string,
  later: string,
  answered: number,
  asked: number,
): Words => ({
  en: `${server.en}: first ${first}, then ${later}, ${answered} of ${asked} answered`,
  ja: `${server.ja}：初回 ${first}、2 回目以降の中央値 ${later}、応答 ${answered}/${asked}`,
})

export const noDifference: Words = { en: 'nothing', ja: 'なし' }

export const noResolverAnswers: Words = {
  en: 'No name server answers. Ping an address to see whether the link carries packets at all.',
  ja: 'どの DNS サーバーも応答しません。アドレスに ping して、回線自体が通じているか確認してください。',
}

export const allSaySame: Words = {
  en: ' All that answer say the same.',
  ja: '応答したサーバーの回答はすべて一致しています。',
}

export const noneGiven: Words = {
  en: 'The network gave no name server.',
  ja: 'ネットワークから DNS サーバーが通知されていません。',
}

export const ownSilent = (server: string): Words => ({
  en: `The network’s ${server} does not answer.`,
  ja: `ネットワークの ${server} は応答しません。`,
})

export const ownPace = (server: string, pace: string): Words => ({
  en: `The network’s ${server}: ${pace}.`,
  ja: `ネットワークの ${server}：${pace}。`,
})

export const fastestResolver = (
  server: string,
  pace: string,
  own: Words,
  silent: Words,
  same: Words,
): Words => ({
  en: `Fastest: ${server}, ${pace}. ${own.en}${silent.en}${same.en}`,
  ja: `最速は ${server}（${pace}）。${own.ja}${silent.ja}${same.ja}`,
})

export const silentResolvers = (names: string[]): Words => ({
  en: ` No answer from ${names.join(', ')}.`,
  ja: `${names.join('、')} は応答しません。`,
})

export const hopsAway = (host: string, hops: number): Words => ({
  en: `${host} is ${hops} hops away.`,
  ja: `${host} まで ${hops} ホップです。`,
})

export const noRouterAnswers = (host: string): Words => ({
  en: `No router on the way to ${host} answers; many operators hide theirs.`,
  ja: `${host} までの経路上のルーターは応答しません（応答しないネットワークは珍しくありません）。`,
})

export const notReached = (host: string, address: string, ttl: number): Words => ({
  en: `${host} was not reached; the last to answer was ${address}, hop ${ttl}.`,
  ja: `${host} に到達しませんでした。最後に応答したのは ${ttl} ホップ目の ${address} です。`,
})

export const differsAbout = (names: readonly string[]): Words => ({
  en: ` They differ about ${names.join(', ')}: content networks answer by place, but a refusal or a private address is a filter.`,
  ja: `${names.join('、')} の回答が一致しません。CDN では場所により異なる回答が普通ですが、拒否やプライベートアドレスはフィルターによるものです。`,
})
