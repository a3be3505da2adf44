"""A directory of our own: OpenLDAP's slapd in a temporary folder, on free ports of this machine."""

from __future__ import annotations

import datetime
import ipaddress
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import ldap3
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

BASE = "dc=port,dc=example"
READER, READER_PASSWORD = f"cn=reader,{BASE}", "what the reader knows"
PROGRAM = shutil.which("slapd") or "/usr/sbin/slapd"
_CONFIG = """
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
TLSCACertificateFile {folder}/ca.pem
TLSCertificateFile {folder}/ca.pem
TLSCertificateKeyFile {folder}/key.pem
pidfile {folder}/pid
disallow bind_anon
sizelimit 1000
database mdb
suffix "{base}"
rootdn "{reader}"
rootpw "{password}"
directory {folder}/data
maxsize 10485760
access to attrs=userPassword by anonymous auth by * none
access to * by dn="{reader}" read by * none
"""


@dataclass(kw_only=True)
class Slapd:
    """A running directory."""

    plain: str
    tls: str
    ca_file: str
    connection: ldap3.Connection

    def put(self, uid: str, *, name: str, password: str, **more: str) -> str:
        """Add a person and return their distinguished name."""
        dn = f"uid={uid},{BASE}"
        given = {"sn": name, "cn": name, "userPassword": password, **more}
        assert self.connection.add(dn, ["inetOrgPerson"], given), self.connection.result
        return dn

    def change(self, uid: str, **values: str) -> None:
        changes = {k: [(ldap3.MODIFY_REPLACE, [v] if v else [])] for k, v in values.items()}
        assert self.connection.modify(f"uid={uid},{BASE}", changes), self.connection.result

    def remove(self, uid: str) -> None:
        assert self.connection.delete(f"uid={uid},{BASE}"), self.connection.result


@contextmanager
def running(folder: Path) -> Iterator[Slapd]:
    """Start a directory with nobody in it, and stop it."""
    (folder / "data").mkdir()
    _certify(folder)
    config = _CONFIG.format(folder=folder, base=BASE, reader=READER, password=READER_PASSWORD)
    (folder / "slapd.conf").write_text(config)
    plain, tls = (f"{scheme}://127.0.0.1:{_free_port()}" for scheme in ("ldap", "ldaps"))
    command = [PROGRAM, "-f", str(folder / "slapd.conf"), "-h", f"{plain} {tls}", "-d", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            connection = _connected(plain, process)
            connection.add(BASE, ["dcObject", "organization"], {"dc": "port", "o": "Port"})
            yield Slapd(plain=plain, tls=tls, ca_file=str(folder / "ca.pem"), connection=connection)
        finally:
            process.terminate()


def _connected(address: str, process: subprocess.Popen) -> ldap3.Connection:
    """Connect as soon as it listens."""
    for _ in range(200):
        assert process.poll() is None, "slapd ended"
        try:
            return ldap3.Connection(
                ldap3.Server(address, get_info=ldap3.NONE), READER, READER_PASSWORD, auto_bind=True
            )
        except ldap3.core.exceptions.LDAPException:
            time.sleep(0.05)
    raise AssertionError("slapd does not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _certify(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "directory of the tests")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "ca.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
