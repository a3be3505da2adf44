"""Learn the scope screen's weights afresh from the labelled lines: python -m tools.weigh_scope [--check]

`--check` writes nothing: it learns from four fifths of the lines and prints what is found of the others, fifth by
fifth. Regulations in ../shared/corpus/dev, where they are, are learned from as ordinary matter.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from remit.core.scope import WHY, is_outside
from remit.core.scope_words import undisguise
from remit.core.scope_words.evidence import (
    FIFTHS,
    chinese_parts,
    class_signs,
    english_parts,
    even_out,
    signs_of,
)

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "core" / "scope_cases.jsonl"
REGULATIONS = ROOT.parent / "shared" / "corpus" / "dev"
WORDS = ROOT / "src" / "remit" / "core" / "scope_words"
LEANING = {"zh": 0.5, "en": 0.3}  # added to each weight: how far recall goes before precision
ROUNDS, RATE, DECAY = 20, 0.3, 3e-3
WIDTH = 210
Sample = tuple[Sequence[str], bool]
Model = tuple[Mapping[str, float], float]


def main(arguments: Sequence[str]) -> int:
    """Write the weights, or check them."""
    lines = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    if "--check" in arguments:
        check(lines)
        return 0
    models = {language: learn(samples(lines, language) + ordinary(language)) for language in ("zh", "en")}
    write_chinese(*models["zh"], digest=digest_of(lines))
    write_english(*models["en"])
    write_reasons(lines)
    return 0


def digest_of(lines: Iterable[Mapping[str, str]]) -> str:
    """Return what tells whether the weights were learned from these lines."""
    told = "\n".join(sorted(f"{line['label']} {line.get('why', '')} {line['text']}" for line in lines))
    return hashlib.sha256(told.encode()).hexdigest()


def language_of(text: str) -> str:
    """Return zh or en."""
    return "zh" if re.search("[\u3400-\u9fff]", text) else "en"


def parts_of(text: str) -> list[str]:
    """Return the parts of a text, and the classes of its words, that have a weight each."""
    folded = undisguise(text).folded
    parts = chinese_parts(folded) if language_of(text) == "zh" else english_parts(folded)
    return parts + class_signs(folded)


def samples(lines: Iterable[Mapping[str, str]], language: str) -> list[Sample]:
    """Return the labelled lines in a language."""
    return [
        (parts_of(line["text"]), line["label"] != "in")
        for line in lines
        if language_of(line["text"]) == language
    ]


def ordinary(language: str) -> list[Sample]:
    """Return the sentences of the regulations at hand."""
    found: list[Sample] = []
    for path in sorted(REGULATIONS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if language_of(text[:500]) == language:
            cut = "[。；\n]" if language == "zh" else r"\n|(?<=[.;])\s"
            found += [(parts_of(unit), False) for unit in re.split(cut, text) if len(unit.strip()) > 3]
    return found


def learn(samples: Sequence[Sample], rounds: int = ROUNDS) -> Model:
    """Return weights and bias by logistic regression: adaptive gradient steps, weights held small."""
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    bias, order, chance = 0.0, list(samples), random.Random(1)
    for _ in range(rounds):
        chance.shuffle(order)
        for parts, outside in order:
            size = even_out(1, len(parts))
            margin = (sum(weights[part] for part in parts) * size + bias) * (1 if outside else -1)
            slope = (-1 if outside else 1) / (1 + math.exp(max(-30.0, min(30.0, margin))))
            for part in parts:
                step = slope * size + DECAY * weights[part]
                squares[part] += step * step
                weights[part] -= RATE * step / squares[part] ** 0.5
            bias -= 0.02 * slope
    return weights, bias


def weigh(model: Model, parts: Sequence[str]) -> float:
    """Return how much the parts weigh together."""
    weights, bias = model
    return even_out(sum(weights.get(part, 0.0) for part in parts), len(parts)) + bias


def check(lines: Sequence[Mapping[str, str]], folds: int = 5) -> None:
    """Print recall and precision on lines that were not learned from, by the weights alone and with the rules."""
    for language in ("zh", "en"):
        own = [line for line in lines if language_of(line["text"]) == language]
        random.Random(2).shuffle(own)
        found = []
        for fold in range(folds):
            kept = [line for at, line in enumerate(own) if at % folds != fold]
            model = learn(samples(kept, language) + ordinary(language), 10)
            for line in own[fold::folds]:
                weight = weigh(model, parts_of(line["text"])) + LEANING[language]
                found.append((weight > 0, line["label"] != "in", is_outside(line["text"])))
        outside = sum(truth for _, truth, _ in found)
        for name, taken in (
            ("weights", [(weighty, truth) for weighty, truth, _ in found]),
            ("with rules", [(weighty or ruled, truth) for weighty, truth, ruled in found]),
        ):
            right = sum(told and truth for told, truth in taken)
            print(
                f"{language} {name}: recall {right / outside:.3f}, "
                f"precision {right / sum(told for told, _ in taken):.3f}"
            )


# --- writing -----------------------------------------------------------------------------------------------


def _groups(weights: Mapping[str, float], *, between: str) -> list[str]:
    groups: dict[int, list[str]] = defaultdict(list)
    for part, weight in sorted(weights.items()):
        if round(weight * FIFTHS):
            groups[round(weight * FIFTHS)].append(part)
    rows: list[str] = []
    for weight, parts in sorted(groups.items()):
        written = [""]
        for part in parts:
            if len(written[-1]) + len(part) > WIDTH:
                written.append("")
            written[-1] += part + between
        if len(written) == 1:
            rows.append(f'    {weight}: "{written[0]}",')
        else:
            rows += [f"    {weight}: (", *(f'        "{row}"' for row in written), "    ),"]
    return rows


def _module(name: str, about: str, public: Sequence[str], body: Sequence[str]) -> None:
    head = [
        f'"""{about} Written by tools/weigh_scope.py."""',
        "",
        "from __future__ import annotations",
        "",
        *(["from collections.abc import Mapping", ""] if any("Mapping" in row for row in body) else []),
        f"__all__ = [{', '.join(json.dumps(word) for word in public)}]",
        "",
    ]
    (WORDS / f"{name}.py").write_text("\n".join([*head, *body, ""]), encoding="utf-8")


def _table(name: str, parts: Mapping[str, float], between: str) -> list[str]:
    return [f"{name}: Mapping[int, str] = {{", *_groups(parts, between=between), "}"]


def write_chinese(weights: Mapping[str, float], bias: float, *, digest: str) -> None:
    """Write the module of the Chinese weights."""
    parts = {part: weight for part, weight in weights.items() if not part.startswith("#")}
    _module(
        "chinese_weights",
        "What Chinese characters, pairs of them and classes weigh for lying outside, in fifths.",
        ("BIAS", "CHARACTERS", "CLASSES", "LEARNED_FROM", "PAIRS"),
        [
            f'LEARNED_FROM = "{digest}"',
            f"BIAS = {bias + LEANING['zh']:.2f}",
            *_table("CLASSES", {part: weight for part, weight in weights.items() if part not in parts}, " "),
            *_table("CHARACTERS", {part: weight for part, weight in parts.items() if len(part) == 1}, ""),
            *_table("PAIRS", {part: weight for part, weight in parts.items() if len(part) == 2}, ""),
        ],
    )


def write_english(weights: Mapping[str, float], bias: float) -> None:
    """Write the module of the English weights."""
    parts = {part: weight for part, weight in weights.items() if not part.startswith("#")}
    _module(
        "english_weights",
        "What beginnings of English words and classes weigh for lying outside, in fifths; `*` is any ending.",
        ("BEGINNINGS", "BIAS", "CLASSES"),
        [
            f"BIAS = {bias + LEANING['en']:.2f}",
            *_table("CLASSES", {part: weight for part, weight in weights.items() if part not in parts}, " "),
            *_table("BEGINNINGS", parts, " "),
        ],
    )


def write_reasons(lines: Iterable[Mapping[str, str]]) -> None:
    """Write the module of what leans towards which reason."""
    outside = [(signs_of(undisguise(line["text"]).folded), line["why"]) for line in lines if line["why"]]
    models = [learn([(signs, why == reason) for signs, why in outside]) for reason in WHY]
    rows, row = [], ""
    for sign in sorted({sign for signs, _ in outside for sign in signs}):
        letters = "".join(_letter(weights.get(sign, 0.0)) for weights, _ in models)
        if letters.strip("n"):
            if len(row) > WIDTH - 20:
                rows.append(f'    "{row}"')
                row = ""
            row += f"{sign}{letters} "
    _module(
        "reason_weights",
        "Towards which reason a character, a beginning of a word or a class leans: a letter each, n is neither.",
        ("BIASES", "REASONS", "SIGNS"),
        [
            "REASONS: tuple[str, ...] = (",
            *(f'    "{reason}",' for reason in WHY),
            ")",
            f"BIASES: tuple[float, ...] = {tuple(round(bias, 2) for _, bias in models)!r}",
            "SIGNS = (",
            *rows,
            f'    "{row}"',
            ")",
        ],
    )


def _letter(weight: float) -> str:
    return chr(ord("n") + max(-12, min(12, round(weight * 4))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
