"""What packages will do before they do it: which are refused, which are here, and what each of the others changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from remit.core.post import Unit
from remit.core.problem import Problem
from remit.files.package_form import Content, Manifest, UnitLine
from remit.store import load_packages, package_refusals
from remit.store.access import Action, Viewer, allowed
from remit.store.load_packages import Held, Source
from remit.store.package_examining import Examined
from remit.store.package_merge import Effect, Stated, effect_of

__all__ = ["Ground", "Outcome", "Plan"]

_LONGEST_REF = 100
_TOLERANCE = timedelta(days=1)  # the sender's clock may be ahead of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a package: `state` is taken-in, already-here or refused, with the reasons.

    `records` were new, `changed` put anew, `withdrawn` taken back; `units` are new or changed; `aside` is not kept.
    """

    place: str
    state: str
    source: str = ""
    sequence: int = 0
    digest: str = ""
    records: int = 0
    changed: int = 0
    withdrawn: int = 0
    excuses: int = 0
    units: int = 0
    aside: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True, kw_only=True)
class Plan:
    """A package that will be taken in, and all that it does."""

    package: Examined
    manifest: Manifest
    source: Source
    effect: Effect
    later: list[tuple[Stated, Content]]
    here: dict[str, int]
    excused: dict[str, int]
    units: tuple[Unit, ...]
    placed: dict[str, int] = field(default_factory=dict)

    @property
    def amends(self) -> bool:
        """Whether it does more than add records: then what was derived from them is made anew."""
        fresh = all(self.name(line.ref) not in self.here for line in self.effect.records)
        counting = len(self.effect.standing) == len(self.effect.records)
        gone = self.silenced or self.effect.gone_excuses & self.excused.keys() or self.replaced
        return bool(self.units or gone or not (fresh and counting))

    @property
    def silenced(self) -> list[int]:
        """The keys of the records that count no more."""
        names = map(self.name, self.effect.silenced)
        return [self.here[name] for name in names if name in self.here]

    @property
    def replaced(self) -> list[int]:
        """The keys of the excuses that come anew."""
        return [self.excused[line.ref] for line in self.effect.excuses if line.ref in self.excused]

    def name(self, ref: str) -> str:
        """The reference here of a record of the source."""
        return f"{self.source.code}:{ref}"

    def aside(self) -> list[tuple[str, str, str]]:
        """What is not kept, as it is stored."""
        return [(one.kind, one.ref, one.code) for one in self.package.aside]

    def outcome(self) -> Outcome:
        """What became of it."""
        changed = sum(self.name(line.ref) in self.here for line in self.effect.records)
        return Outcome(
            place=self.package.place,
            state="taken-in",
            source=self.source.code,
            sequence=self.manifest.sequence,
            digest=self.package.digest,
            records=len(self.effect.records) - changed,
            changed=changed,
            withdrawn=len(self.silenced),
            excuses=len(self.effect.excuses),
            units=len(self.units),
            aside=tuple(self.aside()),
        )

    def told(self) -> dict[str, object]:
        """What the journal says of it; the package itself, under its digest, says the rest."""
        found = self.outcome()
        changed = [line.ref for line in self.effect.records if self.name(line.ref) in self.here]
        return {
            "source": found.source,
            "sequence": found.sequence,
            "digest": found.digest,
            "records": found.records,
            "changed": changed,
            "withdrawn": sorted(self.effect.silenced),
            "excuses": [line.ref for line in self.effect.excuses],
            "units": [unit.code for unit in self.units],
            "aside": self.aside(),
        }


class Ground:
    """What is here already, asked once for all packages of a transaction."""

    def __init__(self, viewer: Viewer, packages: Sequence[Examined], *, now: datetime) -> None:
        manifests = [one.manifest for one in packages if one.manifest]
        self.viewer = viewer
        self.latest = now + _TOLERANCE
        self.known = load_packages.sources_by_key({one.key for one in manifests})
        self.held = load_packages.held_of({source.pk for source, _ in self.known.values()})
        codes = {line.code for one in packages for line in one.content.units}
        self.units = load_packages.units_at(codes)
        self.claimed: dict[str, str] = {}

    def plan(self, package: Examined) -> Plan | Outcome:
        """Return what a package does, or why it does nothing."""
        manifest = package.manifest
        if manifest is None or package.problems:
            return Outcome(place=package.place, state="refused", problems=package.problems)
        known = self.known.get(manifest.key)
        if known is None or not allowed(self.viewer, Action.RECORD, known[0].stretch):
            return _refused(package, package_refusals.unknown_here(manifest.key))
        source, good = known
        held = self.held.get(source.pk, {})
        same = held.get(manifest.sequence)
        if same is not None and same.digest == package.digest:
            return Outcome(
                place=package.place,
                state="already-here",
                source=source.code,
                sequence=manifest.sequence,
                digest=package.digest,
            )
        problems = (
            *((package_refusals.made_later(manifest.made),) if manifest.made > self.latest else ()),
            *_sender_problems(manifest, source, good=good),
            *_chain_problems(manifest, package.digest, held),
            *self._unit_problems(package.content, source),
        )
        if problems:
            return _refused(package, *problems, source=source)
        return self._planned(package, manifest, source, held)

    def _planned(
        self, package: Examined, manifest: Manifest, source: Source, held: Mapping[int, Held]
    ) -> Plan | Outcome:
        content = package.content
        later = (
            list(load_packages.contents_after(source.pk, manifest.sequence)) if _later(manifest, held) else []
        )
        names = [f"{source.code}:{line.ref}" for line in content.records]
        if any(len(name) > _LONGEST_REF for name in names):
            return _refused(package, package_refusals.ref_too_long(_LONGEST_REF), source=source)
        silent = [f"{source.code}:{line.ref}" for line in content.withdrawn if line.kind == "record"]
        refs: Sequence[str] = ()
        excused: dict[str, int] = {}
        here: dict[str, int] = {}
        if held:
            excused = load_packages.excuse_refs(source.pk)
            if manifest.full:
                refs = load_packages.record_refs(f"{source.code}:")
                silent += [f"{source.code}:{ref}" for ref in refs]
            here = load_packages.records_here([*dict.fromkeys((*names, *silent))])
        effect = effect_of(
            content, full=manifest.full, later=[said for said, _ in later], records=refs, excuses=excused
        )
        return Plan(
            package=package,
            manifest=manifest,
            source=source,
            effect=effect,
            later=later,
            here=here,
            excused=excused,
            units=tuple(self._new_units(effect.units, source)),
            placed={manifest.unit: source.unit_pk, **{c: key for c, (key, _) in self.units.items()}},
        )

    def _unit_problems(self, content: Content, source: Source) -> Iterator[Problem]:
        low, high = source.stretch
        for line in content.units:
            place = self.units.get(line.code)
            claimed = self.claimed.setdefault(line.code, source.code) if place is None else source.code
            if claimed != source.code or (place and not low < place[1][0] < high):
                yield package_refusals.unit_elsewhere(line.code)

    def _new_units(self, lines: Iterable[UnitLine], source: Source) -> Iterator[Unit]:
        """Yield the units that are not here, and those the source has named before and says otherwise of now."""
        reported = None
        for line in lines:
            told = (line.name, line.parent, line.kind, line.tags, line.since, line.until)
            if line.code in self.units:
                if reported is None:
                    reported = load_packages.units_reported(source.pk)
                if reported.get(line.code, told) == told:
                    continue
            yield Unit(
                code=line.code,
                name=line.name,
                parent=line.parent,
                kind=line.kind,
                tags=line.tags,
                since=line.since,
                until=line.until,
            )


def _later(manifest: Manifest, held: Mapping[int, Held]) -> bool:
    return any(number > manifest.sequence for number in held)


def _refused(package: Examined, *problems: Problem, source: Source | None = None) -> Outcome:
    manifest = package.manifest
    return Outcome(
        place=package.place,
        state="refused",
        source=source.code if source else "",
        sequence=manifest.sequence if manifest and source else 0,
        digest=package.digest if source else "",
        problems=problems,
    )


def _sender_problems(manifest: Manifest, source: Source, *, good: bool) -> Iterator[Problem]:
    if not good:
        yield package_refusals.key_revoked(source.code)
    if manifest.sender != source.installation:
        yield package_refusals.other_installation(source.code)
    if manifest.unit != source.unit:
        yield package_refusals.other_unit(source.code, manifest.unit, source.unit)


def _chain_problems(manifest: Manifest, digest: str, held: Mapping[int, Held]) -> Iterator[Problem]:
    """Yield where a package does not go with those that are here: another of its number, before it or after it."""
    number = manifest.sequence
    before, after = held.get(number - 1), held.get(number + 1)
    if number in held:
        yield package_refusals.number_taken(number)
    if before and manifest.previous and before.digest != manifest.previous:
        yield package_refusals.chain_broken(number, number - 1)
    if after and after.previous and after.previous != digest:
        yield package_refusals.chain_broken(number + 1, number)
    journal = manifest.journal
    if before and manifest.previous and before.journal_size > journal.size:
        yield package_refusals.journal_rewritten(number, number - 1)
    if after and after.previous and after.journal_size < journal.size:
        yield package_refusals.journal_rewritten(number, number + 1)
