"""`torget server` and `torget player` as a service manager starts them."""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Ran = subprocess.CompletedProcess[str]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.slow
def test_a_server_without_keys_says_how_to_make_them(torget: Callable[..., Ran], tmp_path: Path) -> None:
    ran = torget("server", "--port", str(free_port()), "--data", str(tmp_path / "data"))
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1].endswith("Make them with ./torget keys, and keep the root key somewhere else.")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[web]\nprot = 1\n", "line 2"),
        ("[web]\nport = 'many'\n", "web.port"),
        ("[wbe]\n", "wbe"),
        ("web = [\n", "TOML"),
    ],
)
@pytest.mark.parametrize("command", ["server", "player"])
def test_a_bad_settings_file_stops_the_start_and_is_named(
    spoken: Callable[..., Ran], tmp_path: Path, command: str, text: str, named: str
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)
    ran = spoken(command, "--config", str(file), "--data", str(tmp_path / "data"))
    assert ran.returncode == 1
    assert str(file) in ran.stderr
    assert named in ran.stderr or command == "player"
    assert ran.stderr.count("\n") == 1


@pytest.mark.slow
def test_a_new_link_is_printed_for_who_has_none(torget: Callable[..., Ran], tmp_path: Path) -> None:
    first, second = (torget("server", "--link", "--data", str(tmp_path / "data")) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout.startswith("Sign in, once, at http://localhost:8080/logga-in/lank/")
    assert first.stdout != second.stdout


@pytest.mark.slow
def test_the_server_tells_its_supervisor_and_greets_the_first_person_once(
    torget: Callable[..., Ran], clean: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    torget("keys", "--offline", str(tmp_path / "usb"), "--online", str(data / "keys"))
    said = []
    for _ in range(2):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
            address = str(tmp_path / "notify")
            Path(address).unlink(missing_ok=True)
            supervisor.bind(address)
            supervisor.settimeout(30)
            words = [sys.executable, "-P", "-m", "commands", "server", "--data", str(data), "--port", str(free_port())]
            process = subprocess.Popen(
                words, env=clean | {"NOTIFY_SOCKET": address}, cwd=tmp_path, stdout=subprocess.PIPE, text=True
            )
            try:
                assert supervisor.recv(1000) == b"READY=1"
            finally:
                process.send_signal(signal.SIGTERM)
                said.append(process.communicate(timeout=5)[0])
            assert process.returncode == 0
    assert said[0].startswith("Sign in, once, at http://localhost:")
    assert said[1] == ""
