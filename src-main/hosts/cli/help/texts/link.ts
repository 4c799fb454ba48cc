/** The Japanese of the help of commands for tools over the link; what several share stands where it comes first. */
export const link = [
  [
    'Connect and ping a host over the modem; exit 1 when nothing answers',
    '接続し、モデム経由でホストに ping する（応答がなければ終了コード 1）',
  ],
  ['a name or an address', 'ホスト名またはアドレス'],
  [
    'capture as pcapng: a new file, a named pipe, or - for standard output',
    'pcapng でキャプチャーする：新しいファイル、名前付きパイプ、または - で標準出力',
  ],
  ['one JSON object: ok, words, facts', '1 つの JSON オブジェクトで出力する：ok、words、facts'],
  [
    'leave passwords and identities readable in a capture',
    'キャプチャーでパスワードと識別情報を伏せない',
  ],
  ['reach the host by IPv4', 'ホストに IPv4 で接続する'],
  [
    'reach the host by IPv6. Without either: IPv6 where the name and the link have it, else IPv4',
    'ホストに IPv6 で接続する。どちらも省略すると、名前とリンクが IPv6 に対応していれば IPv6、それ以外は IPv4 を使う',
  ],
  ['how many; 0 goes on until Ctrl-C', '回数。0 なら Ctrl-C まで続ける'],
  ['between two echoes', 'エコーの間隔'],
  [
    'data in each echo; above the MTU it goes in fragments',
    '1 回のエコーのデータのオクテット数（MTU を超えるとフラグメントに分割）',
  ],
  [
    'Example: modem-bench ping /dev/ttyUSB2 pong.soracom.io --apn soracom.io --user sora --password sora',
    '例：modem-bench ping /dev/ttyUSB2 pong.soracom.io --apn soracom.io --user sora --password sora',
  ],
  ['Connect and look a name up over the modem', '接続し、モデム経由で名前解決する'],
  ['a name; an IPv4 address with --type PTR', '名前。--type PTR では IPv4 アドレス'],
  ['what to ask for', '問い合わせる種別'],
  [
    'whom to ask, with :port if not 53 (default: those that came with the address)',
    '問い合わせ先。53 番以外は :port を付ける（省略時：アドレスとともに割り当てられたもの）',
  ],
  [
    'Example: modem-bench dns sim:sim7672 pong.soracom.io --preset soracom',
    '例：modem-bench dns sim:sim7672 pong.soracom.io --preset soracom',
  ],
  [
    'Connect and compare name servers: times, and answers that differ',
    '接続し、DNS サーバーを比べる：応答時間と、回答の違い',
  ],
  ['names to ask for', '問い合わせる名前'],
  ['record to ask for', '問い合わせるレコードの種別'],
  [
    'beside those that came with the address, with commas between them',
    'アドレスとともに割り当てられたものに加えるサーバー（カンマ区切り）',
  ],
  ['how often each name is asked for', '各名前を問い合わせる回数'],
  [
    'Example: modem-bench resolvers /dev/ttyUSB2 example.com soracom.io --apn iot.example',
    '例：modem-bench resolvers /dev/ttyUSB2 example.com soracom.io --apn iot.example',
  ],
  [
    'Connect and make one HTTP request over the modem; exit 1 from 400 on',
    '接続し、モデム経由で HTTP リクエストを 1 回送る（ステータス 400 以上は終了コード 1）',
  ],
  ['http://… or https://…', 'http://… または https://…'],
  [
    'ask for this name (SNI), and expect it in the certificate',
    'この名前を要求し（SNI）、証明書にもこの名前を期待する',
  ],
  [
    'certificates in PEM to trust besides the well-known authorities',
    '既知の認証局に加えて信頼する証明書（PEM）',
  ],
  [
    'go on with a certificate that is not trusted; what is wrong is said',
    '信頼できない証明書でも続行する（問題点は表示する）',
  ],
  ['GET, or POST when there is a body', '省略時：GET、本文があれば POST'],
  ['what to send; @file reads it from a file', '送信する本文。@file ならファイルから読み取る'],
  ['content-type of the body', '本文の Content-Type'],
  ['write the answer’s body to a file', '応答の本文をファイルに書き出す'],
  ['longest body to accept: 500k, 20M', '受け取る本文の最大オクテット数：500k、20M'],
  ['for all of it', '全体の制限時間'],
  [
    'Example: modem-bench http sim:sim7672 http://harvest.soracom.io/ --preset soracom -d \'{"t":21}\' --type application/json',
    '例：modem-bench http sim:sim7672 http://harvest.soracom.io/ --preset soracom -d \'{"t":21}\' --type application/json',
  ],
  [
    'Connect, make a TLS handshake over the modem, and judge the certificate; exit 1 when it is not trusted',
    '接続し、モデム経由で TLS ハンドシェイクを行い、証明書を検証する（信頼できなければ終了コード 1）',
  ],
  [
    'a name or an address; the port is 443 unless it is given',
    'ホスト名またはアドレス（ポートの省略時：443）',
  ],
  [
    'Example: modem-bench tls sim:sim7672 mqtt.example.com:8883 --preset soracom',
    '例：modem-bench tls sim:sim7672 mqtt.example.com:8883 --preset soracom',
  ],
  [
    'Connect, visit an MQTT broker over the modem: messages there and back; exit 1 when one is lost',
    '接続し、モデム経由で MQTT ブローカーとメッセージを往復させる（1 件でも失われると終了コード 1）',
  ],
  ['mqtt://host[:1883] or mqtts://host[:8883]', 'mqtt://host[:1883] または mqtts://host[:8883]'],
  ['topic; one of its own when left out', 'トピック（省略時：自動で決める）'],
  ['client identifier; one of its own when left out', 'クライアント識別子（省略時：自動で決める）'],
  [
    'publish this as it is, and wait only for the acknowledgement',
    'この本文をそのまま送信し、確認応答だけを待つ',
  ],
  ['quality of service', 'QoS（サービス品質）'],
  ['so many messages', '送信するメッセージの件数'],
  ['between two', 'メッセージの間隔'],
  ['for the broker’s answer', 'ブローカーの応答を待つ時間'],
  ['MQTT version', 'MQTT のバージョン'],
  [
    'Examples: modem-bench mqtt sim:sim7672 mqtts://broker.example.com --preset soracom --count 5\n          modem-bench mqtt /dev/ttyUSB2 mqtt://beam.soracom.io --apn soracom.io --topic t --message hello',
    '例：modem-bench mqtt sim:sim7672 mqtts://broker.example.com --preset soracom --count 5\n    modem-bench mqtt /dev/ttyUSB2 mqtt://beam.soracom.io --apn soracom.io --topic t --message hello',
  ],
  [
    'Connect and measure download or upload over the modem',
    '接続し、モデム経由のダウンロードまたはアップロードの速度を測定する',
  ],
  [
    'http:// or https:// address of something large; with --up one that takes POST',
    '大きなデータの http:// または https:// のアドレス。--up では POST を受け付けるもの',
  ],
  ['upload instead of download', 'ダウンロードの代わりにアップロードする'],
  ['how long', '測定する時間'],
  [
    'stop after so much data, headers included: 500k, 20M',
    'この通信量（ヘッダーを含む）で停止する：500k、20M',
  ],
  [
    'Example: modem-bench throughput sim:sim7672 http://speed.example/bytes/10000000 --preset soracom --budget 5M',
    '例：modem-bench throughput sim:sim7672 http://speed.example/bytes/10000000 --preset soracom --budget 5M',
  ],
  [
    'Connect and compare the delay of the idle and of the full line',
    '接続し、無負荷時と負荷時の遅延を比べる',
  ],
  [
    'http:// or https:// address of something large; for uploads one that takes POST',
    '大きなデータの http:// または https:// のアドレス。アップロードでは POST を受け付けるもの',
  ],
  [
    'fill the line by downloads, uploads, or one after the other',
    '回線に負荷をかける方法：ダウンロード、アップロード、または順に両方',
  ],
  [
    'ask this host for round trips instead of the one of the URL',
    '往復時間を測るホスト（省略時：URL のホスト）',
  ],
  ['how long the idle line is measured', '無負荷で測定する時間'],
  ['how long each direction is filled', '方向ごとに負荷をかける時間'],
  [
    'Exit 1: grade D or F, or no grade (too little was answered, or the line was never full).\nExample: modem-bench bufferbloat sim:sim7672 http://speed.example/bytes/10000000 --preset soracom --budget 4M',
    '終了コード 1：評価が D または F、もしくは評価なし（応答が少なすぎるか、回線を使い切れなかった場合）。\n例：modem-bench bufferbloat sim:sim7672 http://speed.example/bytes/10000000 --preset soracom --budget 4M',
  ],
  ['Connect and measure with a server of iperf3', '接続し、iperf3 のサーバーとの間で測定する'],
  ['where “iperf3 -s” runs', '「iperf3 -s」を実行しているホスト'],
  ['of the server', 'サーバーのポート'],
  [
    'by UDP, which tells loss and jitter, instead of TCP',
    'TCP の代わりに UDP を使う（損失とジッターも分かる）',
  ],
  ['send instead of receive', '受信の代わりに送信する'],
  [
    'of UDP, in a second: 500k, 2M (default: 1M)',
    'UDP の 1 秒あたりのビット数：500k、2M（省略時：1M）',
  ],
  [
    'Example: modem-bench iperf3 /dev/ttyUSB2 iperf.example.com --udp --bitrate 256k --apn iot.example',
    '例：modem-bench iperf3 /dev/ttyUSB2 iperf.example.com --udp --bitrate 256k --apn iot.example',
  ],
  [
    'Connect and offer the modem as a SOCKS5 proxy on 127.0.0.1',
    '接続し、モデムを 127.0.0.1 の SOCKS5 プロキシーとして公開する',
  ],
  ['TCP port on loopback; 0 takes a free one', 'ループバックの TCP ポート。0 なら空きポートを使う'],
  [
    'refuse everything after so much data: 500k, 20M',
    'この通信量に達したら、以降はすべて拒否する：500k、20M',
  ],
  ['ask for these', 'プロキシーの利用に、このユーザー名とパスワードを要求する'],
  [
    'Example: modem-bench socks sim:sim7672 --preset soracom --budget 20M\n         curl --proxy socks5h://127.0.0.1:1080 http://example.com/\nEnds at Ctrl-C, when the link ends, or when the budget is used up.',
    '例：modem-bench socks sim:sim7672 --preset soracom --budget 20M\n    curl --proxy socks5h://127.0.0.1:1080 http://example.com/\nCtrl-C、リンクの切断、または通信量の上限到達で終了します。',
  ],
  [
    'Connect and show the routers on the way to a host',
    '接続し、ホストまでの経路上のルーターを表示する',
  ],
  ['how far to look', '調べるホップ数の上限'],
  ['echoes for each hop', 'ホップごとのエコーの回数'],
  [
    'Example: modem-bench traceroute sim:sim7672 8.8.8.8 --preset soracom',
    '例：modem-bench traceroute sim:sim7672 8.8.8.8 --preset soracom',
  ],
  [
    'Connect and find the longest packet that reaches a host',
    '接続し、ホストに届く最長のパケットを調べる',
  ],
  [
    'what is sent; auto: echoes, and TCP where none is answered',
    '送信するもの。auto：エコー、応答がなければ TCP',
  ],
  [
    'of TCP (443) or of UDP (53, a name server)',
    'TCP（443）または UDP（53、DNS サーバー）のポート',
  ],
  [
    'Exit 1: not even a small packet was answered, or too long ones vanish without a word (a black hole) and the MSS does not keep TCP below that.\nWhere nobody says what is too long, halves are tried for up to a minute.\nExample: modem-bench mtu sim:sim7672 example.com --preset soracom',
    '終了コード 1：小さなパケットにも応答がない、または長すぎるパケットが通知なしに失われ（ブラックホール）、MSS でも TCP をそれ以下に抑えられていない。\n長すぎることが通知されない場合は、二分探索で最大 1 分間試します。\n例：modem-bench mtu sim:sim7672 example.com --preset soracom',
  ],
  [
    'Connect and ask a time server how far this computer’s clock is off',
    '接続し、時刻サーバーに問い合わせて、このコンピューターの時計のずれを調べる',
  ],
  [
    'Example: modem-bench ntp sim:sim7672 ntp.soracom.io --preset soracom',
    '例：modem-bench ntp sim:sim7672 ntp.soracom.io --preset soracom',
  ],
  [
    'Connect and find how long the network’s NAT lets UDP and TCP be silent',
    '接続し、ネットワークの NAT が UDP と TCP の無通信を許す時間を調べる',
  ],
  ['which of the two is measured', '測定するプロトコル'],
  ['the endpoint, or Napter', 'エンドポイント、または napter'],
  ['what is asked or done', '問い合わせる内容または操作'],
  ['UDP: a server of STUN', 'UDP：STUN サーバー'],
  ['of that server', 'そのサーバーのポート'],
  [
    'TCP: a server that lets silent connections be, such as an MQTT broker',
    'TCP：無通信の接続を切らないサーバー（MQTT ブローカーなど）',
  ],
  ['the longest silence', '試す無通信の最長時間'],
  [
    'Example: modem-bench nat-timeout /dev/ttyUSB2 --most 600 --tcp broker.example.com --tcp-port 8883 --apn iot.example',
    '例：modem-bench nat-timeout /dev/ttyUSB2 --most 600 --tcp broker.example.com --tcp-port 8883 --apn iot.example',
  ],
  [
    'Say what a day of traffic comes to in octets and money, by the tariff that is typed in',
    '1 日の通信量（オクテット）と料金を、入力した料金体系で見積もる',
  ],
  [
    'such as mqtts-ping:60s or https:10m:200; kinds: udp, coap, dns, ping, tcp-keepalive, mqtt-ping, mqtts-ping, mqtt, mqtts, http, https',
    'mqtts-ping:60s、https:10m:200 など。種類：udp、coap、dns、ping、tcp-keepalive、mqtt-ping、mqtts-ping、mqtt、mqtts、http、https',
  ],
  ['for a megabyte', '1 MB の料金'],
  [
    'a megabyte is 1048576 octets, not 1000000',
    '1 MB を 1000000 オクテットではなく 1048576 オクテットとする',
  ],
  [
    'a day is counted up to a whole number of these',
    '課金単位：1 日の合計をこのオクテット数の倍数に切り上げる',
  ],
  ['for the month, used or not', '月額料金（使用の有無にかかわらずかかるもの）'],
  ['what is paid in', '通貨'],
  ['of a TLS handshake, as measured', 'TLS ハンドシェイク 1 回の実測オクテット数'],
  [
    'Headers of IPv4, acknowledgements, connections and name lookups are counted; a month has 30 days.\nExample: modem-bench day-cost --traffic mqtts-ping:60s --traffic https:10m:200 --price 0.2 --currency JPY',
    'IPv4 ヘッダー、確認応答、接続、名前解決を加算します。1 か月は 30 日とします。\n例：modem-bench day-cost --traffic mqtts-ping:60s --traffic https:10m:200 --price 0.2 --currency JPY',
  ],
  ['Connect and try one of SORACOM’s endpoints', '接続し、SORACOM のエンドポイントを 1 つ試す'],
  [
    'for harvest, unified, beam and funnel: what to send',
    'harvest、unified、beam、funnel で送信するデータ',
  ],
  [
    'Ask SORACOM’s platform about the SIM: its status, sessions and traffic',
    'SORACOM プラットフォームに、SIM の状態、セッション、通信量を問い合わせる',
  ],
  [
    'where the modem is; its SIM is read by AT+CIMI and its ICCID',
    'モデムのポート。SIM は AT+CIMI と ICCID で読み取る',
  ],
  [
    'this SIM instead, without a modem: its ICCID or its IMSI',
    'モデムを使わず、この SIM（ICCID または IMSI）を対象にする',
  ],
  [
    'sign in by this profile of the soracom command',
    'soracom コマンドのこのプロファイルでサインインする',
  ],
  ['sign in by this authentication key', 'この認証キー ID でサインインする'],
  [
    'its secret, from this file; - is standard input, asked for on a terminal. Else MODEM_BENCH_SORACOM_AUTH_KEY counts',
    '認証キーのシークレットをこのファイルから読み取る。- なら標準入力（ターミナルでは入力を求める）。省略時は MODEM_BENCH_SORACOM_AUTH_KEY を使う',
  ],
  ['of the account: Japan or global', 'アカウントのカバレッジタイプ：日本またはグローバル'],
  ['for ping: how many', 'ping の回数'],
  ['for capture: how long, from 30 to 86400', 'capture の秒数（30～86400）'],
  [
    'MODEM_BENCH_SORACOM_AUTH_KEY_ID with MODEM_BENCH_SORACOM_AUTH_KEY, or MODEM_BENCH_SORACOM_PROFILE, sign in, too;\nMODEM_BENCH_SORACOM_COVERAGE is jp or g. Exit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.\nExample: modem-bench soracom platform status /dev/ttyUSB2 --profile bench',
    'MODEM_BENCH_SORACOM_AUTH_KEY_ID と MODEM_BENCH_SORACOM_AUTH_KEY の組、または MODEM_BENCH_SORACOM_PROFILE でもサインインできます。\nMODEM_BENCH_SORACOM_COVERAGE は jp または g です。終了コード：0 完了、1 拒否された、2 呼び出しの誤り、3 ポートを使えない。\n例：modem-bench soracom platform status /dev/ttyUSB2 --profile bench',
  ],
  [
    'Connect, stay silent, and report when and how the network hangs up',
    '接続したまま何も送信せず、ネットワークがいつ、どのように切断するかを報告する',
  ],
  ['how long to wait for it', '切断を待つ時間'],
  [
    'asked at the end; the name server of the link when absent',
    '最後に問い合わせるホスト（省略時：リンクの DNS サーバー）',
  ],
  [
    'Exit code: 0 measured, cut or not; 1 the link was never silent; 2 wrong call; 3 the port cannot be used; 130 stopped.\nExample: modem-bench idle /dev/ttyUSB2 --apn soracom.io --user sora --password-file sora.txt --up-to 75',
    '終了コード：0 測定できた（切断の有無は問わない）、1 無通信にならなかった、2 呼び出しの誤り、3 ポートを使えない、130 中止した。\n例：modem-bench idle /dev/ttyUSB2 --apn soracom.io --user sora --password-file sora.txt --up-to 75',
  ],
  [
    'Turn a journal into a pcapng file that Wireshark opens',
    'ジャーナルを、Wireshark で開ける pcapng ファイルに変換する',
  ],
  ['a .journal file of the console', 'コンソールの .journal ファイル'],
  ['the file to write; - is standard output', '書き出すファイル。- なら標準出力'],
  ['which modem', '対象のモデム'],
  [
    'go on while the journal grows, until Ctrl-C',
    'ジャーナルへの追記に合わせて、Ctrl-C まで続ける',
  ],
  [
    'put a TLS key log (SSLKEYLOGFILE) into it, so that Wireshark reads the sessions',
    'TLS の鍵ログ（SSLKEYLOGFILE）を含め、Wireshark でセッションを読めるようにする',
  ],
  ['leave passwords and identities readable', 'パスワードと識別情報を伏せない'],
  [
    'Example: modem-bench pcap ~/.local/share/modem-bench/journals/today.journal -o today.pcapng\n         modem-bench pcap today.journal -o - | tshark -r -\n         modem-bench pcap today.journal --live -o - | wireshark -k -i -',
    '例：modem-bench pcap ~/.local/share/modem-bench/journals/today.journal -o today.pcapng\n    modem-bench pcap today.journal -o - | tshark -r -\n    modem-bench pcap today.journal --live -o - | wireshark -k -i -',
  ],
  [
    'Show AT in captures with Protocol and Info in Wireshark, by a Lua dissector',
    'Lua ディセクターで、キャプチャー内の AT を Wireshark の Protocol と Info に表示する',
  ],
  [
    'install into Wireshark’s folder of this user, remove, or print',
    'install：このユーザーの Wireshark のフォルダーにインストール、remove：削除、print：標準出力に表示',
  ],
  [
    'Wireshark reads it at its next start, or with Analyze, Reload Lua Plugins; tshark at once:\n  modem-bench dissector install\n  tshark -r today.pcapng -Y \'modem_at.text contains "CEREG"\'\nWithout installing it (one or the other, not both):\n  modem-bench dissector print > modem-bench-at.lua\n  tshark -X lua_script:modem-bench-at.lua -r today.pcapng -Y \'modem_at.text contains "CEREG"\'\nAs root neither loads Lua scripts from Wireshark 4.4 on: call them as yourself (“modem_at.text is not a valid protocol or protocol field” says that it is not loaded).',
    'Wireshark では、次の起動時、または［分析］→［Lua プラグインを再読み込み］で読み込まれます。tshark ではすぐに使えます：\n  modem-bench dissector install\n  tshark -r today.pcapng -Y \'modem_at.text contains "CEREG"\'\nインストールせずに使う場合（両方を同時に使わないでください）：\n  modem-bench dissector print > modem-bench-at.lua\n  tshark -X lua_script:modem-bench-at.lua -r today.pcapng -Y \'modem_at.text contains "CEREG"\'\nWireshark 4.4 以降は、root では Lua スクリプトを読み込みません。一般ユーザーで実行してください（読み込まれていないと「modem_at.text is not a valid protocol or protocol field」と表示されます）。',
  ],
  [
    'Connect and send datagrams to an echo server over the modem; exit 1 when none comes back',
    '接続し、モデム経由でエコーサーバーにデータグラムを送る（1 つも返らなければ終了コード 1）',
  ],
  ['between two datagrams', 'データグラムの送信間隔'],
  ['for each to come back', 'それぞれの返りを待つ時間'],
  [
    'data in each datagram; above the MTU it goes in fragments',
    'データグラムごとのデータ長（MTU を超えるとフラグメントに分割）',
  ],
  [
    'a name or an address, where something sends back what it gets by UDP',
    '名前またはアドレス（受け取った UDP データを送り返すもの）',
  ],
  [
    'Any echo server will do, such as “socat -T 60 UDP-LISTEN:7,fork EXEC:cat” on a server of yours.\nExample: modem-bench udp-echo sim:sim7672 echo.example --preset soracom',
    'エコーサーバーは何でもかまいません。自分のサーバーで「socat -T 60 UDP-LISTEN:7,fork EXEC:cat」を実行する方法もあります。\n例：modem-bench udp-echo sim:sim7672 echo.example --preset soracom',
  ],
  [
    'Connect, ping a CoAP server over the modem, and ask for what it offers; exit 1 when it does not answer',
    '接続し、モデム経由で CoAP サーバーに ping し、提供するリソースを問い合わせる（応答がなければ終了コード 1）',
  ],
  ['so many pings; 0 goes on until Ctrl-C', 'ping の回数（0 は Ctrl-C まで続ける）'],
  ['between two pings', 'ping の間隔'],
  ['for each answer', 'それぞれの応答を待つ時間'],
  ['ping alone, and ask for nothing', 'ping だけを行い、リソースを問い合わせない'],
  [
    'coap://host[:5683][/path]; without a path: /.well-known/core',
    'coap://host[:5683][/path]（パスの省略時：/.well-known/core）',
  ],
  [
    'Example: modem-bench coap sim:sim7672 coap://coap.example/ --preset soracom',
    '例：modem-bench coap sim:sim7672 coap://coap.example/ --preset soracom',
  ],
  [
    'for harvest, unified, beam and funnel: how it is sent',
    'harvest、unified、beam、funnel：送信に使うプロトコル',
  ],
  [
    'for napter: the port behind the modem that is mapped; one of its own choice without it',
    'napter：割り当てるモデム側のポート（省略時は自動）',
  ],
  [
    'Examples: modem-bench soracom sim:sim7672 harvest --preset soracom\n          modem-bench soracom /dev/ttyUSB2 unified --by udp --preset soracom\n          modem-bench soracom /dev/ttyUSB2 napter --preset soracom --profile bench',
    '例：modem-bench soracom sim:sim7672 harvest --preset soracom\n    modem-bench soracom /dev/ttyUSB2 unified --by udp --preset soracom\n    modem-bench soracom /dev/ttyUSB2 napter --preset soracom --profile bench',
  ],
] as const
