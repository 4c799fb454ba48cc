import { expect, test } from 'vitest'
import { bg95 } from '@catalog/modems/personas/bg95'
import { ec25 } from '@catalog/modems/personas/ec25'
import { Host, prompt } from './host'

const registered = (persona = ec25) => new Host({ persona: prompt(persona) }).registered()

test('a mode or a band it is not on any more takes the modem off its cell, and is kept', async () => {
  const host = await registered()
  expect(await host.lines('AT+QCFG="band"')).toEqual(['+QCFG: "band",0x93,0x80800d5,0x0', 'OK'])
  expect(await host.lines('AT+QCFG="band",93,1,0,1')).toEqual(['OK'])
  await host.registered()
  expect((await host.lines('AT+QNWINFO'))[0]).toMatch(/"LTE BAND 1",276$/)
  expect(await host.lines('AT+QCFG="band",93,4,0,1')).toEqual(['OK'])
  expect(await host.lines('AT+QCFG="band",93,2,0,1')).toEqual(['+CME ERROR: 50'])
  expect(await host.lines('AT+QCFG="nwscanmode",2,1')).toEqual(['OK'])
  await host.registered()
  expect((await host.lines('AT+QENG="servingcell"'))[0]).toMatch(/"NOCONN","WCDMA",440,10,CD,/)
  expect(await host.lines('AT+QCFG="nwscanmode",7')).toEqual(['+CME ERROR: 50'])
})

test('neighbours of its operator are told, those of its frequency apart', async () => {
  const host = await registered()
  const rows = await host.lines('AT+QENG="neighbourcell"')
  expect(rows.map((row) => row.split(',').slice(0, 4).join())).toEqual([
    '+QENG: "neighbourcell intra","LTE",9510,181',
    '+QENG: "neighbourcell inter","LTE",6100,44',
    '+QENG: "neighbourcell inter","LTE",276,302',
    'OK',
  ])
})

test('a socket that is closed, in use, or without a context is said as such', async () => {
  const host = await registered(bg95)
  const open = 'AT+QIOPEN=1,0,"TCP","echo.example",7,0,0'
  expect(await host.lines(open)).toEqual(['ERROR'])
  expect(await host.lines('AT+QIACT=1', 3_000)).toEqual(['OK'])
  expect(await host.lines('AT+QIACT=1', 3_000)).toEqual(['ERROR'])
  expect(await host.lines(open, 5_000)).toEqual(['OK', '+QIOPEN: 0,0'])
  expect(await host.lines(open, 5_000)).toEqual(['OK', '+QIOPEN: 0,563'])
  expect(await host.lines('AT+QIOPEN=1,1,"TCP","nothing.example",7', 5_000)).toEqual([
    'OK',
    '+QIOPEN: 1,565',
  ])
  expect(await host.lines('AT+QIRD=0')).toEqual(['+QIRD: 0', 'OK'])
  expect(await host.lines('AT+QIDNSGIP=1,"echo.example"', 3_000)).toEqual([
    'OK',
    '+QIURC: "dnsgip",0,1,600',
    '+QIURC: "dnsgip","192.0.2.7"',
  ])
  host.modem.radio.detach()
  await host.clock.advance(1_000)
  expect(host.text).toContain('+QIURC: "pdpdeact",1')
  expect(await host.lines('AT+QIRD=0')).toEqual(['ERROR'])
})

test('AT+QPOWD turns it off with a last word', async () => {
  const host = await registered(bg95)
  expect(await host.lines('AT+QPOWD', 10_000)).toEqual(['OK', 'POWERED DOWN'])
  expect(host.modem.power.state).toBe('off')
})
