"""Look for files that break a reader: hangs, faults, memory.

    python -m tools.fuzz --minutes 10 [--only docx] [--seed 1] [--keep FOLDER]

Every input is read in a child process under the limits of the confined process; a child that dies, or takes longer than
a document may, is a finding, as is every exception but a refusal. Findings are counted by what broke and where; one
input of each is kept. Inputs follow from the seed alone.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import hashlib
import multiprocessing
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from remit.files.confine import CPU_SECONDS, WALL_SECONDS
from remit.files.confined import limit_self
from tools.fuzz_targets import Target, targets

__all__ = ["made_input", "main", "place_of_fault"]

_BATCH = 200
_SLOW = 4.0  # seconds of processor time after which an input is worth a look


@dataclass(slots=True)
class _Tally:
    """What came of the inputs so far."""

    tried: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    findings: dict[str, tuple[int, bytes]] = field(default_factory=dict)

    def add(self, what: str, data: bytes) -> None:
        """Count a finding; the shortest input is kept."""
        count, kept = self.findings.get(what, (0, data))
        self.findings[what] = count + 1, min(kept, data, key=len)


def made_input(target: Target, seed: int, number: int) -> bytes:
    """Return the input of that number."""
    return target.made(Random(f"{target.name}/{seed}/{number}"))


def place_of_fault(fault: BaseException) -> str:
    """Return the fault's name and the deepest place in the package."""
    frames = traceback.extract_tb(fault.__traceback__)
    own = [frame for frame in frames if "remit" in frame.filename] or list(frames)
    where = f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "?"
    return f"{type(fault).__name__} at {where}"


def _work(target: Target, seed: int, first: int, pipe: Connection) -> None:
    """Read a batch of inputs and send what came of each."""
    with contextlib.suppress(ValueError):
        faulthandler.disable()
    limit_self()
    for number in range(first, first + _BATCH):
        data = made_input(target, seed, number)
        pipe.send(("start", number, ""))
        began = time.process_time()
        try:
            outcome, what = target.tried(data), ""
        except BaseException as fault:  # noqa: BLE001 - whatever breaks is what is looked for
            outcome, what = "fault", place_of_fault(fault)
        if time.process_time() - began > _SLOW:
            what = what or "slow"
        pipe.send((outcome, number, what))
    pipe.send(("done", first, ""))


def _batch(target: Target, seed: int, first: int, tally: _Tally) -> int:
    """Run a batch in a child; return the number of the next input."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_work, args=(target, seed, first, theirs))
    child.start()
    theirs.close()
    running = first
    try:
        while ours.poll(WALL_SECONDS + CPU_SECONDS):
            outcome, number, what = ours.recv()
            running = number
            if outcome == "done":
                return first + _BATCH
            if outcome != "start":
                tally.tried[target.name] += 1
                tally.outcomes[f"{target.name}: {outcome}"] += 1
            if what:
                tally.add(f"{target.name}: {what}", made_input(target, seed, number))
        tally.add(f"{target.name}: hang", made_input(target, seed, running))
    except EOFError:
        child.join(5)
        tally.add(f"{target.name}: died, exit {child.exitcode}", made_input(target, seed, running))
    finally:
        child.kill()
        child.join()
        ours.close()
    tally.tried[target.name] += 1
    return running + 1


def main() -> int:
    """Fuzz for so many minutes and report; exit 1 if anything was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path("data/fuzz"))
    args = parser.parse_args()
    chosen = [target for target in targets() if not args.only or target.name in args.only]
    ends = time.monotonic() + 60 * args.minutes
    tally = _Tally()
    following = dict.fromkeys((target.name for target in chosen), 0)
    print(f"Seed {args.seed}: {', '.join(following)}")
    while time.monotonic() < ends:
        for target in chosen:
            if time.monotonic() < ends:
                following[target.name] = _batch(target, args.seed, following[target.name], tally)
    for name, count in sorted(tally.tried.items()):
        print(f"{name:8} {count:8} inputs")
    for outcome, count in sorted(tally.outcomes.items()):
        print(f"  {outcome}: {count}")
    for what, (count, data) in sorted(tally.findings.items()):
        args.keep.mkdir(parents=True, exist_ok=True)
        path = args.keep / f"{what.partition(':')[0]}-{hashlib.sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        print(f"FOUND {count} × {what}: {path} ({len(data)} bytes)")
    return 1 if tally.findings else 0


if __name__ == "__main__":
    sys.exit(main())
