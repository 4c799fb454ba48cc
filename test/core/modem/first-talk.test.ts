import { expect, test } from 'vitest'
import { bytesOf } from '@core/bytes'
import { FirstTalk } from '@core/modem/first-talk'

const report = bytesOf('\r\n+CREG: 1,"1A2B","0100000",7\r\n')
/** LCP Configure-Request. */
const ppp = Uint8Array.from([0x7e, 0xff, 0x03, 0xc0, 0x21, 0x01, 0x01, 0x00, 0x04])

function afterReports(count: number): FirstTalk {
  const talk = new FirstTalk()
  for (let n = 0; n < count; n++) expect(talk.hear(report)).toBeUndefined()
  return talk
}

test.each([0, 1, 60, 500])('PPP behind %i reports is heard, however it is cut', (count) => {
  expect(afterReports(count).hear(ppp)).toBe('ppp')
  for (let cut = 1; cut < ppp.length; cut++) {
    const talk = afterReports(count)
    const heard = [talk.hear(ppp.subarray(0, cut)), talk.hear(ppp.subarray(cut))]
    expect(heard).toContain('ppp')
  }
})

test('a flag that text carries does not hide the frame that comes long after', () => {
  const talk = afterReports(10)
  talk.hear(bytesOf('\r\n+COPS: 0,0,"~"\r\n'))
  for (let n = 0; n < 200; n++) talk.hear(report)
  expect(talk.kind).toBe('text')
  expect([...ppp].map((octet) => talk.hear(Uint8Array.of(octet)))).toContain('ppp')
})

test('only the newest octets say who speaks', () => {
  const talk = new FirstTalk()
  talk.hear(bytesOf('\xff\x00\x81'.repeat(100)))
  expect(talk.kind).toBe('noise')
  for (let n = 0; n < 100; n++) talk.hear(report)
  expect(talk.kind).toBe('text')
  talk.forget()
  expect(talk.kind).toBe('nothing')
})
