"""The kernel's IP stack, radvd and dnsmasq at the far end of a tun device in a network of its own.

Packets pass over standard input and output, each behind its length in two octets. Started under `unshare -n` with what is wanted as JSON: how name
servers are told (`dns`), commands to run there (`run`), the ports they listen on (`ports`), and whether there is a host behind a narrow link (`far`).
"""

import fcntl
import http.server
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 1, 0x1000

RADVD = """
interface tun0 {
  AdvSendAdvert on;
  UnicastOnly off;
  MinRtrAdvInterval 3;
  MaxRtrAdvInterval 4;
  AdvLinkMTU 1400;
  AdvManagedFlag %(managed)s;
  AdvOtherConfigFlag %(other)s;
  prefix 2001:db8:64:1::/64 { AdvOnLink on; AdvAutonomous %(autonomous)s; };
  %(dns)s
};
"""


def tun():
    device = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", b"tun0", IFF_TUN | IFF_NO_PI))
    return device


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


class Page(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path.startswith("/bytes/"):
            body = bytes(int(self.path.split("/")[2]))
        else:
            body = self.client_address[0].removeprefix("::ffff:").encode() * (2000 if self.path == "/long" else 1)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET6


def far_network():
    """A host at 2001:db8:99::2 and 192.0.2.98 behind a router of a link that carries 1280 octets."""
    far = subprocess.Popen(["unshare", "-n", "sh", "-c", "echo there && exec sleep infinity"], stdout=subprocess.PIPE)
    far.stdout.readline()
    run("ip", "link", "add", "near", "mtu", "1280", "type", "veth", "peer", "name", "far", "mtu", "1280", "netns", str(far.pid))
    run("ip", "-6", "address", "add", "2001:db8:99::1/64", "dev", "near", "nodad")
    run("ip", "address", "add", "192.0.2.97/30", "dev", "near")
    run("ip", "link", "set", "near", "up")
    there = ("nsenter", "-t", str(far.pid), "-n", "ip")
    run(*there, "-6", "address", "add", "2001:db8:99::2/64", "dev", "far", "nodad")
    run(*there, "address", "add", "192.0.2.98/30", "dev", "far")
    run(*there, "link", "set", "far", "up")
    run(*there, "route", "add", "default", "via", "192.0.2.97")
    run(*there, "-6", "route", "add", "default", "via", "2001:db8:99::1")
    return far


def await_ports(ports):
    while set(ports) - {
        int(line.split()[1].split(":")[1], 16)
        for table in ("tcp6", "udp6")
        for line in open("/proc/self/net/" + table).readlines()[1:]
    }:
        time.sleep(0.02)


def to_host(device):
    while True:
        packet = os.read(device, 65535)
        sys.stdout.buffer.write(struct.pack("!H", len(packet)) + packet)
        sys.stdout.buffer.flush()


def from_host(device):
    stdin = sys.stdin.buffer
    while head := stdin.read(2):
        os.write(device, stdin.read(struct.unpack("!H", head)[0]))


def main():
    wanted = json.loads(sys.argv[1])
    lends = wanted["dns"] == "lease"
    by_dhcp = lends or wanted["dns"] == "dhcpv6"
    device = tun()
    run("sysctl", "-qw", "net.ipv6.conf.all.forwarding=1", "net.ipv6.conf.tun0.accept_dad=0")
    run("ip", "link", "set", "lo", "up")
    run("ip", "link", "set", "tun0", "multicast", "on", "up")
    run("ip", "-6", "address", "add", "fe80::1/64", "dev", "tun0", "nodad")
    run("ip", "-6", "address", "add", "2001:db8:64:1::1/64", "dev", "tun0", "nodad")
    run("ip", "-6", "address", "add", "2001:db8::10/128", "dev", "lo", "nodad")
    run("sysctl", "-qw", "net.ipv4.ip_forward=1")
    run("ip", "address", "add", "10.64.64.64", "peer", "10.64.64.65", "dev", "tun0")
    run("ip", "address", "add", "192.0.2.10/32", "dev", "lo")
    folder = tempfile.TemporaryDirectory()
    conf, pid = os.path.join(folder.name, "radvd.conf"), os.path.join(folder.name, "radvd.pid")
    dns = "" if by_dhcp else "RDNSS 2001:db8:64:1::1 { AdvRDNSSLifetime 600; };"
    with open(conf, "w") as file:
        flags = {"other": by_dhcp, "managed": lends, "autonomous": not lends}
        file.write(RADVD % {"dns": dns, **{name: "on" if on else "off" for name, on in flags.items()}})
    quiet = {"stdout": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
    dnsmasq = ["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--no-resolv", "--no-hosts"]
    dnsmasq += ["--interface=tun0", "--bind-dynamic", "--user=root", "--log-facility=-"]
    dnsmasq += ["--host-record=both.example,pool.ntp.org,192.0.2.10,2001:db8::10", "--local=/example/"]
    if by_dhcp:
        dnsmasq += ["--dhcp-range=2001:db8:64:1::" + ("1000,2001:db8:64:1::1fff,64,1h" if lends else ",static,64"), "--dhcp-option=option6:dns-server,[2001:db8:64:1::1]", "--dhcp-duid=1,0102030405"]
        dnsmasq += ["--dhcp-leasefile=" + os.path.join(folder.name, "leases")]
    children = [
        subprocess.Popen(["radvd", "-n", "-C", conf, "-p", pid, "-m", "stderr"], **quiet),
        subprocess.Popen(dnsmasq, **quiet),
    ]
    children += [subprocess.Popen(command, stderr=subprocess.STDOUT, **quiet) for command in wanted["run"]]
    if wanted["far"]:
        children.append(far_network())
    server = Server(("::", 80), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    await_ports(wanted["ports"])
    threading.Thread(target=to_host, args=(device,), daemon=True).start()
    try:
        from_host(device)
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.wait()
        folder.cleanup()


main()
