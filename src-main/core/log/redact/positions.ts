import type { Span } from './span'
import { matches } from './matches'

/** Degrees with their hemispheres: NMEA 0183 sentences, +CGPSINFO, +CGNSSINFO, +QGPSLOC, $GPSACP. */
const hemispheres = /(?<![\d.])\d{1,5}\.\d{2,},? ?[NS] ?, ?\d{1,6}\.\d{2,},? ?[EW](?![A-Za-z])/g
/** Two decimals in a row, on a line that is about a place: +CGNSINF, +UULOC, +CLBS, +QLBS, #XGPS, a link to a map. */
const decimals = /(?<![\d.-])(?<!\d:)-?\d{1,3}\.\d{2,10}[, ] ?-?\d{1,3}\.\d{2,10}(?![\d.])/g
/** One of the two, where the other stands elsewhere. */
const single = /(?<![\d.])(?:\d{3,6}\.\d{2,}|\d{1,3}\.\d{4,}),?[NSEW](?![A-Za-z\d])/g
const fine = /(?<![\d.-])(?<!\d:)-?\d{1,3}\.\d{5,10}(?![\d.])/g
const aboutPlace =
  /GPS|GNS|LOC|LBS\b|maps?\b|position|latitude|\bpos\b|coord|位置|座標|現在地|\bgeo:/i
/** `Lat: 49 Deg 10 Min 21.49 Sec N  (0x008BE6D0)`, as Sierra's !GPSLOC and !GPSSTATUS say it, and 49°10'21.49"N. */
const sexagesimal =
  /(?<![\d.])\d{1,3} ?(?:Deg|°) ?\d{1,2} ?(?:Min|['′’]) ?\d{1,2}(?:\.\d+)? ?(?:Sec|["″”]|'') ?[NSEW](?: *\(0x[\dA-F]{1,8}\))?/gi
/** 北緯35.68度, 東経139度45分2秒 */
const japanese =
  /[北南]緯\s*\d{1,3}(?:\.\d+)?(?:\s*[度°]\s*(?:\d{1,2}(?:\.\d+)?\s*[分′']\s*(?:\d{1,2}(?:\.\d+)?\s*[秒″"])?)?)?|[東西]経\s*\d{1,3}(?:\.\d+)?(?:\s*[度°]\s*(?:\d{1,2}(?:\.\d+)?\s*[分′']\s*(?:\d{1,2}(?:\.\d+)?\s*[秒″"])?)?)?/g
/** A word and a number, as people write both: `lat 35.68 lon 139.77`, 緯度 35.68. */
const spoken =
  /(?:\b(?:lat|lon|lng|long|latitude|longitude)\b(?:\s+(?:is|was))?\s+|[緯経]度\s*(?:[:=は]|が)?\s*)(-?\d{1,3}\.\d{2,})/dgi
const named =
  /\b(?:lat|lon|lng|latitude|longitude)(?:_deg)?\b\\?["']?\s*[:=]\s*\\?["']?(-?\d+\.\d+)/dgi

/** Open Location Code: eight digits of twenty and two or three behind the sign, which is a place of some metres. */
const plusCode = /(?<![\w+])(?=\d*[C-X])[2-9CFGHJMPQRVWX]{8}\+[2-9CFGHJMPQRVWX]{2,3}(?![\w+])/g

export function mayHoldPosition(text: string): boolean {
  return /\d\.\d\d|\d ?(?:Deg|°) ?\d|[緯経]|[2-9C-X]{4}\+[2-9C-X]{2}/i.test(text)
}

/** Where somebody was, to some metres. */
export function positions(text: string): Span[] {
  const spans = matches(hemispheres, text).map(({ 0: { length }, index }) => span(index, length))
  for (const { 0: one, index } of matches(single, text)) spans.push(span(index, one.length))
  for (const { 0: one, index } of matches(sexagesimal, text)) spans.push(span(index, one.length))
  for (const { 0: one, index } of matches(japanese, text))
    spans.push(span(index + 2, one.length - 2))
  for (const form of [named, spoken])
    for (const { indices } of matches(form, text)) {
      const place = indices?.[1]
      if (place) spans.push(span(place[0], place[1] - place[0]))
    }
  for (const { 0: one, index } of matches(plusCode, text)) spans.push(span(index, one.length))
  if (aboutPlace.test(text))
    for (const form of [decimals, fine])
      for (const { 0: pair, index } of matches(form, text)) spans.push(span(index, pair.length))
  return spans
}

function span(start: number, length: number): Span {
  return { kind: 'position', start, end: start + length }
}
