import type { Words } from '@core/words'

export const noSuchPreset = (preset: string, ids: string): Words => ({
  en: `there is no preset "${preset}"; there are ${ids}`,
  ja: `プリセット「${preset}」はありません。${ids.replaceAll(', ', '、')} のいずれかを書いてください`,
})

export const presetOrApnMissing: Words = {
  en: 'is missing: give a preset, or an APN',
  ja: '指定がありません。preset または APN を書いてください',
}

export const tooManyEntries = (most: number, count: number): Words => ({
  en: `must be at most ${most} entries; found ${count}`,
  ja: `${most} 件以下にしてください（現在：${count} 件）`,
})

export const noSuchBoard = (id: string, ids: string): Words => ({
  en: `there is no board "${id}"; there are ${ids}`,
  ja: `ボード「${id}」はありません。${ids.replaceAll(', ', '、')} のいずれかを書いてください`,
})

export const pinSetsOf = (name: string, sets: string[]): Words => ({
  en: `${name} has ${sets.join(', ') || 'no pin sets'}`,
  ja: `${name} にあるピンの組は ${sets.join('、') || 'ありません'}`,
})

export const adapterExpected = (kinds: string, adapter: string): Words => ({
  en: `expected one of ${kinds}, such as cp2112:SERIAL; found "${adapter}"`,
  ja: `${kinds} のいずれかを cp2112:SERIAL のように書いてください（現在の値："${adapter}"）`,
})

export const adapterNeeded = (name: string): Words => ({
  en: `${name} needs "adapter": adapter: gpiod on a Raspberry Pi, or micropython:/dev/ttyACM0 for its own controller`,
  ja: `${name} には adapter の指定が必要です。Raspberry Pi では adapter: gpiod、ボード上のマイコンを使う場合は micropython:/dev/ttyACM0 と書いてください`,
})

export const powerLineNeeded = (name: string): Words => ({
  en: `${name} cannot be switched on without a power line, such as power: 17`,
  ja: `${name} の電源を入れるには power: 17 のような電源ラインの指定が必要です`,
})

export const managerNeedsModem: Words = {
  en: 'NetworkManager needs a modem of this computer: one of its devices, such as /dev/cdc-wdm0 or /dev/ttyUSB2',
  ja: 'NetworkManager にはこのコンピューターのモデムが必要です。/dev/cdc-wdm0 や /dev/ttyUSB2 のようなデバイスを書いてください',
}

export const dnsNeedsOwnLink: Words = {
  en: 'dns belongs to link: own; the operating system asks its name servers over any link',
  ja: 'dns は link: own のときの設定です。OS の名前解決はどのリンクを通るか決まりません',
}

export const managerHasPort: Words = {
  en: 'belongs to link: own; NetworkManager has the port',
  ja: 'link: own のときの設定です。ポートは NetworkManager が使用します',
}

export const systemRoutes: Words = {
  en: 'belongs to link: own; programs use the routes of the operating system',
  ja: 'link: own のときの設定です。OS のリンクでは経路が切り替わります',
}

export const systemHealth: Words = {
  en: 'belongs to link: own; health checks keep the link of the operating system alive',
  ja: 'link: own のときの設定です。OS のリンクでは死活監視が通信を保ちます',
}

export const portOfSlotA = (port: string): Words => ({
  en: `is the port of slot a: ${port}`,
  ja: `スロット A と同じポートです：${port}`,
})

export const notShorterThan = (other: string): Words => ({
  en: `must not be shorter than "${other}"`,
  ja: `「${other}」より短くできません`,
})

export const afterTheEnd: Words = {
  en: 'is after the end of the run ("for")',
  ja: '試験の終了（for）より後です',
}

export const noteNeeded: Words = {
  en: 'by-hand needs a note: what the person is to do',
  ja: 'by-hand には note（作業者への指示）が必要です',
}

export const ownLinkNeeded = (fault: string): Words => ({
  en: `${fault} needs link: own; NetworkManager has the modem`,
  ja: `${fault} には link: own が必要です。モデムは NetworkManager が使用しています`,
})

export const noSuchFault = (fault: string, names: string): Words => ({
  en: `there is no fault "${fault}"; there are ${names}`,
  ja: `障害「${fault}」はありません。${names.replaceAll(', ', '、')} のいずれかを書いてください`,
})

export const simulatedModemNeeded = (fault: string, slot: string): Words => ({
  en: `${fault} needs a simulated modem; slot ${slot} has none`,
  ja: `${fault} には模擬モデムが必要です（スロット ${slot} は実機）`,
})

export const pathExpected: Words = {
  en: 'expected data (the channel of the call) or at',
  ja: 'data（通話チャネル）または at を書いてください',
}

export const andMore = (more: number): Words => ({
  en: `and ${more} more; mend these first`,
  ja: `ほかに ${more} 件あります。先に上の項目を修正してください`,
})

export const presetOfSlotMissing = (name: string, preset: string): Words => ({
  en: `slots.${name}.preset: there is no preset "${preset}".`,
  ja: `slots.${name}.preset：プリセット「${preset}」はありません。`,
})

export const targetOfSlotMissing = (name: string): Words => ({
  en: `slots.${name}: a preset or connect.apn is missing.`,
  ja: `slots.${name}：preset または connect.apn を指定してください。`,
})

export const noYaml: Words = { en: 'The text is no YAML.', ja: 'YAML として読み取れません。' }

export const noControlCharacters: Words = {
  en: 'must not hold control characters',
  ja: '制御文字は使えません',
}

export const tcpPortExpected = (name: string): Words => ({
  en: `expected tcp:host:port, such as tcp:192.168.1.5:2000; found "${name}"`,
  ja: `tcp:host:port の形式で、tcp:192.168.1.5:2000 のように書いてください（現在の値："${name}"）`,
})

export const rfc2217PortExpected = (name: string): Words => ({
  en: `expected rfc2217://host:port, such as rfc2217://192.168.1.5:2217; found "${name}"`,
  ja: `rfc2217://host:port の形式で、rfc2217://192.168.1.5:2217 のように書いてください（現在の値："${name}"）`,
})

export const noSuchPorts = (scheme: string): Words => ({
  en: `there are no ports "${scheme}:"; write a device such as /dev/ttyUSB2 or COM7, tcp:host:port, rfc2217://host:port, micropython:… or sim:…`,
  ja: `「${scheme}:」というポートはありません。/dev/ttyUSB2、COM7、tcp:host:port、rfc2217://host:port、micropython:…、sim:… のいずれかを書いてください`,
})

export const alias: Words = {
  en: 'an alias (*name) has no anchor (&name) before it, or stands for itself or for too much; write the values out',
  ja: 'エイリアス（*名前）に対応するアンカー（&名前）がないか、自分自身を指しているか、展開が大きすぎます。値をそのまま書いてください',
}

export const deep = (deepest: number): Words => ({
  en: `brackets nest more than ${deepest} deep here; nothing that is read here does`,
  ja: `括弧の入れ子が ${deepest} 段を超えています。ここで読み込む設定にそのような深さはありません`,
})
