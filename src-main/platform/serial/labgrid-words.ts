import { durationText } from '@core/duration'
import type { Words } from '@core/words'

export const noClient: Words = {
  en: 'labgrid-client is not installed here (pip install labgrid), or not in PATH.',
  ja: 'labgrid-client がインストールされていないか、PATH にありません（pip install labgrid でインストールできます）。',
}

export const clientSilent = (ms: number): Words => ({
  en: `labgrid-client did not end within ${durationText(ms)}: look whether the coordinator runs (LG_COORDINATOR, LG_CROSSBAR).`,
  ja: `labgrid-client が ${durationText(ms, 'ja')}以内に終わりませんでした。コーディネーターの動作を確認してください（LG_COORDINATOR、LG_CROSSBAR）。`,
})

export const notAcquired = (place: string): Words => ({
  en: `the place "${place}" is acquired by nobody: labgrid-client -p ${place} acquire takes it.`,
  ja: `プレース「${place}」はまだ確保されていません。labgrid-client -p ${place} acquire で確保してください。`,
})

export const noSerialPort = (
  place: string,
  resource: string | undefined,
  names: readonly string[],
): Words => {
  const which = resource === undefined ? '' : ` "${resource}"`
  const there = names.length === 0 ? 'none' : names.join(', ')
  return {
    en: `the place "${place}" has no serial port${which} (NetworkSerialPort); there are: ${there}.`,
    ja: `プレース「${place}」にシリアルポート${resource === undefined ? '' : `「${resource}」`}（NetworkSerialPort）がありません（現在：${names.length === 0 ? 'なし' : names.join('、')}）。`,
  }
}

export const severalPorts = (place: string, names: readonly string[]): Words => ({
  en: `the place "${place}" has several serial ports: ${names.join(', ')}. Name one: labgrid:${place}/${names[0] ?? ''}.`,
  ja: `プレース「${place}」にはシリアルポートが複数あります（${names.join('、')}）。labgrid:${place}/${names[0] ?? ''} のように指定してください。`,
})

export const notThere = (place: string, name: string): Words => ({
  en: `the exporter of "${place}" does not see ${name} at present (avail is False): look at its cable and power there.`,
  ja: `「${place}」のエクスポーターから ${name} が見えません（avail が False）。接続先のケーブルと電源を確認してください。`,
})

export const proxyNeeded = (place: string, proxy: string): Words => ({
  en: `"${place}" is reached through ${proxy} alone (proxy_required): open a tunnel, ssh -L PORT:HOST:PORT ${proxy}, and rfc2217://127.0.0.1:PORT.`,
  ja: `「${place}」には ${proxy} を経由しないと接続できません（proxy_required）。ssh -L PORT:HOST:PORT ${proxy} でトンネルを作り、rfc2217://127.0.0.1:PORT を開いてください。`,
})

export const noAddress = (place: string, name: string): Words => ({
  en: `labgrid-client tells no host and port of ${name} in "${place}"; expected 'host' and 'port'.`,
  ja: `labgrid-client の出力に「${place}」の ${name} の host と port がありません。`,
})

export const noPlace = (name: string): Words => ({
  en: `"${name}": expected labgrid:PLACE or labgrid:PLACE/RESOURCE, such as labgrid:rack2-left.`,
  ja: `「${name}」：labgrid:プレース名 または labgrid:プレース名/リソース名 の形式で指定してください（例：labgrid:rack2-left）。`,
})
