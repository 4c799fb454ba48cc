import { describe } from 'vitest'
import { marks, reads, says } from './rows'

describe('Telit Cinterion', () => {
  reads([
    [
      'AT^SICA?',
      '\r\n^SICA: 1,1\r\n^SICA: 3,0\r\n\r\nOK\r\n',
      {
        contexts: [
          { cid: 1, state: 1 },
          { cid: 3, state: 0 },
        ],
      },
    ],
    ['AT^SICA=1,3', '\r\nOK\r\n', { state: 1, cid: 3 }],
    [
      'AT^SISS=0,srvType,Socket',
      '\r\nOK\r\n',
      { service: 0, parameter: 'srvType', value: 'Socket' },
    ],
    [
      'AT^SISS?',
      '\r\n^SISS: 0,"srvType","Socket"\r\n^SISS: 0,"conId","1"\r\n^SISS: 1,"srvType",""\r\n\r\nOK\r\n',
      {
        profiles: [
          { service: 0, parameter: 'srvType', value: 'Socket' },
          { value: '1' },
          { service: 1, value: null },
        ],
      },
    ],
    [
      'AT^SISI=1',
      '\r\n^SISI: 1,4,0,0,0,0\r\n\r\nOK\r\n',
      { services: [{ service: 1, state: 4, unacked: 0 }] },
    ],
    [
      'AT^SISI?',
      '\r\n^SISI: 0,""\r\n^SISI: 1,2,0,0,0,0\r\n\r\nOK\r\n',
      { services: [{ service: 0, state: null }, { state: 2 }] },
    ],
    [
      'AT^SISR=1,1500',
      '\r\n^SISR: 1,8\r\ntest tcp\r\nOK\r\n',
      { service: 1, length: 8, data: 'test tcp' },
    ],
    [null, '^SISR: 1,1', { service: 1, cause: 1 }],
    ['AT^SISW=1,10', '\r\n^SISW: 1,10,0\r\n\r\nOK\r\n', { service: 1, accepted: 10, unacked: 0 }],
    [null, '^SISW: 1,2', { service: 1, cause: 2 }],
    [
      null,
      '^SIS: 1,0,48,"Remote peer has closed the connection"',
      { service: 1, cause: 0, info: 48 },
    ],
    [
      'AT^SISE=1',
      '\r\n^SISE: 1,20,"Connection timed out"\r\n\r\nOK\r\n',
      { services: [{ info: 20 }] },
    ],
    [
      'AT^SICI?',
      '\r\n^SICI: 0,2,1,"10.20.30.40"\r\n\r\nOK\r\n',
      { profiles: [{ state: 2, services: 1 }] },
    ],
    [
      'AT^SCFG?',
      '\r\n^SCFG: "GPRS/AutoAttach","enabled"\r\n^SCFG: "Radio/Band","1","2"\r\n\r\nOK\r\n',
      { settings: [{ item: 'GPRS/AutoAttach', values: ['enabled'] }, { values: ['1', '2'] }] },
    ],
    ['AT^SBV', '\r\n^SBV: 3959\r\n\r\nOK\r\n', { voltage_mv: 3959 }],
    ['AT^SCTM?', '\r\n^SCTM: 0,0,41\r\n\r\nOK\r\n', { mode: 0, level: 0, temperature_c: 41 }],
    [null, '^SCTM_B: 1', { level: 1 }],
    ['AT^SCKS?', '\r\n^SCKS: 0,1\r\n\r\nOK\r\n', { mode: 0, card: 1 }],
    [null, '^SCKS: 0', { card: 0 }],
    ['AT^SPIC', '\r\n^SPIC: 3\r\n\r\nOK\r\n', { tries: 3 }],
    [
      'AT^SGPSC?',
      '\r\n^SGPSC: "Engine","1"\r\n^SGPSC: "Info","Urc","off"\r\n\r\nOK\r\n',
      { settings: [{ item: 'Engine', values: ['1'] }, { values: ['Urc', 'off'] }] },
    ],
    [
      'AT^SISX="HostByName","a.example"',
      '\r\n^SISX: "HostByName","192.0.2.7"\r\n\r\nOK\r\n',
      { tool: 'HostByName', values: ['192.0.2.7'] },
    ],
    ['AT^SMSO', '\r\n^SMSO: MS OFF\r\n\r\nOK\r\n', { text: 'MS OFF' }],
  ])
  says([
    [
      null,
      '^SIS: 1,0,20,"Connection timed out"',
      'failed: Connection timed out (20)',
      '失敗しました：Connection timed out（20）',
    ],
    [null, '^SIS: 0,5', 'cause 5', '種別 5'],
    [null, '^SBC: Undervoltage', 'too low', '電源電圧が低下'],
    ['AT^SISI=1', '^SISI: 1,7,0,0,0,0\r\n\r\nOK', 'alerting', '着信通知'],
    ['AT^SISI=1', '^SISI: 1,99,0,0,0,0\r\n\r\nOK', 'state 99', '状態 99'],
    ['AT^SICA=1,1', 'OK', 'state 1 (up)', '状態 1（接続）'],
    ['AT^SXRAT=3', 'OK', 'LTE', 'LTE'],
  ])
  marks([
    ['AT^SICS=0,passwd,letmein', ['letmein']],
    ['AT^SISS=2,"user","lab7"', ['lab7']],
    ['AT^SISS=2,"address","ftp://meter:letmein@a.example/x"', ['meter:letmein']],
    ['AT^SLCK="SC",1,"4711"', ['4711']],
  ])
})
