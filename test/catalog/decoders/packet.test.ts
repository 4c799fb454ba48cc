import { describe } from 'vitest'
import { reads } from './rows'

describe('the packet domain', () => {
  reads([
    [
      'AT+CGACT?',
      '+CGACT: 1,1\r\n+CGACT: 2,0\r\n\r\nOK\r\n',
      {
        contexts: [
          { cid: 1, state: 1 },
          { cid: 2, state: 0 },
        ],
      },
    ],
    ['AT+CGACT=1,1', 'OK', { state: 1, cid: 1 }],
    ['AT+CGACT=?', '+CGACT: (0,1)\r\n\r\nOK\r\n', { state_values: [0, 1] }],
    [
      'AT+CGPADDR=1',
      '+CGPADDR: 1,"10.1.2.3"\r\n\r\nOK\r\n',
      { contexts: [{ cid: 1, pdp_addr: '10.1.2.3' }] },
    ],
    [
      'AT+CGPADDR',
      '+CGPADDR: 1,10.1.2.3\r\n+CGPADDR: 2,"","2001:db8::1"\r\n\r\nOK\r\n',
      {
        contexts: [
          { cid: 1, pdp_addr: '10.1.2.3' },
          { cid: 2, pdp_addr: null, pdp_addr_2: '2001:db8::1' },
        ],
      },
    ],
    ['AT+CGPADDR=?', '+CGPADDR: (1,2)\r\n\r\nOK\r\n', { cid_values: [1, 2] }],
    [
      'AT+CGCONTRDP=1',
      '+CGCONTRDP: 4,5,"ibox.tim.it","2.197.17.49.255.255.255.255","2.197.17.49","10.207.43.46","10.206.56.132","0.0.0.0","0.0.0.0",0\r\n\r\nOK\r\n',
      {
        cid: 4,
        bearer_id: 5,
        apn: 'ibox.tim.it',
        local_address: '2.197.17.49',
        subnet: '255.255.255.255',
        gateway_address: '2.197.17.49',
        dns_primary_address: '10.207.43.46',
        dns_secondary_address: '10.206.56.132',
      },
    ],
    [
      'AT+CGCONTRDP=1',
      '+CGCONTRDP: 4,5,"ibox.tim.it","2.197.17.49","255.255.255.255","2.197.17.49","10.207.43.46","10.206.56.132"\r\n\r\nOK\r\n',
      {
        cid: 4,
        bearer_id: 5,
        apn: 'ibox.tim.it',
        local_address: '2.197.17.49',
        subnet: '255.255.255.255',
        gateway_address: '2.197.17.49',
        dns_primary_address: '10.207.43.46',
        dns_secondary_address: '10.206.56.132',
      },
    ],
    [
      'AT+CGCONTRDP',
      '+CGCONTRDP: 0,,"example.com","","","198.51.100.230","12.34.56.78"\r\n\r\nOK\r\n',
      {
        cid: 0,
        bearer_id: null,
        apn: 'example.com',
        local_address: null,
        subnet: null,
        gateway_address: null,
        dns_primary_address: '198.51.100.230',
        dns_secondary_address: '12.34.56.78',
      },
    ],
    [
      'AT+CGAUTH?',
      '+CGAUTH: 1,2,"sora","sora"\r\n\r\nOK\r\n',
      { contexts: [{ cid: 1, auth_prot: 2, userid: 'sora', password: 'sora' }] },
    ],
    [
      'AT+CGAUTH=1,3,"pass","user"',
      'OK',
      { cid: 1, auth_prot: 3, userid: 'pass', password: 'user' },
    ],
    ['AT+CGEREP?', '+CGEREP: 2,0\r\n\r\nOK\r\n', { mode: 2, bfr: 0 }],
    [
      'AT+CGEREP=?',
      '+CGEREP: (0-2),(0,1)\r\n\r\nOK\r\n',
      { mode_values: [0, 1, 2], bfr_values: [0, 1] },
    ],
    [null, '+CGEV: NW PDN DEACT 1', { event: 'NW PDN DEACT', cid: 1 }],
    [null, '+CGEV: ME PDN ACT 2,3,4', { event: 'ME PDN ACT', cid: 2, reason: 3, cid_other: 4 }],
    [null, '+CGEV: EPS PDN ACT 1', { event: 'EPS PDN ACT', cid: 1 }],
    [null, '+CGEV: NW ACT 1, 2, 0', { event: 'NW ACT', p_cid: 1, cid: 2, event_type: 0 }],
    [
      null,
      '+CGEV: NW DEACT "IP","1.2.3.4",1',
      { event: 'NW DEACT', pdp_type: 'IP', pdp_addr: '1.2.3.4', cid: 1 },
    ],
    [null, '+CGEV: ME DEACT 1,2,0', { event: 'ME DEACT', p_cid: 1, cid: 2, event_type: 0 }],
    [null, '+CGEV: REJECT IP, 1.2.3.4', { event: 'REJECT', pdp_type: 'IP', pdp_addr: '1.2.3.4' }],
    [null, '+CGEV: NW DETACH', { event: 'NW DETACH' }],
    [null, '+CGEV: NW CLASS "B"', { event: 'NW CLASS', class: 'B' }],
    [null, '+CGEV: ME CLASS CC', { event: 'ME CLASS', class: 'CC' }],
    [null, '+CGEV: NW MODIFY 1,2,0', { event: 'NW MODIFY', cid: 1, reason: 2, event_type: 0 }],
    [
      null,
      '+CGEV: NW REACT "IPV4","1.2.3.4",3',
      { event: 'NW REACT', pdp_type: 'IPV4', pdp_addr: '1.2.3.4', cid: 3 },
    ],
    [null, '+CGEV: ME PDN ACT 0,0', { event: 'ME PDN ACT', cid: 0, reason: 0 }],
    [null, '+CGEV: FOO 3', { event: 'FOO', cid: 3 }],
    [
      'AT+CPSMS?',
      '+CPSMS: 1,,,"10101111","01101100"\r\n\r\nOK\r\n',
      {
        mode: 1,
        req_periodic_rau: null,
        req_gprs_ready_timer: null,
        req_periodic_tau: '10101111',
        req_active_time: '01101100',
      },
    ],
    ['AT+CEDRXS?', '+CEDRXS: 4,"0101"\r\n\r\nOK\r\n', { act_type: 4, requested: '0101' }],
    ['AT+CEDRXS=1,4,"0101"', 'OK', { mode: 1, act_type: 4, requested: '0101' }],
    [
      null,
      '+CEDRXP: 4,"0101","0011","0001"',
      { act_type: 4, requested: '0101', nw_provided: '0011', ptw: '0001' },
    ],
    [
      'AT+CEDRXRDP',
      '+CEDRXRDP: 4,"0101","0011","0001"\r\n\r\nOK\r\n',
      { act_type: 4, requested: '0101', nw_provided: '0011', ptw: '0001' },
    ],
    ['AT+CSCON?', '+CSCON: 1,0\r\n\r\nOK\r\n', { n: 1, mode: 0 }],
    [null, '+CSCON: 1', { mode: 1 }],
    ['AT+CEMODE?', '+CEMODE: 2\r\n\r\nOK\r\n', { mode: 2 }],
    ['AT+CNEC?', '+CNEC: 8\r\n\r\nOK\r\n', { n: 8 }],
    [null, '+CNEC_EMM: 15', { cause: 15 }],
    ['AT+CGPADDR=1', 'OK', { contexts: [] }],
    [
      'AT+CEDRXS=?',
      '+CEDRXS: (0-3),(4,5),("0000"-"0010")\r\n\r\nOK\r\n',
      {
        mode_values: [0, 1, 2, 3],
        act_type_values: [4, 5],
        requested_values: ['0000', '0001', '0010'],
      },
    ],
    [
      'AT+CGAUTH=?',
      '+CGAUTH: (1-4),(0-2),50,50\r\n\r\nOK\r\n',
      {
        cid_values: [1, 2, 3, 4],
        auth_prot_values: [0, 1, 2],
        userid_values: [50],
        password_values: [50],
      },
    ],
    ['AT+CGATT?', '+CGATT: 1\r\n\r\nOK\r\n', { state: 1 }],
    ['AT+CGATT=0', 'OK', { state: 0 }],
    ['AT+CGATT=?', '+CGATT: (0,1)\r\n\r\nOK\r\n', { state_values: [0, 1] }],
    [
      'AT+CGDCONT?',
      '+CGDCONT:1,"IPV4V6","","",0,0\r\n+CGDCONT: 2,IP,soracom.io\r\n\r\nOK\r\n',
      {
        contexts: [
          { cid: 1, pdp_type: 'IPV4V6', apn: null, pdp_addr: null, d_comp: 0, h_comp: 0 },
          { cid: 2, pdp_type: 'IP', apn: 'soracom.io' },
        ],
      },
    ],
    ['AT+CGDCONT?', 'OK', { contexts: [] }],
    ['AT+CGDCONT=1,"IP","soracom.io"', 'OK', { cid: 1, pdp_type: 'IP', apn: 'soracom.io' }],
    ['AT+CGDCONT=2', 'OK', { cid: 2 }],
    ['AT+CSCON=1', '+CSCON: 1\r\nOK', { n: 1 }],
  ])
})
