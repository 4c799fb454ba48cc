import type { Words } from '@contract'

export const noTraffic: Words = {
  en: 'Expected what passes: --traffic https:10m:200 (kind, how often, octets of content).',
  ja: '通信内容を指定してください。例：--traffic https:10m:200（種類、間隔、内容のオクテット数）。',
}

export const trafficExpected = (label: string): Words => ({
  en: `${label}: expected a kind, how often and octets of content, such as https:10m:200 or mqtts-ping:60s (modem-bench day-cost --help names the kinds).`,
  ja: `${label}：種類、間隔、内容のオクテット数を https:10m:200 や mqtts-ping:60s のように指定してください（種類は modem-bench day-cost --help で確認できます）。`,
})
